"""What changed between two reports, in words."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.cli.show_findings import shortened
from hankesalkku.cli.voice import Line
from hankesalkku.core.card.card import EXTRA_PREFIX
from hankesalkku.core.card.diff import Change, Difference, Pair, WordKind, WordRun
from hankesalkku.core.card.document import CardDocument
from hankesalkku.core.card.fields import BY_KEY
from hankesalkku.core.language.wording import Wording

CONTEXT_WORDS = 6
"""So many unchanged words are shown on each side of a change in a long text."""


def difference_lines(
    difference: Difference, old_name: str, new_name: str, wording: Wording
) -> Iterator[Line]:
    """Give the whole comparison: a count, then heading, new, ended and changed cards."""
    yield Line(f"{old_name} → {new_name}", "bold")
    yield Line(_count_text(difference, wording))
    if difference.heading:
        yield Line()
        yield Line(wording.say("cli.diff.heading"), "bold")
        for change in difference.heading:
            yield _change_line(change, wording)
    yield from _listed("added", difference.added, difference.new, wording)
    yield from _listed("ended", difference.ended, difference.old, wording)
    if difference.changed:
        yield Line()
        yield Line(f"{wording.say('cli.diff.changed')} ({len(difference.changed)})", "bold")
    for pair in difference.changed:
        yield from _pair_lines(pair, difference, wording)


def _count_text(difference: Difference, wording: Wording) -> str:
    if difference.is_empty:
        return wording.say("cli.diff.same")
    same = len(difference.pairs) - len(difference.changed)
    numbers = {
        "added": len(difference.added),
        "ended": len(difference.ended),
        "changed": len(difference.changed),
        "same": same,
    }
    return ", ".join(wording.count(f"cli.diff.count.{key}", number) for key, number in numbers.items())


def _listed(key: str, cards: tuple[int, ...], document: CardDocument, wording: Wording) -> Iterator[Line]:
    if not cards:
        return
    yield Line()
    yield Line(f"{wording.say(f'cli.diff.{key}')} ({len(cards)})", "bold")
    for index in cards:
        name = document.cards[index].name or wording.say("report.no_name")
        yield Line(f"{index + 1}. {name}", indent=2, hang=3)


def _pair_lines(pair: Pair, difference: Difference, wording: Wording) -> Iterator[Line]:
    name = difference.new.cards[pair.new].name or wording.say("report.no_name")
    number = f"{pair.new + 1}" if pair.old == pair.new else f"{pair.old + 1} → {pair.new + 1}"
    reason = wording.say(f"cli.diff.by.{pair.reason}", value=shortened(pair.matched_by))
    yield Line()
    yield Line(f"{number}. {name} ({reason})", indent=2, hang=3)
    for change in pair.changes:
        yield _change_line(change, wording)


def _change_line(change: Change, wording: Wording) -> Line:
    label = _label(change, wording)
    if change.words:
        return Line(f"{label}: {marked(change.words)}", indent=4, hang=2)
    nothing = wording.say("cli.diff.nothing")
    return Line(f"{label}: {change.old or nothing} → {change.new or nothing}", indent=4, hang=2)


def _label(change: Change, wording: Wording) -> str:
    if change.key in BY_KEY:
        return BY_KEY[change.key].label(wording.language)
    if change.key.startswith(EXTRA_PREFIX):
        return change.label or change.key.removeprefix(EXTRA_PREFIX)
    return wording.say(f"cli.diff.field.{change.key}")


def marked(words: tuple[WordRun, ...]) -> str:
    """Write a text with its changes as `[-removed-]` and `{+added+}`, long unchanged runs cut in the middle.

    >>> marked((WordRun(WordKind.SAME, "hanke"), WordRun(WordKind.REMOVED, "alkaa"), WordRun(WordKind.ADDED, "alkoi")))
    'hanke [-alkaa-] {+alkoi+}'
    """
    pieces = []
    for position, run in enumerate(words):
        if run.kind is WordKind.REMOVED:
            pieces.append(f"[-{run.text}-]")
        elif run.kind is WordKind.ADDED:
            pieces.append(f"{{+{run.text}+}}")
        else:
            pieces.append(_cut(run.text, is_first=position == 0, is_last=position == len(words) - 1))
    return " ".join(pieces)


def _cut(text: str, *, is_first: bool, is_last: bool) -> str:
    words = text.split(" ")
    if len(words) <= 2 * CONTEXT_WORDS + 1:
        return text
    before = [] if is_first else words[:CONTEXT_WORDS]
    after = [] if is_last else words[-CONTEXT_WORDS:]
    return " ".join((*before, "…", *after))
