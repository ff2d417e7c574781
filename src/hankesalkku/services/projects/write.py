"""Writes a whole project record into its tables, and its entry into the act. The one place that does."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db.models import Model

from hankesalkku.core.card.card import Row
from hankesalkku.core.card.exchange import places_to_list
from hankesalkku.core.card.fields import MONEY_KEYS
from hankesalkku.core.card.record import ProjectRecord, RowSource
from hankesalkku.core.card.record_exchange import difference, record_to_dict
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.services.audit.act import Act
from hankesalkku.services.errors import Conflict
from hankesalkku.services.findings.run import check_project
from hankesalkku.services.moment import new_key
from hankesalkku.services.projects.listing import listing_of
from hankesalkku.store.mapping.projects import CHILDREN, columns_of, row_columns
from hankesalkku.store.models import (
    CaseLink,
    Funder,
    FurtherPeriod,
    Grant,
    MunicipalDecision,
    NamedViewer,
    PhaseChange,
    Project,
    ProjectListing,
    ProjectPerson,
    ProjectRow,
    ProjectUnit,
    SumPart,
)
from hankesalkku.store.queries.projects import records
from hankesalkku.store.queries.units import lineages
from hankesalkku.store.queries.versions import update_versioned

KIND = "project"
LISTING_COUNTS = ("errors", "warnings", "notes", "trouble")


def insert_project(act: Act, record: ProjectRecord, *, day: date) -> ProjectRecord:
    """Put a new project into the register; its version is 1."""
    Project.objects.bulk_create(
        [
            Project(
                id=record.id,
                organisation_id=record.organisation,
                number=record.number,
                version=1,
                created_at=act.at,
                changed_at=act.at,
                **columns_of(record),
            )
        ]
    )
    _write_children(act, record, {})
    _write_phase(record, day)
    listing = listing_of(record, lineages(record.organisation), changed_at=act.at)
    ProjectListing.objects.bulk_create([listing])
    act.changed(KIND, record.id, None, record_to_dict(record))
    fresh = _fresh(record)
    check_project(fresh, day=day, at=act.at)
    return fresh


def update_project(act: Act, old: ProjectRecord, new: ProjectRecord, *, day: date) -> ProjectRecord:
    """Change a project from one record to another; nothing is written where nothing differs.

    Raises:
        Conflict: the project has another version than `old` by now.
    """
    before, after = difference(record_to_dict(old), record_to_dict(new))
    if not after:
        return old
    organisation = old.organisation
    values = {**columns_of(new), "changed_at": act.at}
    if not update_versioned(Project, organisation=organisation, key=old.id, version=old.version, **values):
        raise Conflict(_version(old.id))
    for model in CHILDREN:
        model._default_manager.filter(organisation=organisation, project=old.id).delete()
    _write_children(act, new, old.sources)
    if old.card.phases != new.card.phases:
        _write_phase(new, day)
    _update_listing(act, new)
    act.changed(KIND, old.id, {**before, "version": old.version}, {**after, "version": old.version + 1})
    fresh = _fresh(new)
    check_project(fresh, day=day, at=act.at)
    return fresh


def delete_project(act: Act, record: ProjectRecord) -> None:
    """Take a project out of the register; the entry keeps everything it was."""
    ProjectListing.objects.filter(project=record.id).delete()
    deleted, _ = Project.objects.filter(
        organisation=record.organisation, id=record.id, version=record.version
    ).delete()
    if not deleted:
        raise Conflict(_version(record.id))
    act.changed(KIND, record.id, record_to_dict(record), None)


def _fresh(record: ProjectRecord) -> ProjectRecord:
    (found,) = records(record.organisation, [record.id])
    return found


def _version(key: UUID) -> int:
    return Project.objects.filter(id=key).values_list("version", flat=True).first() or 0


def _update_listing(act: Act, record: ProjectRecord) -> None:
    listing = listing_of(record, lineages(record.organisation), changed_at=act.at)
    fields = [
        field.attname
        for field in ProjectListing._meta.concrete_fields
        if not field.primary_key and field.name not in ("project", "organisation", *LISTING_COUNTS)
    ]
    ProjectListing.objects.filter(organisation=record.organisation, project=record.id).update(
        **{name: getattr(listing, name) for name in fields}
    )


def _write_phase(record: ProjectRecord, day: date) -> None:
    PhaseChange.objects.bulk_create(
        [
            PhaseChange(
                id=new_key(),
                organisation_id=record.organisation,
                project_id=record.id,
                phases="+".join(record.card.phases),
                on=day,
            )
        ]
    )


def _write_children(act: Act, record: ProjectRecord, sources_before: Mapping[str, RowSource]) -> None:
    for made in (
        _rows(act, record, sources_before),
        _parts(record),
        _periods(record),
        _units(record),
        _people(record),
        _viewers(record),
        _grants(record),
        _decisions(record),
        _links(record),
    ):
        if made:
            type(made[0])._default_manager.bulk_create(made)


def _own(record: ProjectRecord) -> dict[str, UUID]:
    return {"id": new_key(), "organisation_id": record.organisation, "project_id": record.id}


def _rows(act: Act, record: ProjectRecord, before: Mapping[str, RowSource]) -> list[Model]:
    return [
        _row(act, record, row, position, before.get(row.key)) for position, row in enumerate(record.card.rows)
    ]


def _row(act: Act, record: ProjectRecord, row: Row, position: int, before: RowSource | None) -> ProjectRow:
    """Make a row: its source is the record's, its author whoever changed the text last."""
    source = record.sources.get(row.key) or before or RowSource()
    columns = row_columns(row) | {"places": places_to_list(source.places or row.places)}
    return ProjectRow(
        **_own(record),
        position=position,
        **columns,
        original=source.original,
        file_id=source.file,
        changed_at=source.changed_at or act.at,
        changed_by_name=source.changed_by if source.changed_at else act.actor.name,
    )


def _parts(record: ProjectRecord) -> list[Model]:
    return [
        SumPart(**_own(record), key=key.value, position=position, name=part.name[:300], cents=part.cents)
        for key in MONEY_KEYS
        if (money := record.card.money(key))
        for position, part in enumerate(money.parts)
    ]


def _periods(record: ProjectRecord) -> list[Model]:
    return [
        FurtherPeriod(**_own(record), position=position, start=_iso(period.start), end=_iso(period.end))
        for position, period in enumerate(record.card.further.periods)
    ]


def _units(record: ProjectRecord) -> list[Model]:
    return [
        ProjectUnit(
            **_own(record),
            unit_id=spell.unit,
            position=position,
            written=list(spell.path),
            is_lead=spell.is_lead,
            starts_on=spell.starts_on,
            ends_on=spell.ends_on,
            part_name=spell.part_name,
        )
        for position, spell in enumerate(record.units)
    ]


def _people(record: ProjectRecord) -> list[Model]:
    return [
        ProjectPerson(**_own(record), person_id=one.person, position=position, written=one.written[:200])
        for position, one in enumerate(record.people)
    ]


def _viewers(record: ProjectRecord) -> list[Model]:
    return [NamedViewer(**_own(record), person_id=person) for person in record.viewers]


def _grants(record: ProjectRecord) -> list[Model]:
    names = [grant.funder for grant in record.grants if grant.funder]
    funders = dict(
        Funder.objects.filter(organisation=record.organisation, name__in=names).values_list("name", "id")
    )
    return [
        Grant(
            **_own(record),
            position=position,
            funder_id=funders.get(grant.funder or ""),
            funder_written=(grant.funder or "")[:300],
            decision_date=_iso(grant.decision_date),
            case_number=grant.case_number.normal[:200] if grant.case_number else "",
            service_number=grant.service_number,
            call=grant.call,
        )
        for position, grant in enumerate(record.grants)
    ]


def _decisions(record: ProjectRecord) -> list[Model]:
    return [
        MunicipalDecision(
            **_own(record),
            position=position,
            body=(one.decision.body or "")[:300],
            section=one.decision.section,
            date=_iso(one.decision.date),
            by_office_holder=one.decision.by_office_holder,
            purpose=one.purpose.value if one.purpose else "",
            url=one.url,
        )
        for position, one in enumerate(record.decisions)
    ]


def _links(record: ProjectRecord) -> list[Model]:
    return [
        CaseLink(
            **_own(record),
            position=position,
            case_number=link.case_number.normal[:200],
            url=link.url,
            is_internal=link.is_internal,
        )
        for position, link in enumerate(record.case_links)
    ]


def _iso(on: PartialDate | None) -> str:
    return on.iso if on else ""
