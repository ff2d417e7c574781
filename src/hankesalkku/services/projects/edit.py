"""Edits a project (*muokkaa korttia*): what two people changed apart is merged, what both changed is shown.

Source: requirements P5, screens.md 0 (conflict) and 7.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from hankesalkku.core.access.actor import Actor
from hankesalkku.core.access.rights import Action
from hankesalkku.core.card.card import Row
from hankesalkku.core.card.editing import (
    retyped,
    with_funder_decisions,
    with_municipal_decisions,
    with_row,
)
from hankesalkku.core.card.exchange import Json
from hankesalkku.core.card.fields import BY_KEY, FieldKey
from hankesalkku.core.card.record import (
    DecisionRecord,
    GrantRecord,
    ProjectRecord,
    ResponsiblePerson,
    RowSource,
    UnitSpell,
    decisions_printed,
)
from hankesalkku.core.card.record_exchange import changed_keys, record_to_dict
from hankesalkku.core.report.printed import text_of_values
from hankesalkku.services.audit.act import Act, acting
from hankesalkku.services.errors import Clash, Conflict, NotFound
from hankesalkku.services.people.persons import person_named
from hankesalkku.services.projects.subject import subject_of
from hankesalkku.services.projects.write import KIND, update_project
from hankesalkku.store.models import Project
from hankesalkku.store.queries.history import ChangeSeen, changes_since
from hankesalkku.store.queries.projects import records


@dataclass(frozen=True, slots=True)
class ProjectEdit:
    """What a person sends: only what the form shows. `texts` go by row key; None leaves a list as it is.

    Lists given are written whole. Texts of rows 3, 6 and 7 follow from their lists where those are given.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    units: tuple[UnitSpell, ...] | None = None
    grants: tuple[GrantRecord, ...] | None = None
    decisions: tuple[DecisionRecord, ...] | None = None
    is_partner: bool | None = None
    name_other: Mapping[str, str] | None = None
    description_other: Mapping[str, str] | None = None


def project_edit(actor: Actor, *, project: UUID, version: int, edit: ProjectEdit, day: date) -> ProjectRecord:
    """Change a project of which the actor saw `version`, and give it as it is now.

    Whatever others changed since then stays, if they changed other fields.

    Raises:
        NotFound, NotAllowed, ReadOnly: see acting.
        Conflict: a field was changed by both; nothing is saved.
    """
    record = _record(actor, project)
    with acting(actor, Action.PROJECT_EDIT, subject_of(record)) as act:
        current = _locked(record)
        wanted = edited(act, current, edit)
        if current.version != version:
            _check_clash(current, version, wanted)
        return update_project(act, current, wanted, day=day)


def edited(act: Act, record: ProjectRecord, edit: ProjectEdit) -> ProjectRecord:
    """Give a record with an edit laid over it; people that the organisation lacks are added by the act."""
    changed = record
    for key, text in edit.texts.items():
        changed = _with_text(act, changed, key, text)
    if edit.units is not None:
        changed = _with_units(act, changed, edit.units)
    if edit.grants is not None:
        changed = _with_grants(act, changed, edit.grants)
    if edit.decisions is not None:
        changed = _with_decisions(act, changed, edit.decisions)
    plain = {
        name: value
        for name in ("is_partner", "name_other", "description_other")
        if (value := getattr(edit, name)) is not None
    }
    return replace(changed, **plain)


def _record(actor: Actor, project: UUID) -> ProjectRecord:
    found = records(actor.organisation, [project]) if actor.organisation else ()
    if not found:
        raise NotFound(project)
    return found[0]


def _locked(record: ProjectRecord) -> ProjectRecord:
    """Read the project again with its row locked: what is compared is what is written over."""
    Project.objects.select_for_update().filter(id=record.id).first()
    found = records(record.organisation, [record.id])
    if not found:
        raise NotFound(record.id)
    return found[0]


def _check_clash(current: ProjectRecord, version: int, wanted: ProjectRecord) -> None:
    """Compare with what the register held when the actor saw it.

    Raises:
        Conflict: both changed a field, or the log does not reach back to that version.
    """
    seen = changes_since(current.organisation, KIND, current.id, version)
    if not seen:
        raise Conflict(current.version)
    now, mine = record_to_dict(current), record_to_dict(wanted)
    base = _base(now, seen)
    both = set(changed_keys(base, mine)) & set(changed_keys(base, now)) & set(changed_keys(mine, now))
    clashes = tuple(
        Clash(key.partition(":")[2], str(mine.get(key) or ""), str(now.get(key) or ""))
        for key in sorted(both)
        if key.startswith("row:")
    )
    if both:
        last = seen[-1]
        raise Conflict(current.version, by=last.by, at=last.at.isoformat(), clashes=clashes)


def _base(now: Json, seen: tuple[ChangeSeen, ...]) -> Json:
    """Roll the record back: the first value each key had before the changes since."""
    base = dict(now)
    for change in reversed(seen):
        base.update({key: value for key, value in (change.old or {}).items() if key != "version"})
    return base


def _with_text(act: Act, record: ProjectRecord, key: str, text: str) -> ProjectRecord:
    before = next((row for row in record.card.rows if row.key == key), None)
    card = retyped(record.card, key, text)
    after = next(row for row in card.rows if row.key == key)
    if before is None and not after.text:
        return record
    if before is not None and (before.text, before.breaks) == (after.text, after.breaks):
        return record
    changed = replace(record, card=card, sources=_typed(act, record, key))
    if key == FieldKey.RESPONSIBLE_PERSONS:
        people = tuple(
            ResponsiblePerson(person_named(act, record.organisation, name), name)
            for name in card.responsible_persons
        )
        return replace(changed, people=people)
    return changed


def _with_units(act: Act, record: ProjectRecord, units: tuple[UnitSpell, ...]) -> ProjectRecord:
    if units == record.units:
        return record
    lead = next((spell for spell in units if spell.is_lead), None)
    card = replace(record.card, unit=lead.path if lead else ())
    return _with_norm_text(act, replace(record, card=card, units=units), FieldKey.UNIT)


def _with_grants(act: Act, record: ProjectRecord, grants: tuple[GrantRecord, ...]) -> ProjectRecord:
    if grants == record.grants:
        return record
    decisions = tuple(grant.decision for grant in grants)
    changed = replace(record, card=with_funder_decisions(record.card, decisions), grants=grants)
    if decisions == tuple(grant.decision for grant in record.grants):
        return changed
    return _with_norm_text(act, changed, FieldKey.FUNDER_DECISION)


def _with_decisions(act: Act, record: ProjectRecord, decisions: tuple[DecisionRecord, ...]) -> ProjectRecord:
    if decisions == record.decisions:
        return record
    printed = decisions_printed(decisions)
    changed = replace(record, card=with_municipal_decisions(record.card, printed), decisions=decisions)
    if printed == decisions_printed(record.decisions):
        return changed
    return _with_norm_text(act, changed, FieldKey.MUNICIPAL_DECISION)


def _with_norm_text(act: Act, record: ProjectRecord, key: FieldKey) -> ProjectRecord:
    """Give the row of a list the text that its values have in the norm of the project's language."""
    text = text_of_values(record.card, key, record.language)
    before = record.card.row(key)
    label = before.label if before else BY_KEY[key].label(record.language)
    row = Row(key.value, label, text)
    card = replace(record.card, rows=with_row(record.card.rows, row))
    return replace(record, card=card, sources=_typed(act, record, key.value))


def _typed(act: Act, record: ProjectRecord, key: str) -> Mapping[str, RowSource]:
    """Mark a row as typed now; what was imported stays beside it."""
    source = record.sources.get(key, RowSource())
    return {**record.sources, key: replace(source, changed_at=act.at, changed_by=act.actor.name)}
