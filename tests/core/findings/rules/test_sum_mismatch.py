from __future__ import annotations

import pytest

from hankesalkku.core.findings.finding import Severity
from hankesalkku.core.values.reading import Remark, RemarkCode
from tests.support.cards import card, findings

ERROR, WARNING = Severity.ERROR, Severity.WARNING


@pytest.mark.parametrize(
    ("income", "expenditure", "share", "expected"),
    [
        ("80 000 €", "100 000 €", "20 000 €", []),
        ("80 000 €", "100 000 €", "19 999,01 €", []),
        ("80 000 €", "100 000 €", "19 999 €", [ERROR]),
        ("80 000 €", "100 000 €", "20 001 €", [ERROR]),
        ("80 000 €", "100 000 €", "", []),
        ("80 000 €", "100 000 €", "ei", []),
        ("4.20", "100 000 €", "20 000 €", []),
        ("OKM:n osuus 60 000 €", "100 000 €", "20 000 €", []),
        ("noin 70 000 €", "100 000 €", "20 000 €", [WARNING]),
        ("110 000 €", "100 000 €", "0 €", []),
        ("90 000 €", "100 000 €", "0 €", [ERROR]),
    ],
)
def test_sum_mismatch(income: str, expenditure: str, share: str, expected: list[Severity]) -> None:
    one = card(gross_income=income, gross_expenditure=expenditure, municipal_share=share)

    assert [finding.severity for finding in findings("sum-mismatch", one)] == expected


@pytest.mark.parametrize(
    ("extra", "count"),
    [
        ({"Muu rahoitus": "10 000 €"}, 0),
        ({"Liitto": "4 000 €", "Yritykset": "6 000 €"}, 0),
        ({"Muu": "9 000 €"}, 1),
    ],
)
def test_sum_mismatch_is_explained_by_other_funding(extra: dict[str, str], count: int) -> None:
    one = card(
        extra=extra,
        gross_income="70 000 €",
        gross_expenditure="100 000 €",
        municipal_share="20 000 €",
    )

    assert len(findings("sum-mismatch", one)) == count


def test_sum_mismatch_under_a_doubtful_label_asks_for_other_funding() -> None:
    doubt: dict[str, tuple[Remark, ...]] = {
        "gross_income": (Remark(RemarkCode.LABEL_APPROXIMATE, "Avustus"),)
    }
    one = card(
        remarks=doubt,
        gross_income="70 000 €",
        gross_expenditure="100 000 €",
        municipal_share="20 000 €",
    )

    [finding] = findings("sum-mismatch", one)

    assert (finding.severity, finding.variant) == (WARNING, "other-funding")


def test_sum_mismatch_suggests_which_sum_would_close_the_gap() -> None:
    [finding] = findings(
        "sum-mismatch", card(gross_income="70 €", gross_expenditure="100 €", municipal_share="20 €")
    )

    assert finding.suggestions == ("80\u00a0€", "90\u00a0€", "30\u00a0€")


@pytest.mark.parametrize(
    ("income", "share", "variant"),
    [
        ("110 000 €", "10 000 €", "not-share"),
        ("10 000 €", "110 000 €", "not-income"),
        ("70 000 €", "20 000 €", None),
    ],
)
def test_sum_mismatch_proposes_no_sum_below_zero(income: str, share: str, variant: str | None) -> None:
    one = card(gross_income=income, gross_expenditure="100 000 €", municipal_share=share)
    (finding,) = findings("sum-mismatch", one)
    assert finding.variant == variant
    assert "-" not in "".join(finding.suggestions).replace("−", "-")
