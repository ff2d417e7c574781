"""Reports of several years in one step."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from hankesalkku.core.card.card import Card
from hankesalkku.core.card.matching import Known
from hankesalkku.core.card.proposal import ProposalKind
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.ingest.propose.proposals import propose_drafts
from hankesalkku.ingest.propose.years import DatedReport, MergedCard, Origin, PastValue, merge_years
from tests.support.cards import card, document

LIBRARY = {"name": "Kirjastoauto", "period": "2030–2033", "gross_income": "5 000 €"}


def report(year: int, *cards: Card) -> DatedReport:
    return DatedReport(document(*cards), PartialDate(year, 12, 31))


def three_years() -> tuple[MergedCard, ...]:
    return merge_years(
        [
            report(2031, card(LIBRARY, status="Alkaa", unit="Sivistys / Kirjasto")),
            report(2033, card(LIBRARY, status="Valmis", gross_income="6 000 €"), card(name="Uimakoulu")),
            report(2032, card(name="Kuoro"), card(LIBRARY, status="Käynnissä")),
        ]
    )


def test_newest_report_wins_field_by_field_and_older_ones_fill_what_it_lacks() -> None:
    library, swimming, choir = three_years()

    assert [m.draft.card.name for m in (library, swimming, choir)] == ["Kirjastoauto", "Uimakoulu", "Kuoro"]
    assert [m.draft.index for m in (library, swimming, choir)] == [0, 1, 2]
    assert library.draft.card.status == "Valmis"
    assert library.draft.card.unit == ("Sivistys", "Kirjasto")
    assert [row.key for row in library.draft.card.rows][:3] == ["name", "unit", "period"]


def test_older_values_are_history_newest_first() -> None:
    library = three_years()[0]
    middle, oldest = Origin(2, 1, PartialDate(2032, 12, 31)), Origin(0, 0, PartialDate(2031, 12, 31))

    assert library.history == (
        PastValue("gross_income", "5 000 €", middle),
        PastValue("status", "Käynnissä", middle),
        PastValue("gross_income", "5 000 €", oldest),
        PastValue("status", "Alkaa", oldest),
    )
    assert library.origins == (Origin(1, 0, PartialDate(2033, 12, 31)), middle, oldest)
    assert library.came_from["unit"] == oldest
    assert library.came_from["status"] == library.origins[0]


def test_value_that_an_older_report_filled_in_has_that_reports_day() -> None:
    library = three_years()[0]
    register = [Known(UUID(int=1), 1, 1, card(LIBRARY, unit="Sivistys / Opisto", gross_income="6 000 €"))]

    def kind(changed_on: date) -> ProposalKind:
        days = {UUID(int=1): {"unit": changed_on}}
        return propose_drafts([library.draft], register, days)[0].kind

    assert kind(date(2031, 6, 1)) is ProposalKind.CHANGED
    assert kind(date(2032, 6, 1)) is ProposalKind.CONFLICT


def test_of_two_reports_of_one_day_the_later_given_wins() -> None:
    (library,) = merge_years(
        [report(2031, card(LIBRARY, status="Ensin")), report(2031, card(LIBRARY, status="Sitten"))]
    )

    assert library.draft.card.status == "Sitten"
    assert [past.text for past in library.history] == ["Ensin"]


def test_two_cards_of_one_report_are_never_put_together() -> None:
    merged = merge_years([report(2031, card(LIBRARY), card(LIBRARY, status="Taas"))])

    assert len(merged) == 2


def test_no_reports_make_no_cards() -> None:
    assert merge_years([]) == ()
