"""A card that somebody accepted → the project's lists: units of the tree, people, grants, decisions, case links."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from hankesalkku.core.card.card import Card
from hankesalkku.core.card.record import (
    CaseLinkRecord,
    DecisionRecord,
    GrantRecord,
    ProjectRecord,
    ResponsiblePerson,
    RowSource,
    UnitSpell,
)
from hankesalkku.core.values.phase import NOT_GRANTED_PHASES, Phase
from hankesalkku.services.audit.act import Act
from hankesalkku.services.organisation.units import unit_of_path
from hankesalkku.services.people.persons import person_named


def default_visibility(phases: tuple[Phase, ...]) -> str:
    """Give the visibility of a new project: internal before a grant and after a refusal, else public.

    >>> default_visibility((Phase.APPLICATION,)), default_visibility((Phase.IMPLEMENTATION,))
    ('internal', 'public')
    """
    return "internal" if not phases or NOT_GRANTED_PHASES & set(phases) else "public"


def record_of_card(  # noqa: PLR0913 - by keyword, each a fact of the new project
    act: Act,
    card: Card,
    *,
    organisation: UUID,
    key: UUID,
    number: int,
    language: str = "fi",
    report_date: str = "",
    sources: Mapping[str, RowSource] | None = None,
) -> ProjectRecord:
    """Make a project's record of an accepted card; units and people that the organisation lacks are added."""
    units = (UnitSpell(unit_of_path(act, organisation, card.unit), card.unit),) if card.unit else ()
    people = tuple(
        ResponsiblePerson(person_named(act, organisation, name), name) for name in card.responsible_persons
    )
    return ProjectRecord(
        id=key,
        organisation=organisation,
        number=number,
        version=1,
        card=card,
        visibility=default_visibility(card.phases),
        language=language,
        grants=grants_of(card),
        decisions=decisions_of(card),
        units=units,
        people=people,
        case_links=tuple(CaseLinkRecord(case) for case in card.further.case_numbers),
        report_date=report_date,
        sources=sources or {},
    )


def grants_of(card: Card) -> tuple[GrantRecord, ...]:
    """Give the grants that row 6 speaks of, in order."""
    decisions = (card.funder_decision, *card.further.funder_decisions)
    return tuple(
        GrantRecord(decision.funder_written, decision.date, decision.case_number)
        for decision in decisions
        if decision is not None
    )


def decisions_of(card: Card) -> tuple[DecisionRecord, ...]:
    """Give the decisions that row 7 speaks of, in order; their purpose is unknown on import (D6)."""
    decisions = (card.municipal_decision, *card.further.municipal_decisions)
    return tuple(DecisionRecord(decision) for decision in decisions if decision is not None)
