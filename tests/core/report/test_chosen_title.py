"""A title that the writer of a report chooses."""

from __future__ import annotations

from datetime import date

from hankesalkku.core.card.document import CardDocument
from hankesalkku.core.report.build import Choices, build_report

PRINTED_ON = date(2025, 1, 16)


def test_chosen_title_is_printed_and_travels_with_the_data() -> None:
    report = build_report(
        CardDocument(cards=(), title="Hankkeet 2024"),
        (),
        printed_on=PRINTED_ON,
        choices=Choices(title="Hankkeet 2025"),
    )

    assert (report.title, report.document.title) == ("Hankkeet 2025", "Hankkeet 2025")


def test_own_title_stays_where_none_is_chosen() -> None:
    report = build_report(
        CardDocument(cards=(), title="Hankkeet 2024"), (), printed_on=PRINTED_ON, choices=Choices()
    )

    assert (report.title, report.document.title) == ("Hankkeet 2024", "Hankkeet 2024")
