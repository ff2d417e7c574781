"""The cells of tables of sums: units and cents in all lines of a table or in none, stars, and shares that are not."""

from __future__ import annotations

from hankesalkku.core.report.model import Summary, SummaryRow
from hankesalkku.core.report.sum_texts import bare_headings, bare_rows, sum_texts

TOTAL = SummaryRow("Yhteensä", 1_200, 30_536_000, 38_170_050, 7_634_050, 2_000, incomplete=1)
NOTHING = SummaryRow("Kirjasto", 1, 0, 0, 0, None)
SUMMARY = Summary("Yksiköittäin", "Yksikkö", (NOTHING,), TOTAL)


def test_sum_texts_have_their_unit_and_cents_where_there_are_any() -> None:
    assert sum_texts(TOTAL, "fi") == (
        "1\u00a0200", "305\u00a0360\u00a0€", "381\u00a0700,50\u00a0€", "76\u00a0340,50\u00a0€", "20,0\u00a0%",
    )  # fmt: skip


def test_bare_rows_have_cents_in_every_line_and_a_star_where_sums_are_incomplete() -> None:
    assert bare_rows(SUMMARY, "en") == [
        ("Kirjasto", "1", "0,00", "0,00", "0,00", "–"),
        ("Yhteensä*", "1\u00a0200", "305\u00a0360,00", "381\u00a0700,50", "76\u00a0340,50", "20.0\u00a0%"),
    ]


def test_bare_headings_say_the_unit() -> None:
    words = {"projects": "Hankkeita", "gross_income": "Tulot", "gross_expenditure": "Menot",
             "municipal_share": "Osuus", "share_percent": "Osuus-%"}  # fmt: skip

    assert bare_headings(SUMMARY, words) == (
        "Yksikkö", "Hankkeita", "Tulot,\u00a0€", "Menot,\u00a0€", "Osuus,\u00a0€", "Osuus-%",
    )  # fmt: skip
