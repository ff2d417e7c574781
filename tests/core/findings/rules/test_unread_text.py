from __future__ import annotations

from hankesalkku.core.card.document import PlacedText
from hankesalkku.core.values.place import Place
from tests.support.cards import findings


def test_unread_text_counts_the_pieces() -> None:
    place = Place(1, 2, 10, 20)

    [finding] = findings("unread-text", unread=(PlacedText("Liite 3", (place,)), PlacedText("Luonnos")))

    assert (dict(finding.params), finding.places, finding.cards) == ({"count": 2}, (place,), ())


def test_document_read_whole_is_in_order() -> None:
    assert findings("unread-text") == []
