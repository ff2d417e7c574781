"""A new project (*uusi hanke*): three fields, the rest later."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from hankesalkku.core.access.actor import Actor
from hankesalkku.core.access.rights import Action
from hankesalkku.core.card.card import Card
from hankesalkku.core.card.editing import retyped
from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.card.record import ProjectRecord
from hankesalkku.services.audit.act import acting
from hankesalkku.services.errors import Fault, Invalid
from hankesalkku.services.moment import new_key
from hankesalkku.services.projects.of_card import record_of_card
from hankesalkku.services.projects.subject import subject_in_units
from hankesalkku.services.projects.write import insert_project
from hankesalkku.store.queries.units import unit_paths
from hankesalkku.store.queries.versions import next_number


def project_create(actor: Actor, *, name: str, unit: UUID, responsible: str, day: date) -> ProjectRecord:
    """Make a project of its name, unit and responsible person; it is internal until somebody says otherwise.

    Raises:
        Invalid: the name is empty, or the unit is none of the organisation's.
        NotAllowed: the actor may not make projects in that unit.
    """
    organisation = actor.organisation
    paths = unit_paths(organisation) if organisation else {}
    faults = []
    if not name.strip():
        faults.append(Fault("name", "fault.name_missing"))
    if unit not in paths:
        faults.append(Fault("unit", "fault.unit_unknown"))
    if faults or organisation is None:
        raise Invalid(*faults)
    card = retyped(Card(rows=()), FieldKey.NAME, name)
    card = retyped(card, FieldKey.UNIT, " / ".join(paths[unit]))
    if responsible.strip():
        card = retyped(card, FieldKey.RESPONSIBLE_PERSONS, responsible)
    with acting(actor, Action.PROJECT_CREATE, subject_in_units(organisation, frozenset({unit}))) as act:
        record = record_of_card(
            act,
            card,
            organisation=organisation,
            key=new_key(),
            number=next_number(organisation, "project"),
        )
        return insert_project(act, record, day=day)
