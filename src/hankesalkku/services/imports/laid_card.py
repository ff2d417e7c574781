"""A card laid over a project of the register: its lists follow, and every row remembers where its text came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from hankesalkku.core.card.card import Card
from hankesalkku.core.card.choices import Choice, Take, written_keys
from hankesalkku.core.card.record import (
    CaseLinkRecord,
    DecisionRecord,
    GrantRecord,
    ProjectRecord,
    ResponsiblePerson,
    RowSource,
    UnitSpell,
    decisions_printed,
)
from hankesalkku.services.audit.act import Act
from hankesalkku.services.organisation.units import unit_of_path
from hankesalkku.services.people.persons import person_named
from hankesalkku.services.projects.of_card import decisions_of, grants_of


def record_with_card(
    act: Act, record: ProjectRecord, card: Card, sources: Mapping[str, RowSource]
) -> ProjectRecord:
    """Give a project with another card; of its lists only those change whose row says something else.

    What a card cannot tell (a grant's call, a decision's purpose, the days of a unit) is kept where the list's entry
    stays.
    """
    before = record.card
    changed = replace(record, card=card, sources={**record.sources, **sources})
    if card.unit != before.unit:
        changed = replace(changed, units=_units(act, record, card))
    if card.responsible_persons != before.responsible_persons:
        people = (
            ResponsiblePerson(person_named(act, record.organisation, name), name)
            for name in card.responsible_persons
        )
        changed = replace(changed, people=tuple(people))
    if grants_of(card) != grants_of(before):
        changed = replace(changed, grants=_grants(record, card))
    if decisions_of(card) != decisions_of(before):
        changed = replace(changed, decisions=_decisions(record, card))
    if card.further.case_numbers != before.further.case_numbers:
        known = {link.case_number: link for link in record.case_links}
        links = (known.get(number, CaseLinkRecord(number)) for number in card.further.case_numbers)
        changed = replace(changed, case_links=tuple(links))
    return changed


def sources_of(
    act: Act,
    proposed: Card,
    choices: Mapping[str, Choice],
    files: Mapping[str, UUID],
    *,
    register: Card | None = None,
) -> dict[str, RowSource]:
    """Tell for each row that a proposal writes from which file, text and places it came; `files` go by row key."""
    sources: dict[str, RowSource] = {}
    rows = {row.key: row for row in reversed(proposed.rows)}
    written = tuple(rows) if register is None else written_keys(register, proposed)
    for key in dict.fromkeys((*written, *choices)):
        if choices.get(key, Choice()).take is Take.REGISTER:
            continue
        row = rows.get(key)
        file = files[key] if row else None
        original, places = (row.text, row.places) if row else ("", ())
        sources[key] = RowSource(file, original, places, act.at, act.actor.name)
    return sources


def source_to_dict(source: RowSource) -> dict[str, object]:
    """Give a row's source in its JSON form, without the places, which the card's rows carry."""
    return {
        "file": str(source.file) if source.file else None,
        "original": source.original,
        "changed_at": source.changed_at.isoformat() if source.changed_at else None,
        "changed_by": source.changed_by,
    }


def _units(act: Act, record: ProjectRecord, card: Card) -> tuple[UnitSpell, ...]:
    """Put the card's unit in the place of the leading one; the others stay."""
    rest = tuple(spell for spell in record.units if not spell.is_lead or spell.ends_on is not None)
    if not card.unit:
        return rest
    lead = UnitSpell(unit_of_path(act, record.organisation, card.unit), card.unit)
    return (lead, *rest)


def _grants(record: ProjectRecord, card: Card) -> tuple[GrantRecord, ...]:
    by_number = {grant.case_number: grant for grant in record.grants if grant.case_number}
    found = []
    for place, grant in enumerate(grants_of(card)):
        same_place = record.grants[place] if place < len(record.grants) else None
        old = by_number.get(grant.case_number) if grant.case_number else same_place
        found.append(replace(grant, service_number=old.service_number, call=old.call) if old else grant)
    return tuple(found)


def _decisions(record: ProjectRecord, card: Card) -> tuple[DecisionRecord, ...]:
    """Give the card's decisions; where a person has told purposes, the card's new ones come behind those."""
    if all(one.purpose is None for one in record.decisions):
        return decisions_of(card)
    known = {one.decision for one in record.decisions}
    new = tuple(one for one in decisions_of(card) if one.decision not in known)
    return (*record.decisions, *new)


def printed_card(record: ProjectRecord) -> Card:
    """Give a project's card with the decisions that its list prints."""
    printed = decisions_printed(record.decisions)
    further = replace(record.card.further, municipal_decisions=printed[1:])
    return replace(record.card, municipal_decision=printed[0] if printed else None, further=further)
