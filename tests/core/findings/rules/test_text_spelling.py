from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Koulujen loma aikana on leirejä", [("loma aikana", "loma-aikana")]),
        ("Mallilan boy`s club", [("boy`s", "boy’s")]),
        ("boy´s ja kesä lomalla", [("boy´s", "boy’s"), ("kesä lomalla", "kesälomalla")]),
        ("Koulujen loma-aikana on leirejä", []),
        ("loma aikaisemmin kuin ennen", []),
        ("etätyö ja vapaa aamu sekä päivä", []),
        ("’lainaus’ ja `koodi`", []),
        ("", []),
    ],
)
def test_text_spelling(text: str, expected: list[tuple[str, str]]) -> None:
    found = findings("text-spelling", card(description=text))

    told = [zip(dict(f.params)["value"], f.suggestions, strict=True) for f in found]  # type: ignore[arg-type]
    assert [pair for pairs in told for pair in pairs] == expected


def test_text_spelling_leaves_other_languages_their_words() -> None:
    assert findings("text-spelling", card(description="loma aikana"), language="sv") == []
