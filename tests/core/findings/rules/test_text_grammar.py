from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Arkea tukeviin toimiin ja luonnon kehittäminen", ["toimiin ja luonnon kehittäminen"]),
        ("Lukemiseen ja laskemisen harjoittaminen.", ["Lukemiseen ja laskemisen harjoittaminen"]),
        ("Arkea tukeviin toimiin ja luonnon kehittämiseen", []),
        ("Arkea tukevat toimet ja luonnon kehittäminen", []),
        ("Päiväkotiin ja kouluun siirtyvien lasten tukeminen", []),
        ("Lapset ohjataan palveluihin ja kerhoon. Tavoite on arjen sujuminen", []),
        ("Kuljetaan metsiin ja opitaan. Sen jälkeen kerrotaan.", []),
        ("", []),
    ],
)
def test_text_grammar(text: str, expected: list[str]) -> None:
    assert [finding.evidence for finding in findings("text-grammar", card(description=text))] == expected


def test_text_grammar_reads_finnish_only() -> None:
    one = card(description="Arkea tukeviin toimiin ja luonnon kehittäminen")

    assert findings("text-grammar", one, language="sv") == []
