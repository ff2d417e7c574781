"""Runs the rules over the register and keeps what they find. Source: DESIGN.md 5 (waivers), practice.md 5.

A finding's identity is its code, projects, field and part: never a page or line. Remarks on an import end when its
cards are accepted, and what concerns a document as a whole belongs to its file: neither is kept here.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from uuid import UUID

from hankesalkku.core.card.document import CardDocument
from hankesalkku.core.card.record import ProjectRecord
from hankesalkku.core.findings.context import Context
from hankesalkku.core.findings.exchange import finding_to_dict
from hankesalkku.core.findings.finding import CardNumbers, Finding, Param, Scope, Severity
from hankesalkku.core.findings.run import catalogue, run
from hankesalkku.core.language.wording import Wording
from hankesalkku.core.values.text import fold
from hankesalkku.services.findings.thresholds import thresholds_of
from hankesalkku.services.moment import new_key
from hankesalkku.store.models import OpenFinding, ProjectListing, Waiver

_WORTH = {Severity.ERROR: 1_000_000, Severity.WARNING: 1_000, Severity.NOTE: 1}
_LONG = 900


@dataclass(frozen=True, slots=True)
class Kept:
    """A finding of the register: its identity, the project it stands at, whether it is the first it concerns."""

    project: UUID
    identity: str
    finding: Finding
    is_first: bool

    @property
    def evidence(self) -> str:
        """Give the evidence as waivers compare it."""
        return fold(self.finding.evidence)


def check_project(record: ProjectRecord, *, day: date, at: datetime) -> None:
    """Run the rules that look at one card over a project that has just changed. Call within its transaction."""
    found = find([record], day=day, thresholds_for=record.organisation, scopes=(Scope.CARD,))
    _keep(record.organisation, [record.id], found, at=at, scopes=(Scope.CARD,))


def check_projects(records: Sequence[ProjectRecord], *, organisation: UUID, day: date, at: datetime) -> int:
    """Run every rule over all projects of an organisation, and give how many findings stand."""
    scopes = (Scope.CARD, Scope.CROSS)
    found = find(records, day=day, thresholds_for=organisation, scopes=scopes)
    _keep(organisation, [record.id for record in records], found, at=at, scopes=scopes)
    return len(found)


def find(
    records: Sequence[ProjectRecord], *, day: date, thresholds_for: UUID, scopes: tuple[Scope, ...]
) -> tuple[Kept, ...]:
    """Find without keeping: each finding once per project it concerns."""
    document = CardDocument(cards=tuple(record.card for record in records))
    context = Context(document, day, thresholds_of(thresholds_for))
    outcome = run(context, switched_off=_not_of_the_register(scopes))
    kept: dict[tuple[UUID, str], Kept] = {}
    for finding in outcome.findings:
        for one in _of_projects(finding, records):
            kept.setdefault((one.project, one.identity), one)
    return tuple(kept.values())


@cache
def _not_of_the_register(scopes: tuple[Scope, ...]) -> tuple[str, ...]:
    return tuple(
        rule.code for rule in catalogue().values() if rule.is_import_remark or rule.scope not in scopes
    )


def _of_projects(finding: Finding, records: Sequence[ProjectRecord]) -> Iterable[Kept]:
    """Spread a finding over its projects; cards are named by the projects' own numbers from now on."""
    projects = [records[index] for index in finding.cards]
    numbers = tuple(record.number - 1 for record in projects)
    named = replace(
        finding,
        cards=numbers,
        params=tuple((name, _renumbered(value, records)) for name, value in finding.params),
    )
    identity = _identity(finding, sorted(str(record.id) for record in projects))
    for position, record in enumerate(projects):
        yield Kept(record.id, identity, named, position == 0)


def _renumbered(value: Param, records: Sequence[ProjectRecord]) -> Param:
    if isinstance(value, CardNumbers):
        return CardNumbers(tuple(records[index].number - 1 for index in value.indices))
    return value


def _identity(finding: Finding, projects: Sequence[str]) -> str:
    part = next((str(value) for name, value in finding.params if name == "part"), "")
    return hashlib.sha256("\n".join((finding.rule, finding.field, part, *projects)).encode()).hexdigest()


def _keep(
    organisation: UUID,
    projects: Sequence[UUID],
    found: Sequence[Kept],
    *,
    at: datetime,
    scopes: tuple[Scope, ...],
) -> None:
    """Write what is new or other, take away what is gone, set waivers, count the findings of each project."""
    for start in range(0, len(projects), _LONG):
        some = set(projects[start : start + _LONG])
        _keep_some(organisation, some, [one for one in found if one.project in some], at, scopes)


def _keep_some(
    organisation: UUID, projects: set[UUID], found: list[Kept], at: datetime, scopes: tuple[Scope, ...]
) -> None:
    standing = {
        (row.project_id, row.identity): row
        for row in OpenFinding.objects.filter(organisation=organisation, project__in=projects)
    }
    waived = _waivers(organisation)
    wanted = {(one.project, one.identity): _row(organisation, one, waived, at) for one in found}
    gone = [
        row.id for key, row in standing.items() if key not in wanted and catalogue()[row.code].scope in scopes
    ]
    OpenFinding.objects.filter(id__in=gone).delete()
    fresh = [row for key, row in wanted.items() if key not in standing]
    OpenFinding.objects.bulk_create(fresh)
    changed = [_onto(standing[key], row) for key, row in wanted.items() if key in standing]
    OpenFinding.objects.bulk_update(
        [row for row in changed if row is not None],
        ["severity", "field", "evidence", "content", "is_waived", "is_first"],
    )
    _count(organisation, projects)


def _row(organisation: UUID, one: Kept, waived: dict[str, Waiver], at: datetime) -> OpenFinding:
    content = finding_to_dict(one.finding, Wording("fi"))
    return OpenFinding(
        id=new_key(),
        organisation_id=organisation,
        project_id=one.project,
        identity=one.identity,
        code=one.finding.rule,
        severity=one.finding.severity.rank,
        field=one.finding.field[:100],
        evidence=one.evidence,
        content={**content, "source": []},
        is_waived=_is_waived(one, waived),
        is_first=one.is_first,
        first_seen_at=at,
    )


def _onto(standing: OpenFinding, wanted: OpenFinding) -> OpenFinding | None:
    names = ("severity", "field", "evidence", "content", "is_waived", "is_first")
    if all(getattr(standing, name) == getattr(wanted, name) for name in names):
        return None
    for name in names:
        setattr(standing, name, getattr(wanted, name))
    return standing


def _waivers(organisation: UUID) -> dict[str, Waiver]:
    """Give the running waivers by identity; those for all alike of a code stand under the code."""
    rows = Waiver.objects.filter(organisation=organisation, ended_at=None)
    return {row.identity or row.code: row for row in rows}


def _is_waived(one: Kept, waived: dict[str, Waiver]) -> bool:
    own = waived.get(one.identity)
    if own is not None:
        return own.evidence == one.evidence
    return one.finding.rule in waived


def _count(organisation: UUID, projects: set[UUID]) -> None:
    counts: dict[UUID, Counter[int]] = defaultdict(Counter)
    rows = OpenFinding.objects.filter(organisation=organisation, project__in=projects, is_waived=False)
    for project, severity in rows.values_list("project", "severity"):
        counts[project][severity] += 1
    listings = list(ProjectListing.objects.filter(organisation=organisation, project__in=projects))
    for listing in listings:
        found = counts[listing.project_id]
        listing.errors, listing.warnings, listing.notes = found[0], found[1], found[2]
        listing.trouble = sum(min(found[severity.rank], 999) * worth for severity, worth in _WORTH.items())
    ProjectListing.objects.bulk_update(listings, ["errors", "warnings", "notes", "trouble"], batch_size=500)
