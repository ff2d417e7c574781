"""What the templates of imports are given: values of the services with their words and addresses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest
from django.utils.timezone import localtime

from hankesalkku.core.card.fields import FIELDS
from hankesalkku.core.language.formats import format_date, format_number
from hankesalkku.services.errors import Conflict, Invalid, NotFound
from hankesalkku.services.imports.ledger import FileLine, ImportLine, ImportProgress
from hankesalkku.services.imports.read_batch import STEPS
from hankesalkku.services.imports.refusals import refusal_words, refusal_words_of
from hankesalkku.services.imports.review import import_places
from hankesalkku.services.imports.seen import FieldSeen, ReviewSeen
from hankesalkku.services.imports.storable import storable
from hankesalkku.services.imports.upload import UploadOutcome
from hankesalkku.web.shared.components import Step
from hankesalkku.web.shared.visit import Visit

ROOM = "imports"
SEVERITIES = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class ListedImport:
    """An import in the list, with its words; `look` is the tag's."""

    number: int
    at: datetime
    by: str
    files: tuple[FileLine, ...]
    cards: int
    accepted: int
    errors: int
    warnings: int
    state: str
    state_words: str
    look: str
    href: str


@dataclass(frozen=True, slots=True)
class ListedCard:
    """A card in the list beside the review."""

    href: str
    name: str
    tag: str
    worst: str
    is_current: bool


STATE_LOOKS = {
    "queued": "info-quiet",
    "reading": "info-quiet",
    "mapping": "info",
    "review": "info",
    "done": "plain",
    "failed": "error",
    "cancelled": "quiet",
    "undone": "quiet",
}


def base(visit: Visit) -> str:
    """Give the beginning of the imports' addresses."""
    return f"{visit.base}/tuonti/"


def lines_of(lines: Sequence[ImportLine], visit: Visit) -> tuple[ListedImport, ...]:
    """Give the imports of the list with their words."""
    return tuple(
        ListedImport(
            line.number,
            line.at,
            line.by,
            line.files,
            line.cards,
            line.accepted,
            line.errors,
            line.warnings,
            line.state,
            visit.wording.say(f"web.imports.state.{line.state}"),
            STATE_LOOKS[line.state],
            f"{base(visit)}{line.number}/",
        )
        for line in lines
    )


def progress_context(seen: ImportProgress, visit: Visit) -> dict[str, object]:
    """Give the steps of an import, how much is done, and what came of it."""
    say = visit.wording.say
    job = seen.job
    href = f"{base(visit)}{seen.batch.number}/"
    refused = [
        (file.name, refusal_words_of(file.refusal, visit.wording))
        for file in seen.batch.files
        if file.refusal
    ]
    return {
        "seen": seen,
        "steps": _steps(seen, visit),
        "share": 100 * job.done // job.total if job and job.total and not seen.is_over else None,
        "words": say(f"web.imports.now.{seen.state}"),
        "result": _result(seen, visit),
        "refused": refused,
        "poll_href": "" if seen.is_over else href,
        "href": href,
        "base": base(visit),
        "state_words": say(f"web.imports.state.{seen.state}"),
    }


def _steps(seen: ImportProgress, visit: Visit) -> tuple[Step, ...]:
    names = (*STEPS, "done")
    now = names.index(seen.job.step) if seen.job and seen.job.step in STEPS else 0
    if seen.state in ("review", "done", "undone", "mapping"):
        now = len(names)
    broken = seen.state in ("failed", "cancelled")
    return tuple(
        Step(visit.wording.say(f"web.imports.step.{name}"), _step_state(place, now, broken=broken))
        for place, name in enumerate(names)
    )


def _step_state(place: int, now: int, *, broken: bool) -> str:
    if place < now:
        return "done"
    return ("failed" if broken else "now") if place == now else "waiting"


def _result(seen: ImportProgress, visit: Visit) -> str:
    """Say what was read: `12 korttia, 0 merkkiä lukematta, 3 virhettä, 12 varoitusta`."""
    if seen.state not in ("review", "done"):
        return ""
    count = visit.wording.count
    pieces = (
        count("web.imports.cards", seen.cards),
        count("web.imports.unread", seen.unread_characters),
        count("web.imports.with_errors", seen.errors),
        count("web.imports.with_warnings", seen.warnings),
    )
    return ", ".join(pieces)


def review_context(
    seen: ReviewSeen, visit: Visit, *, key: str = "", typed: str | None = None
) -> dict[str, object]:
    """Give the review page its parts with addresses; the row in hand is `key`'s, else the first with a finding."""
    href = f"{base(visit)}{seen.batch.number}/"
    now = _in_hand(seen.fields, key)
    wording = visit.wording
    characters = sum(file.characters for file in seen.batch.files)
    placed = sum(file.placed for file in seen.batch.files)
    return {
        "seen": seen,
        "href": href,
        "card_href": f"{href}kortti/{seen.place}/",
        "review_href": f"{href}tarkista/",
        "cards": tuple(_card(place, seen, href) for place in range(1, len(seen.lines) + 1)),
        "now": now,
        "typed": typed,
        "percent": 100 * placed // characters if characters else 100,
        "unread": format_number(characters - placed),
        "counts": wording.say("web.imports.counts", cards=len(seen.lines), open=seen.open_count),
        "clean_words": wording.say("web.imports.accept_clean", count=seen.clean),
        "previous_href": f"{href}tarkista/?kortti={seen.place - 1}" if seen.place > 1 else "",
        "next_href": f"{href}tarkista/?kortti={seen.place + 1}" if seen.place < len(seen.lines) else "",
        "fields_known": field_choices(visit),
        "project_href": f"{visit.base}/hankkeet/",
        "decided_words": _decided(seen, visit),
        "is_open": seen.proposal.state == "open" and seen.may_decide,
    }


def _in_hand(fields: Sequence[FieldSeen], key: str) -> int:
    chosen = [field.number for field in fields if field.key == key]
    troubled = [f.number for f in fields for one in f.findings if one.severity != "note"]
    return next(iter((*chosen, *troubled, 1)))


def _card(place: int, seen: ReviewSeen, href: str) -> ListedCard:
    one = seen.lines[place - 1]
    kind = seen.kind if place == seen.place else one.kind
    return ListedCard(
        f"{href}tarkista/?kortti={place}",
        one.name,
        one.state if one.state != "open" else kind,
        SEVERITIES[one.worst] if one.worst < 2 and one.state == "open" else "",
        place == seen.place,
    )


def field_choices(visit: Visit) -> tuple[tuple[str, str], ...]:
    """Give the fourteen fields with their labels in the reader's language."""
    return tuple((field.key.value, field.label(visit.wording.language)) for field in FIELDS)


def next_place(visit: Visit, number: int, place: int) -> int:
    """Give the place of the next open card after one, else the first open one, else this one."""
    lines = import_places(visit.actor, batch=number)
    waiting = [at for at, line in enumerate(lines, 1) if line.state == "open"]
    return next((at for at in waiting if at > place), next(iter(waiting), place))


def conflict_words(error: Conflict | Invalid, visit: Visit) -> str:
    """Say what is in the way of an act on a card."""
    if isinstance(error, Invalid):
        return " ".join(words for _, words in fault_words(error, visit))
    if error.by:
        return visit.wording.say("web.imports.conflict_by", by=error.by)
    return visit.wording.say("web.imports.conflict")


def fault_words(error: Invalid, visit: Visit) -> tuple[tuple[str, str], ...]:
    """Give each fault's field and words."""
    return tuple(
        (fault.field, visit.wording.say(fault.message, **dict(fault.params))) for fault in error.faults
    )


def told_errors(request: HttpRequest, visit: Visit, error: Invalid) -> None:
    """Put the faults on the next page."""
    for _, words in fault_words(error, visit):
        messages.error(request, words)


def tell_outcome(request: HttpRequest, visit: Visit, outcome: UploadOutcome) -> None:
    """Put on the next page which files were not taken in, and why."""
    for words in outcome_words(outcome, visit):
        messages.warning(request, words)
    for file in outcome.known:
        day = format_date(localtime(file.at).date(), visit.wording.language)
        messages.info(request, visit.wording.say("web.imports.known", name=file.name, day=day))


def outcome_words(outcome: UploadOutcome, visit: Visit) -> tuple[str, ...]:
    """Say of each file that was not taken in why: refused, or known already."""
    refused = (f"{file.name}: {refusal_words(file.reason, None, visit.wording)}" for file in outcome.refused)
    return tuple(refused)


def text_in(request: HttpRequest, name: str) -> str:
    """Give a text of a form or address, in signs that can be stored."""
    return str(storable(request.POST.get(name) or request.GET.get(name) or ""))


def number_in(request: HttpRequest, name: str) -> int | None:
    """Give a whole number of a form or address, None where it is none."""
    told = request.POST.get(name) or request.GET.get(name) or ""
    return int(told) if told.isascii() and told.isdigit() and len(told) < 10 else None


def key_of(text: str) -> UUID:
    """Give the key that a form sent.

    Raises:
        NotFound: it is none.
    """
    try:
        return UUID(text)
    except ValueError:
        raise NotFound(text) from None


def _decided(seen: ReviewSeen, visit: Visit) -> str:
    """Say who decided a card and how; nothing for one that is open."""
    proposal = seen.proposal
    if proposal.state == "open":
        return ""
    key = f"web.imports.decided.{proposal.state}"
    return visit.wording.say(key, by=proposal.decided_by, why=proposal.reason)
