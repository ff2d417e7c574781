"""The stored row of a project for lists, search and sums: keys that sort alike on both engines."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from hankesalkku.core.card.card import Card
from hankesalkku.core.card.record import ProjectRecord
from hankesalkku.core.report.summary import share_of
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.core.values.phase import Phase
from hankesalkku.core.values.text import sortable
from hankesalkku.services.search.terms import terms_of
from hankesalkku.store.models import ProjectListing

PHASE_ORDER = tuple(Phase)


def listing_of(record: ProjectRecord, lineages: dict[UUID, str], *, changed_at: datetime) -> ProjectListing:
    """Make the listing row of a project; the findings' counts are filled in by the findings service."""
    card = record.card
    lead = next((spell for spell in record.units if spell.is_lead), None)
    unit_name = " / ".join(card.unit)
    person = card.responsible_persons[0] if card.responsible_persons else ""
    start, end = (card.period.start, card.period.end) if card.period else (None, None)
    return ProjectListing(
        id=record.id,
        project_id=record.id,
        organisation_id=record.organisation,
        number=record.number,
        visibility=record.visibility,
        state=record.state,
        name=card.name or "",
        name_key=sortable(card.name or ""),
        unit_id=lead.unit if lead else None,
        unit_name=unit_name[:500],
        unit_key=sortable(unit_name),
        lineages=_lineages(lineages[spell.unit] for spell in record.units),
        funder=(card.funder or "")[:300],
        funder_key=sortable(card.funder or ""),
        person_name=person[:200],
        person_key=sortable(person),
        phases="+".join(card.phases),
        phase_rank=PHASE_ORDER.index(card.phases[-1]) if card.phases else 99,
        period_start=start.iso if start else "",
        period_end=end.iso if end else "",
        starts_on=first_day(start),
        ends_on=last_day(end),
        **_sums(card),
        progress_tenths=card.progress_tenths,
        case_number=card.case_number.normal if card.case_number else "",
        decision_key=_decision_key(card),
        is_partner=record.is_partner,
        lacks_funder_date=any(grant.decision_date is None for grant in record.grants) or not record.grants,
        lacks_decision_date=card.municipal_decision is None or card.municipal_decision.date is None,
        lacks_progress=card.progress_tenths is None,
        lacks_person=not record.people,
        changed_at=changed_at,
        terms=terms_of(record),
    )


def first_day(on: PartialDate | None) -> date | None:
    """Give the first day that a date may mean.

    >>> first_day(PartialDate(2022, 4)), first_day(None)
    (datetime.date(2022, 4, 1), None)
    """
    return date(on.year, on.month or 1, on.day or 1) if on else None


def last_day(on: PartialDate | None) -> date | None:
    """Give the last day that a date may mean.

    >>> last_day(PartialDate(2024, 2)), last_day(PartialDate(2022))
    (datetime.date(2024, 2, 29), datetime.date(2022, 12, 31))
    """
    if on is None:
        return None
    month = on.month or 12
    return date(on.year, month, on.day or calendar.monthrange(on.year, month)[1])


def _sums(card: Card) -> dict[str, int | None]:
    income, expenditure, share = (
        money.total_cents if money else None
        for money in (card.gross_income, card.gross_expenditure, card.municipal_share)
    )
    return {
        "income_cents": income,
        "expenditure_cents": expenditure,
        "share_cents": share,
        "share_hundredths": None if share is None or expenditure is None else share_of(share, expenditure),
    }


def _lineages(each: Iterable[str]) -> str:
    return "".join(f" {lineage}" for lineage in dict.fromkeys(each))[:600]


def _decision_key(card: Card) -> str:
    decision = card.municipal_decision
    if decision is None:
        return ""
    return f"{decision.date.iso if decision.date else ''} {decision.section or 0:05d}".strip()
