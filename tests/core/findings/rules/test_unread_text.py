from __future__ import annotations

from hankesalkku.core.card.document import PlacedText
from hankesalkku.core.values.place import Place
from tests.support.cards import findings


def test_unread_text_counts_the_pieces() -> None:
    place = Place(1, 2, 10, 20)

    [finding] = findings("unread-text", unread=(PlacedText("Liite 3", (place,)), PlacedText("Luonnos")))

    params = {"count": 2, "texts": "”Liite 3” · ”Luonnos”"}
    assert (dict(finding.params), finding.places, finding.cards) == (params, (place,), ())


def test_unread_text_names_the_first_pieces_by_their_beginning() -> None:
    [finding] = findings(
        "unread-text", unread=tuple(PlacedText(f"{number} " + "a" * 80) for number in range(7))
    )
    texts = str(dict(finding.params)["texts"])
    assert (texts.count("a…”"), texts[-2:]) == (5, " …")


def test_document_read_whole_is_in_order() -> None:
    assert findings("unread-text") == []
