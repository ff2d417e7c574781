"""The projects of the register as far as a card is matched with them: numbers, name, period. Three queries in all."""

from __future__ import annotations

from collections import defaultdict
from uuid import UUID

from hankesalkku.core.access.may import Sight
from hankesalkku.core.card.card import Card, Further
from hankesalkku.core.card.exchange_reading import number_from_text
from hankesalkku.core.card.matching import Known
from hankesalkku.core.values.case_number import CaseNumber
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.core.values.decision import FunderDecision
from hankesalkku.core.values.period import Period
from hankesalkku.store.models import CaseLink, Grant, Project
from hankesalkku.store.queries.projects import within_sight


def known_projects(sight: Sight) -> tuple[Known, ...]:
    """Give every project that an actor sees, by number, with what matching compares."""
    seen = within_sight(sight).values("project")
    grants, links = _numbers(Grant, sight.organisation), _numbers(CaseLink, sight.organisation)
    rows = Project.objects.filter(organisation=sight.organisation, id__in=seen).order_by("number")
    columns = ("id", "number", "version", "name", "case_number", "has_period", "period_start", "period_end")
    return tuple(
        Known(key, number, version, _card(name, case, period, grants[key], links[key]))
        for key, number, version, name, case, *period in rows.values_list(*columns).iterator()
    )


def _numbers(model: type[Grant | CaseLink], organisation: UUID | None) -> dict[UUID, list[CaseNumber]]:
    found: dict[UUID, list[CaseNumber]] = defaultdict(list)
    rows = (
        model._default_manager.filter(organisation=organisation).exclude(case_number="").order_by("position")
    )
    for project, text in rows.values_list("project", "case_number"):
        if (number := number_from_text(text)) is not None:
            found[project].append(number)
    return found


def _card(
    name: str, case: str, period: list[object], grants: list[CaseNumber], links: list[CaseNumber]
) -> Card:
    has_period, start, end = period
    decisions = tuple(FunderDecision(None, None, number) for number in grants)
    return Card(
        rows=(),
        name=name or None,
        period=Period(_date(str(start)), _date(str(end))) if has_period else None,
        case_number=number_from_text(case),
        funder_decision=decisions[0] if decisions else None,
        further=Further(funder_decisions=decisions[1:], case_numbers=tuple(links)),
    )


def _date(text: str) -> PartialDate | None:
    return PartialDate.from_iso(text) if text else None
