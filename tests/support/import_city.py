"""A city with people in every role, and imports read for it as the background worker reads them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from hankesalkku.core.access.actor import Actor, Role, operator
from hankesalkku.services.background import run_pending
from hankesalkku.services.imports.upload import Brought, import_upload
from hankesalkku.services.organisation.organisations import OrganisationSeen, organisation_add
from hankesalkku.services.people.users import actor_of, role_give, user_add
from hankesalkku.store.models import User
from hankesalkku.store.queries.imports import BatchSeen, ProposalSeen, batch_numbered, proposals_of
from tests.support.reports import a_report
from tests.support.round_trip import WRITERS

DAY = date(2026, 3, 2)


@dataclass(frozen=True, slots=True)
class City:
    """An organisation and its people's actors by role."""

    organisation: OrganisationSeen
    actors: dict[Role, Actor]

    @property
    def id(self) -> UUID:
        """Give the organisation's key."""
        return self.organisation.id

    @property
    def coordinator(self) -> Actor:
        """Give who brings files in and reviews them."""
        return self.actors[Role.COORDINATOR]

    def user(self, role: Role = Role.COORDINATOR) -> User:
        """Give the user of a role, for signing in."""
        return User.objects.get(id=str(self.actors[role].user))


def a_city(slug: str = "mallila", roles: Sequence[Role] = (Role.COORDINATOR,)) -> City:
    """Make a city with one user for each role."""
    organisation = organisation_add(operator(), slug=slug, name=f"{slug.capitalize()}n kaupunki")
    actors = {}
    for role in roles:
        user = user_add(operator(), email=f"{role}@{slug}.example", name=f"Aino {role.value.capitalize()}")
        role_give(operator(), organisation=organisation.id, user=user.id, role=role)
        actor = actor_of(user.id, organisation.id, DAY)
        assert actor is not None
        actors[role] = actor
    return City(organisation, actors)


def imported(
    city: City, *files: Brought | Path, report_date: str = "", actor: Actor | None = None
) -> BatchSeen:
    """Bring files in and let the worker read them."""
    sent = [f if isinstance(f, Brought) else Brought.whole(f.name, f.read_bytes()) for f in files]
    outcome = import_upload(actor or city.coordinator, files=sent, report_date=report_date)
    assert outcome.number is not None, outcome
    run_pending()
    return batch_of_number(city, outcome.number)


def batch_of_number(city: City, number: int) -> BatchSeen:
    """Give an import as it is now."""
    found = batch_numbered(city.id, number)
    assert found is not None
    return found


def proposals(city: City, batch: BatchSeen) -> tuple[ProposalSeen, ...]:
    """Give an import's proposals as they are now."""
    return proposals_of(city.id, batch.id)


def a_report_file(form: str = "txt", count: int = 3) -> Brought:
    """Write a report of made-up projects as a file."""
    return Brought.whole(f"raportti.{form}", WRITERS[form](a_report(count)))
