from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kirjastoauto kiertää kylissä ja…", ["Kirjastoauto kiertää kylissä ja…"]),
        ("Kirjastoauto kiertää kylissä ja", ["Kirjastoauto kiertää kylissä ja"]),
        ("Kirjastoauto kiertää kylis-", ["Kirjastoauto kiertää kylis-"]),
        ("Kylät, koulut,", ["Kylät, koulut,"]),
        ("Kirjastoauto kiertää kylissä.", []),
        ("Kirjastoauto kiertää Soraja", []),
        ("–", []),
        ("", []),
    ],
)
def test_text_cut_off(text: str, expected: list[str]) -> None:
    assert [finding.evidence for finding in findings("text-cut-off", card(description=text))] == expected


def test_text_cut_off_quotes_the_last_words() -> None:
    long = "Kirjastoauto kiertää kylissä ja kouluilla kaikkina arkipäivinä sekä"

    [finding] = findings("text-cut-off", card(status=long))

    assert finding.evidence == "ja kouluilla kaikkina arkipäivinä sekä"
