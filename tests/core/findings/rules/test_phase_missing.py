from __future__ import annotations

import pytest

from tests.support.cards import card, cards_of, findings


@pytest.mark.parametrize(
    "rows",
    [
        {"period": "2022–2023"},
        {"period": ""},
    ],
)
def test_phase_missing_fires(rows: dict[str, str]) -> None:
    assert [finding.cards for finding in findings("phase-missing", card(rows))] == [(0,)]


@pytest.mark.parametrize(
    "rows",
    [
        {"period": "2022–2023 / toteutusvaihe"},
        {"name": "Mallilan malli"},
    ],
)
def test_phase_missing_stays_silent(rows: dict[str, str]) -> None:
    assert findings("phase-missing", card(rows)) == []


def test_phase_missing_is_silent_where_the_form_asks_for_none() -> None:
    plain = card(period="2023", labels={"period": "Toteutusaika"})
    with_phase = card(period="2023 / toteutusvaihe", labels={"period": "Toteutusaika"})

    assert cards_of("phase-missing", plain, plain) == []
    assert cards_of("phase-missing", plain, with_phase) == [(0,)]
