"""Projects read one by one."""

from __future__ import annotations

from hankesalkku.core.access.actor import Actor
from hankesalkku.core.access.rights import Action
from hankesalkku.core.card.record import ProjectRecord
from hankesalkku.services.audit.act import demand
from hankesalkku.services.errors import NotFound
from hankesalkku.services.projects.subject import subject_of
from hankesalkku.store.queries.history import ChangeSeen, changes_of
from hankesalkku.store.queries.projects import record_numbered


def project_get(actor: Actor, *, number: int) -> ProjectRecord:
    """Give the project of a number.

    Raises:
        NotFound: there is none, or the actor may not know that there is.
    """
    record = record_numbered(actor.organisation, number) if actor.organisation else None
    if record is None:
        raise NotFound(number)
    demand(actor, Action.PROJECT_VIEW, subject_of(record))
    return record


def project_history(actor: Actor, *, number: int) -> tuple[ChangeSeen, ...]:
    """Give every change of a project, oldest first.

    Raises:
        NotFound: see project_get.
    """
    record = project_get(actor, number=number)
    return changes_of(record.organisation, "project", record.id)
