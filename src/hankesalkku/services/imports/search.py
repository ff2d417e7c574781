"""Finds projects of the register to merge a card into, when a reviewer knows better than the match."""

from __future__ import annotations

from dataclasses import dataclass

from hankesalkku.core.access.actor import Actor
from hankesalkku.core.access.may import sight
from hankesalkku.core.access.rights import Action
from hankesalkku.core.access.subject import Subject
from hankesalkku.core.values.text import fold
from hankesalkku.services.audit.act import demand
from hankesalkku.store.queries.projects import within_sight

FOUND_AT_MOST = 20


@dataclass(frozen=True, slots=True)
class ProjectFound:
    """A project that the words fit: number, name, unit, case number."""

    number: int
    name: str
    unit: str
    case_number: str


def projects_found(actor: Actor, *, words: str) -> tuple[ProjectFound, ...]:
    """Give the projects in sight in whose texts all words stand, by name; none for no words.

    Raises:
        NotAllowed: the actor may not review imports.
    """
    demand(actor, Action.IMPORT_REVIEW, Subject(actor.organisation))
    wanted = fold(words).split()
    if not wanted:
        return ()
    rows = within_sight(sight(actor))
    for word in wanted:
        rows = rows.filter(terms__contains=word)
    columns = ("number", "name", "unit_name", "case_number")
    return tuple(
        ProjectFound(*row) for row in rows.order_by("name_key").values_list(*columns)[:FOUND_AT_MOST]
    )
