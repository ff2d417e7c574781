"""Chooses among the labels that may stand at the lines of a text: the best path through the document."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from hankesalkku.core.card.fields import FIELDS
from hankesalkku.ingest.recognise.candidates import Candidate

STATES_KEPT = 48
_NUMBER = {field.key: field.number for field in FIELDS}


@dataclass(slots=True)
class Step:
    """A path so far: its score, the fields seen in the current card, the last one, and how it came here."""

    score: float
    seen: int
    last: int
    taken: Candidate | None = None
    line: int = 0
    opens_card: bool = False
    before: Step | None = field(default=None, repr=False)


def best_path(candidates: list[list[Candidate]], count: int) -> list[Step]:
    """Choose the labels: dynamic programming over lines, a state per set of fields seen and last field."""
    waiting: dict[int, list[Step]] = defaultdict(list)
    waiting[0].append(Step(0.0, 0, 0))
    best = Step(0.0, 0, 0)
    for line in range(count):
        states = _pruned(waiting.pop(line, []))
        here = candidates[line]
        for state in states:
            waiting[line + 1].append(state)
            for candidate in here:
                for after in _take(state, candidate, line):
                    waiting[candidate.next_line].append(after)
    best = max((state for states in waiting.values() for state in states), key=lambda state: state.score)
    return _trace(best)


def _pruned(states: list[Step]) -> list[Step]:
    """Keep the best state of each kind, and the best kinds."""
    kinds: dict[tuple[int, int], Step] = {}
    for state in states:
        known = kinds.get((state.seen, state.last))
        if known is None or state.score > known.score:
            kinds[(state.seen, state.last)] = state
    return sorted(kinds.values(), key=lambda state: -state.score)[:STATES_KEPT]


def _take(state: Step, candidate: Candidate, line: int) -> list[Step]:
    """Give the states after taking a label: it goes on with the card, or begins the next."""
    number = _NUMBER[candidate.entry.key]
    bit = 1 << number
    found = []
    if state.seen and not state.seen & bit:
        score = state.score + candidate.score + _order_prior(state.last, number)
        found.append(Step(score, state.seen | bit, number, candidate, line, False, state))
    if not state.seen or number == 1 or state.seen & bit:
        score = state.score + candidate.score + _opening_prior(state, number)
        found.append(Step(score, bit, number, candidate, line, True, state))
    return found


def _order_prior(last: int, number: int) -> float:
    """Fields come in the card's order: the next one is likely, a gap less so, a step back unlikely."""
    if number == last + 1:
        return 1.0
    return -0.3 * (number - last - 1) if number > last else -3.0


def _opening_prior(state: Step, number: int) -> float:
    """A card begins with its name, and not before the last one had some rows."""
    prior = 2.0 if number == 1 else -6.0
    if state.seen and state.seen.bit_count() < 4:
        prior -= 3.0
    return prior


def _trace(state: Step) -> list[Step]:
    path = []
    step: Step | None = state
    while step is not None:
        if step.taken is not None:
            path.append(step)
        step = step.before
    return path[::-1]
