"""What a careful person finds in the example report: written by hand from the faults planted in it.

One entry a finding of one or several cards (counted from 0): rule, severity, cards, field and why.
"""

from __future__ import annotations

_FOUND: tuple[tuple[str, str, tuple[int, ...], str, str], ...] = (
    (
        "document-metadata-missing",
        "note",
        (),
        "document",
        "no author and no printed totals; the day is there",
    ),
    (
        "several-responsible",
        "note",
        (1,),
        "responsible_persons",
        "two persons, neither is marked as accountable",
    ),
    ("parts-sum-mismatch", "error", (1,), "gross_income", "31 000 + 96 000 = 127 000, the row says 128 000"),
    ("part-balance-mismatch", "error", (1,), "gross_expenditure", "esiopetus: 40 000 is not 31 000 + 8 000"),
    ("progress-missing", "warning", (1, 9), "status", "no percentage in row 13"),
    (
        "attestation-missing",
        "warning",
        (1, 9),
        "actuals_checked",
        "to be checked later: no yes, name and day",
    ),
    (
        "budget-years-outside-period",
        "warning",
        (2,),
        "budget_years",
        "2023, while the period begins 1.1.2024",
    ),
    ("thousands-with-dot", "note", (2,), "gross_income", "72.000, 90.000 and 18.000"),
    ("two-projects-one-section", "note", (2, 4), "municipal_decision", "§ 104 / 13.12.2023 on both"),
    ("date-invalid", "error", (3,), "period", "there is no 31.6.2025; June has 30 days"),
    ("funder-name-missing", "note", (3,), "funder_decision", "only a number, the funder follows from OKM"),
    ("funder-decision-date-missing", "warning", (3,), "funder_decision", "only a number"),
    (
        "section-two-dates",
        "error",
        (3, 5),
        "municipal_decision",
        "§ 38 of Sivistyslautakunta on 24.4.2024 and on 27.3.2024",
    ),
    ("start-year-implicit", "note", (4,), "period", "1.1. has no year"),
    (
        "decision-order-varies",
        "note",
        (4,),
        "funder_decision",
        "the only card where the city (13.12.2023) came before the funder (22.2.2024)",
    ),
    (
        "funder-spelling-varies",
        "note",
        (4, 5),
        "funder_decision",
        "ESAVI and Etelä-Suomen aluehallintovirasto are one",
    ),
    ("text-spelling", "note", (5,), "description", "kesä lomalla is one word: kesälomalla"),
    ("unit-spelling-varies", "note", (5,), "unit", "nuorisopalvelut, on card 5 Nuorisopalvelut"),
    ("number-format-mixed-in-card", "note", (5,), "gross_income", "12 000 and 15.000 on one card"),
    ("label-variant", "note", (5,), "gross_expenditure", "Bruttomenot without (suunniteltu)"),
    ("phone-number", "warning", (5,), "status", "a phone number in row 13"),
    ("label-variant", "note", (6,), "unit", "Hallinoitsija lacks an n"),
    ("period-mixed-precision", "note", (6,), "period", "2024–28.2.2025: a year and a day"),
    (
        "income-exceeds-expenditure",
        "warning",
        (6,),
        "gross_income",
        "25 000 of income, 20 000 of expenditure",
    ),
    (
        "sum-mismatch",
        "error",
        (6,),
        "gross_expenditure",
        "20 000 is not 25 000 + 5 000: the two were swapped",
    ),
    ("amount-scaled", "note", (8,), "gross_income", "0,9 milj. € is 900 000 €"),
    ("meeting-on-sunday", "warning", (8,), "municipal_decision", "9.6.2024 was a Sunday"),
    ("label-split-by-page-break", "note", (8,), "actuals_checked", "in the text form only"),
    ("role-in-unit", "note", (9,), "unit", "projektipäällikkö is a post"),
    (
        "sum-mismatch",
        "error",
        (9,),
        "gross_expenditure",
        "600 000 is not 240 000 + 340 000: 20 000 are missing",
    ),
    ("case-link-off", "note", (9,), "other_information", "7664 for 291: 7646 by the other cards of 2024"),
    ("label-variant", "note", (9,), "actuals_checked", "tarkistanut"),
    ("unit-spacing", "note", (11,), "unit", "Hyvinvointi/ Hyvinvoinnin: a space on one side only"),
    ("period-several", "note", (11,), "period", "two periods joined by ja"),
    ("funder-decision-number-missing", "note", (11,), "funder_decision", "STEA 12.12.2023 without a number"),
    ("own-share-zero", "note", (11,), "municipal_share", "0 € of 18 000 €"),
    ("decision-in-future", "warning", (13,), "municipal_decision", "20.11.2025 in a report of 31.12.2024"),
    ("city-decision-after-start", "warning", (13,), "municipal_decision", "323 days after 1.1.2025"),
    ("own-share-differs-by-funder", "note", (13,), "municipal_share", "35 %, three others of OKM have 20 %"),
)

FINDINGS = [
    {"rule": rule, "severity": severity, "cards": list(cards), "field": field, "why": why}
    for rule, severity, cards, field, why in _FOUND
]
