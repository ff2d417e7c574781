"""What the review page shows (*tarkista ehdotukset*): the cards of an import, one of them row by row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from hankesalkku.core.access.actor import Actor
from hankesalkku.core.access.may import may
from hankesalkku.core.access.rights import Action
from hankesalkku.core.access.subject import Subject
from hankesalkku.core.card.card import Card
from hankesalkku.core.card.choices import Choice, Take, choices_from_dict, chosen_card
from hankesalkku.core.card.matching import Reason, ReasonKind
from hankesalkku.core.card.merge import field_text, keys_of
from hankesalkku.core.card.proposal import FieldChange, Proposal
from hankesalkku.core.card.record import ProjectRecord
from hankesalkku.core.findings.finding import Finding
from hankesalkku.core.findings.render import field_label, render
from hankesalkku.core.findings.run import catalogue
from hankesalkku.core.language.formats import format_date
from hankesalkku.core.language.wording import Wording
from hankesalkku.core.report.printed import printed_text
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.services.errors import NotFound
from hankesalkku.services.imports.accept import files_of, is_clean
from hankesalkku.services.imports.open_batch import REVIEWED, batch_seen
from hankesalkku.services.imports.proposing import propose_again
from hankesalkku.services.imports.seen import FieldSeen, FindingSeen, MatchSeen, ReviewSeen, Stale
from hankesalkku.services.projects.subject import subject_of
from hankesalkku.store.queries.history import changes_of
from hankesalkku.store.queries.imports import (
    BatchSeen,
    ProposalLine,
    ProposalSeen,
    leftovers_of,
    proposal_lines,
    proposals_of,
)
from hankesalkku.store.queries.projects import records


def import_review(actor: Actor, *, batch: int, place: int | None, wording: Wording) -> ReviewSeen | None:
    """Give a card of an import for review: the `place`-th, else the first that is open. None where there is none.

    Raises:
        NotFound: there is no such import, or it is not read yet, or has fewer cards.
        NotAllowed: the actor may not.
    """
    seen = batch_seen(actor, batch)
    if seen.state not in (*REVIEWED, "undone"):
        raise NotFound(batch)
    lines = proposal_lines(seen.organisation, seen.id)
    if not lines:
        return None
    at = place if place is not None else _first_open(lines)
    if not 1 <= at <= len(lines):
        raise NotFound(place)
    (proposal,) = proposals_of(seen.organisation, seen.id, [lines[at - 1].id])
    return _review(actor, seen, lines, at, proposal, wording)


def card_at(actor: Actor, *, batch: int, place: int) -> UUID:
    """Give the key of the `place`-th card of an import, counted from 1.

    Raises:
        NotFound: there is no such import or card.
        NotAllowed: the actor may not.
    """
    lines = import_places(actor, batch=batch)
    if not 1 <= place <= len(lines):
        raise NotFound(place)
    return lines[place - 1].id


def import_places(actor: Actor, *, batch: int) -> tuple[ProposalLine, ...]:
    """Give the cards of an import in their order.

    Raises:
        NotFound, NotAllowed: see batch_seen.
    """
    seen = batch_seen(actor, batch)
    return proposal_lines(seen.organisation, seen.id)


def _review(
    actor: Actor,
    batch: BatchSeen,
    lines: tuple[ProposalLine, ...],
    at: int,
    proposal: ProposalSeen,
    wording: Wording,
) -> ReviewSeen:
    projects = _projects(actor, batch, proposal)
    record = projects.get(proposal.match) if proposal.match else None
    now = _compared(batch, proposal, record)
    findings = [(finding, _finding(finding, wording)) for finding in proposal.findings]
    grave = [(f, words) for f, words in findings if not catalogue()[f.rule].is_import_remark]
    fields = _fields(batch, proposal, record, now, grave, wording)
    shown = {field.key for field in fields}
    result = projects.get(proposal.result) if proposal.result else None
    return ReviewSeen(
        batch=batch,
        lines=lines,
        place=at,
        proposal=proposal,
        fields=fields,
        card_findings=tuple(words for f, words in grave if f.field not in shown),
        remarks=tuple(words for f, words in findings if catalogue()[f.rule].is_import_remark),
        match=_match(proposal, record, wording) if record else None,
        alternatives=_alternatives(proposal, projects),
        twins=tuple(lines[twin].name for twin in proposal.twins if twin < len(lines)),
        stale=_stale(proposal, record, now),
        result_number=result.number if result else None,
        leftovers=leftovers_of(batch.organisation, batch.id),
        clean=_clean_count(batch),
        may_decide=may(actor, Action.IMPORT_REVIEW, Subject(batch.organisation)).is_granted
        and batch.state in REVIEWED,
        kind=now.kind.value if now and proposal.state == "open" else proposal.kind,
    )


def _first_open(lines: Sequence[ProposalLine]) -> int:
    """Give the place of the first open card, those with errors and warnings first in mind: the order of the file."""
    return next((place for place, line in enumerate(lines, 1) if line.state == "open"), 1)


def _clean_count(batch: BatchSeen) -> int:
    return sum(1 for proposal in proposals_of(batch.organisation, batch.id) if is_clean(proposal))


def _projects(actor: Actor, batch: BatchSeen, proposal: ProposalSeen) -> dict[UUID, ProjectRecord]:
    """Read the projects that the page speaks of, as far as the actor may see them."""
    keys = [UUID(other["project"]) for other in proposal.alternatives]
    keys += [key for key in (proposal.match, proposal.result) if key]
    found = records(batch.organisation, list(dict.fromkeys(keys)))
    return {one.id: one for one in found if may(actor, Action.PROJECT_VIEW, subject_of(one)).is_granted}


def _compared(batch: BatchSeen, proposal: ProposalSeen, record: ProjectRecord | None) -> Proposal | None:
    told = next((file.report_date for file in batch.files if file.id == proposal.file), "")
    day = PartialDate.from_iso(told) if told else None
    return propose_again(proposal.card, record, day) if record else None


def _fields(
    batch: BatchSeen,
    proposal: ProposalSeen,
    record: ProjectRecord | None,
    now: Proposal | None,
    findings: Sequence[tuple[Finding, FindingSeen]],
    wording: Wording,
) -> tuple[FieldSeen, ...]:
    choices = choices_from_dict(proposal.choices)
    register = record.card if record else None
    chosen = chosen_card(proposal.card, register, choices)
    changes = {change.change.key: change for change in now.changes} if now else {}
    if "case_url" in changes:
        changes.setdefault("other_information", changes["case_url"])
    files = files_of(proposal)
    found = []
    for number, key in enumerate(keys_of(proposal.card, *([register] if register else ())), 1):
        row = next((row for row in proposal.card.rows if row.key == key), None)
        found.append(
            FieldSeen(
                number=number,
                key=key,
                label=field_label(key, wording),
                written_label=(row.label or "") if row else "",
                value=_value(chosen, key, wording.language),
                text=_text(chosen, key),
                raw=field_text(proposal.card, key),
                register=_value(register, key, wording.language) if register else "",
                take=choices.get(key, Choice()).take.value,
                state=_state(proposal.card, register, key, changes, choices),
                changed_on=_day(changes[key].changed_on) if key in changes else "",
                said_on=_day(changes[key].said_on) if key in changes else "",
                file=files.get(key, proposal.file),
                places=tuple(
                    p for r in proposal.card.rows if r.key == key for p in (r.places or r.label_places)
                ),
                findings=tuple(words for finding, words in findings if finding.field == key),
                past=tuple(
                    (past["text"], _iso_day(past["date"]))
                    for past in proposal.origins.get("past", ())
                    if past["key"] == key
                ),
            )
        )
    return tuple(found)


def _state(
    card: Card,
    register: Card | None,
    key: str,
    changes: Mapping[str, FieldChange],
    choices: Mapping[str, Choice],
) -> str:
    says = bool(field_text(card, key))
    if register is None:
        return "new" if says or key in choices else "empty"
    if key in changes:
        return "conflict" if changes[key].is_conflict else "changed"
    if choices.get(key, Choice()).take is Take.TEXT:
        return "changed"
    if not says:
        return "silent" if field_text(register, key) else "empty"
    return "same"


def _value(card: Card, key: str, language: str) -> str:
    """Give a field as it would be printed: values in the norm of the language, the rest as written."""
    rows = [row for row in card.rows if row.key == key]
    if len(rows) == 1:
        text = printed_text(card, rows[0], language)
        return "\n".join(rows[0].paragraphs) if text == rows[0].text else text
    return "\n".join(row.text for row in rows)


def _text(card: Card, key: str) -> str:
    """Give a field's text for correcting it, its paragraphs on lines of their own."""
    return "\n".join(paragraph for row in card.rows if row.key == key for paragraph in row.paragraphs)


def _finding(finding: Finding, wording: Wording) -> FindingSeen:
    words = render(finding, wording)
    return FindingSeen(
        finding.severity.value,
        words.title,
        words.message,
        words.why,
        words.fix,
        finding.field,
        words.field_label,
        (
            *(value for name, value in finding.params if name == "value" and isinstance(value, str)),
            finding.evidence,
        ),
        finding.suggestions,
    )


def _match(proposal: ProposalSeen, record: ProjectRecord, wording: Wording) -> MatchSeen:
    reasons = (
        Reason(ReasonKind(one["kind"]), one["points"], one["quoted"]) for one in proposal.match_reasons
    )
    words = tuple(wording.say(reason.key, quoted=reason.quoted) for reason in reasons)
    return MatchSeen(record.number, record.card.name or "", proposal.match_score, words, record.version)


def _alternatives(proposal: ProposalSeen, projects: Mapping[UUID, ProjectRecord]) -> tuple[MatchSeen, ...]:
    found = [(projects.get(UUID(one["project"])), one["score"]) for one in proposal.alternatives]
    return tuple(
        MatchSeen(record.number, record.card.name or "", score)
        for record, score in found
        if record is not None and record.id != proposal.match
    )


def _stale(proposal: ProposalSeen, record: ProjectRecord | None, now: Proposal | None) -> Stale | None:
    """Tell who changed the project since the card was compared with it, while the card waits."""
    if record is None or now is None or proposal.state != "open" or record.version == proposal.match_version:
        return None
    seen = [change for change in changes_of(record.organisation, "project", record.id) if change.version]
    return Stale(seen[-1].by, seen[-1].at) if seen else Stale("", None)


def _day(day: PartialDate | date | None) -> str:
    return format_date(day) if day else ""


def _iso_day(iso: str) -> str:
    return format_date(PartialDate.from_iso(iso)) if iso else ""
