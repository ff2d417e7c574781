from __future__ import annotations

import pytest

from tests.support.cards import card, cards_of, findings


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        (["Opetushallitus 66/5297/2021", "OPH /109/3615/2022"], [(0, 1)]),
        (["Etelä-Suomen aluehallintovirasto 41152/2021", "ESAVI/1/2022", "ESAVI/2/2022"], [(0, 1, 2)]),
        (["OKM 12.4.2022 OKM/74/520/2022", "OKM/75/520/2022"], []),
        (["Opetushallitus", "OPETUSHALLITUS"], []),
        (["Opetushallitus", "66/5297/2021"], []),
        (["ESAVI/1/2022", "LSAVI/1/2022"], []),
    ],
)
def test_funder_spelling_varies(decisions: list[str], expected: list[tuple[int, ...]]) -> None:
    assert cards_of("funder-spelling-varies", *(card(funder_decision=text) for text in decisions)) == expected


def test_funder_spelling_varies_lists_the_forms_in_the_order_met() -> None:
    (finding,) = findings(
        "funder-spelling-varies", card(funder_decision="OPH"), card(funder_decision="Opetushallitus")
    )

    assert dict(finding.params)["forms"] == ("OPH", "Opetushallitus")
