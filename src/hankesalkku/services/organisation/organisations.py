"""Organisations: added with the shipped funders, found by their short name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from hankesalkku.core.access.actor import Actor
from hankesalkku.core.access.rights import Action
from hankesalkku.core.access.subject import Subject
from hankesalkku.core.reference.funders import FUNDERS, Funder
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.core.values.text import sortable
from hankesalkku.services.audit.act import acting
from hankesalkku.services.errors import AlreadyDone
from hankesalkku.services.moment import new_key
from hankesalkku.store.models import Funder as FunderRow
from hankesalkku.store.models import Organisation


@dataclass(frozen=True, slots=True)
class OrganisationSeen:
    """An organisation as the shells need it."""

    id: UUID
    slug: str
    kind: str
    name: str
    language: str
    time_zone: str
    name_other: Mapping[str, str]
    is_demo: bool


def organisation_add(
    actor: Actor,
    *,
    slug: str,
    name: str,
    kind: str = "kaupunki",
    language: str = "fi",
    name_other: Mapping[str, str] | None = None,
    is_demo: bool = False,
) -> OrganisationSeen:
    """Add an organisation and give it the shipped list of funders.

    Raises:
        AlreadyDone: there is one of that short name.
        NotAllowed: the actor is not the operator.
    """
    with acting(actor, Action.ORGANISATION_ADD, Subject(None)) as act:
        known = Organisation.objects.filter(slug=slug).first()
        if known is not None:
            raise AlreadyDone(known.id)
        row = Organisation(
            id=new_key(),
            slug=slug,
            name=name,
            kind=kind,
            language=language,
            name_other=dict(name_other or {}),
            is_demo=is_demo,
            created_at=act.at,
            changed_at=act.at,
        )
        Organisation.objects.bulk_create([row])
        act.changed("organisation", row.id, None, {"slug": slug, "name": name, "kind": kind})
        ship_funders(row, act.at)
        return seen(row)


def ship_funders(organisation: Organisation, at: datetime) -> None:
    """Give an organisation the funders that came with the product and that it lacks."""
    known = set(FunderRow.objects.filter(organisation=organisation).values_list("name", flat=True))
    rows = {
        funder.name: _funder_row(organisation, funder, at) for funder in FUNDERS if funder.name not in known
    }
    FunderRow.objects.bulk_create(rows.values())
    heirs = [(rows[f.name], rows[f.successor]) for f in FUNDERS if f.name in rows and f.successor in rows]
    for row, heir in heirs:
        row.successor = heir
    FunderRow.objects.bulk_update([row for row, _ in heirs], ["successor"])


def organisation_of(slug: str) -> OrganisationSeen | None:
    """Give the organisation of a short name, None where there is none."""
    row = Organisation.objects.filter(slug=slug).first()
    return seen(row) if row else None


def organisations() -> tuple[OrganisationSeen, ...]:
    """Give every organisation by name."""
    return tuple(seen(row) for row in Organisation.objects.order_by("name"))


def seen(row: Organisation) -> OrganisationSeen:
    """Make what shells see of a row."""
    return OrganisationSeen(
        row.id, row.slug, row.kind, row.name, row.language, row.time_zone, row.name_other, row.is_demo
    )


def _funder_row(organisation: Organisation, funder: Funder, at: datetime) -> FunderRow:
    return FunderRow(
        id=new_key(),
        organisation=organisation,
        name=funder.name,
        name_sv=funder.name_sv,
        name_en=funder.name_en,
        short_names=list(funder.short_names),
        prefixes=list(funder.prefixes),
        group=funder.group.value,
        valid_from=_iso(funder.valid_from),
        valid_to=_iso(funder.valid_to),
        sort_key=sortable(funder.name),
        is_shipped=True,
        created_at=at,
        changed_at=at,
    )


def _iso(on: PartialDate | None) -> str:
    return on.iso if on else ""
