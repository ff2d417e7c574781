"""People (*henkilöt*) named on cards: found by name, added where an accepted card names a new one."""

from __future__ import annotations

from uuid import UUID

from hankesalkku.core.values.text import fold, sortable
from hankesalkku.services.audit.act import Act
from hankesalkku.services.moment import new_key
from hankesalkku.store.models import Person


def person_named(act: Act, organisation: UUID, name: str) -> UUID:
    """Give the person of a name, adding one where the organisation knows none; people still in the house first."""
    found = find_person(organisation, name)
    if found is not None:
        return found
    person = Person(
        id=new_key(),
        organisation_id=organisation,
        name=name[:200],
        sort_key=sortable(name),
        created_at=act.at,
        changed_at=act.at,
    )
    Person.objects.bulk_create([person])
    act.changed("person", person.id, None, {"name": person.name})
    return person.id


def find_person(organisation: UUID, name: str) -> UUID | None:
    """Give the person of a name, None where the organisation knows none."""
    people = Person.objects.filter(organisation=organisation, sort_key=sortable(name))
    same = [person for person in people if fold(person.name) == fold(name)]
    same.sort(key=lambda person: (person.valid_to is not None, person.created_at))
    return same[0].id if same else None
