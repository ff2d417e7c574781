"""Euros in whole cents, with the named parts a row may give in brackets, and their grammar.

Source: requirements D80; findings section 5. Never a float, never a locale parser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from hankesalkku.core.values.amounts import EURO_CENTS, Sum, sums_in
from hankesalkku.core.values.reading import Reading, Remark, RemarkCode
from hankesalkku.core.values.scanner import DASHES, Kind, Span, Tokens, left_over, remark_at, scan, trim


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum in whole cents; may be negative."""

    cents: int


@dataclass(frozen=True, slots=True)
class NamedPart:
    """One named split of a sum, such as `esiopetus: 64 000 €`."""

    name: str
    cents: int


@dataclass(frozen=True, slots=True)
class Money:
    """The total of a row in cents and its named parts, in the order written."""

    total_cents: int
    parts: tuple[NamedPart, ...] = ()


@dataclass(frozen=True, slots=True)
class AmountFound:
    """A sum with its unit at `start`–`end` of a text, in cents."""

    cents: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Named:
    """A sum with the name before or behind it; `name` is None where it has none."""

    amount: Sum
    name: Span | None


_NONE_WORDS = {"ei", "nej", "no", "none", "ingen", "inget", "inga", "nil"}
_NONE_TAIL = {"ole", "mitään", "finns", "alls", "lainkaan"}
_SELECTION = re.compile(
    r"\b(?:josta|joista|joissa|mistä|varav|of\s+which|sisältäen|sisältää|sis|inklusive|inkl|including|incl|mm)\b\.?",
    re.IGNORECASE,
)
_CUT = re.compile(r"[,;\n()\[\]]|\s(?:ja|sekä|och|samt|and|\+|&|/)\s")
_JOINTS = re.compile(r"(?:\A|(?<=[\s,;(]))(?:ja|sekä|och|samt|and)(?=\s|\Z)")
_NAME_EDGES = f" \t\r\n\u00a0\u202f\u2009,;:/.|&+={DASHES}"


def read_money(text: str, *, unit_cents: int = EURO_CENTS) -> Reading[Money]:
    """Read the total of a row and its named parts.

    `unit_cents` is what 1 means where no unit is named: 100 for euros, 100 000 in a column headed `1 000 €`.
    The value is None where nothing is stated (AMOUNT_STATED_NONE), where digits are no clear amount
    (AMOUNT_UNREADABLE) and where several totals stand side by side (AMOUNT_SEVERAL).

    >>> read_money("305 360 € (esiopetus: 64 000 €)").value
    Money(total_cents=30536000, parts=(NamedPart(name='esiopetus', cents=6400000),))
    >>> read_money("4.200 €").value, read_money("4.20").value
    (Money(total_cents=420000, parts=()), None)
    """
    tokens = scan(text)
    sums = _without_ranges(text, list(sums_in(tokens, unit_cents)))
    if not sums:
        return _nothing(tokens)
    total, parts = _divide(text, sums)
    if total is None or total.cents is None:
        return Reading(None, text, _faults(text, sums))
    return _money(text, total, parts)


def find_amounts(text: str) -> tuple[AmountFound, ...]:
    """Find the sums of a free text; only digits that name their unit count.

    >>> find_amounts("Vuonna 2022 avustusta saatiin 4.200 € 17 hankkeelle (§ 12).")
    (AmountFound(cents=420000, start=30, end=37),)
    """
    return tuple(
        AmountFound(item.cents, item.own_start, item.end)
        for item in sums_in(scan(text))
        if item.cents is not None and item.has_unit
    )


def _without_ranges(text: str, sums: list[Sum]) -> list[Sum]:
    """Join `12 000 – 15 000` to one sum that cannot be read."""
    result: list[Sum] = []
    for item in sums:
        last = result[-1] if result else None
        between = text[last.end : item.start].strip() if last else ""
        if last is None or not between or between.strip(DASHES):
            result.append(item)
            continue
        remark = remark_at(RemarkCode.AMOUNT_UNREADABLE, text, last.own_start, item.end)
        result[-1] = Sum(None, last.start, last.own_start, item.end, last.depth, True, False, (remark,))
    return result


def _nothing(tokens: Tokens) -> Reading[Money]:
    """Answer for a text without a sum: nothing stated, digits that are none, or words alone."""
    text = tokens.text
    start, end = trim(text, 0, len(text), edges=" ")
    if any(token.kind is Kind.NUMBER for token in tokens):
        return Reading(None, text, (remark_at(RemarkCode.AMOUNT_UNREADABLE, text, start, end),))
    words = [token for token in tokens if token.kind is Kind.WORD]
    is_dash = start < end and not text[start:end].strip(DASHES + " ")
    if is_dash or (words and words[0].folded in _NONE_WORDS):
        used = [Span(word.start, word.end) for word in words[:1]]
        used += [Span(word.start, word.end) for word in words[1:] if word.folded in _NONE_TAIL]
        stated = remark_at(RemarkCode.AMOUNT_STATED_NONE, text, start, end)
        return Reading(None, text, (stated, *left_over(text, used)))
    return Reading(None, text, left_over(text, ()))


def _divide(text: str, sums: Sequence[Sum]) -> tuple[Sum | None, list[_Named]]:
    """Tell the total from the parts; the total is None where more than one sum may be it."""
    outer = [item for item in sums if item.depth == 0]
    inner = [item for item in sums if item.depth > 0 and item.cents is not None]
    if len(outer) == 1:
        return outer[0], list(_named(text, outer[0].end, inner, len(text)))
    stated = [item for item in outer if item.is_total]
    if len(stated) == 1 and all(item.cents is not None for item in outer):
        parts = [item for item in sums if item is not stated[0] and item.cents is not None]
        return stated[0], [*_beside(text, stated[0], parts)]
    if not outer or any(item.cents is None for item in outer):
        return None, []
    parts = [item for item in sums[1:] if item.cents is not None]
    named = list(_named(text, outer[0].end, parts, len(text)))
    return (outer[0], named) if _is_split(text, outer[0], parts, named) else (None, [])


def _beside(text: str, total: Sum, parts: Sequence[Sum]) -> Iterator[_Named]:
    """Name the parts on both sides of a stated total."""
    yield from _named(text, 0, [item for item in parts if item.end <= total.start], total.start)
    yield from _named(text, total.end, [item for item in parts if item.start >= total.end], len(text))


def _is_split(text: str, total: Sum, parts: Sequence[Sum], named: Sequence[_Named]) -> bool:
    """Tell whether sums behind the first are its parts: announced by word or colon, or adding up."""
    if any(item.name is None for item in named):
        return False
    gap = text[total.end : parts[0].start]
    if gap.lstrip().startswith(":") or _SELECTION.search(gap):
        return True
    return not text[: total.start].strip() and sum(item.cents or 0 for item in parts) == total.cents


def _named(text: str, start: int, parts: Sequence[Sum], stop: int) -> Iterator[_Named]:
    """Give each part the name before it, or else the one behind it; `start`–`stop` bounds the words."""
    if not parts:
        return
    bounds = [start]
    for one, two in pairwise(parts):
        bounds.append(_cut_between(text, one, two, bounds[-1]))
    bounds.append(_cut_behind(text, parts[-1].end, stop))
    for item, (left, right) in zip(parts, pairwise(bounds), strict=True):
        name = _name_in(text, left, item.start) or _name_in(text, item.end, right)
        yield _Named(item, name)


def _cut_between(text: str, one: Sum, two: Sum, left: int) -> int:
    """Give where the words of one part end and those of the next begin."""
    cut = _CUT.search(text, one.end, two.start)
    if cut:
        return cut.start()
    return one.end if _name_in(text, left, one.start) else two.start


def _cut_behind(text: str, end: int, stop: int) -> int:
    cut = _CUT.search(text, end, stop)
    return cut.start() if cut else stop


def _name_in(text: str, start: int, end: int) -> Span | None:
    """Give the span of the words between two places, without half brackets, joints and words of selection."""
    for word in _SELECTION.finditer(text, start, end):
        start = word.end()
    start, end = _unbracketed(text, *trim(text, start, end, edges=_NAME_EDGES))
    joint = _JOINTS.match(text, start, end)
    if joint:
        start, end = _unbracketed(text, *trim(text, joint.end(), end, edges=_NAME_EDGES))
    return Span(start, end) if start < end else None


def _unbracketed(text: str, start: int, end: int) -> tuple[int, int]:
    """Go past brackets that have no partner: of `(muu (ei alv)` take `muu (ei alv)`."""
    opened: list[int] = []
    for place in range(start, end):
        if text[place] in "([":
            opened.append(place)
        elif text[place] in ")]" and opened:
            opened.pop()
        elif text[place] in ")]":
            start = place + 1
    if opened:
        start = max(start, opened[0] + 1)
    return trim(text, start, end, edges=_NAME_EDGES)


def _money(text: str, total: Sum, parts: Sequence[_Named]) -> Reading[Money]:
    named = [item for item in parts if item.name is not None]
    used = [Span(total.start, total.end)]
    remarks = list(total.remarks)
    for item in named:
        assert item.name is not None
        used += [item.name, Span(item.amount.start, item.amount.end)]
        remarks += item.amount.remarks
    if named:
        used += [Span(joint.start(), joint.end()) for joint in _JOINTS.finditer(text)]
        chosen = _selection(text, named)
        used += [Span(remark.start, remark.end) for remark in chosen]
        remarks += chosen
    value = Money(total.cents or 0, tuple(_part(text, item) for item in named))
    return Reading(value, text, (*remarks, *left_over(text, used)))


def _part(text: str, item: _Named) -> NamedPart:
    assert item.name is not None
    return NamedPart(text[item.name.start : item.name.end], item.amount.cents or 0)


def _selection(text: str, named: Sequence[_Named]) -> list[Remark]:
    """Remark on the words that make the parts a selection; those inside a name are part of it."""
    names = [item.name for item in named if item.name is not None]
    return [
        remark_at(RemarkCode.PARTS_ARE_SELECTION, text, word.start(), word.end())
        for word in _SELECTION.finditer(text)
        if not any(name.covers(word.start()) for name in names)
    ]


def _faults(text: str, sums: Sequence[Sum]) -> tuple[Remark, ...]:
    """Say why no total was taken: digits that cannot be read, or several sums."""
    unreadable = [remark for item in sums for remark in item.remarks if item.cents is None]
    if unreadable:
        return tuple(unreadable)
    code = RemarkCode.AMOUNT_SEVERAL if len(sums) > 1 else RemarkCode.AMOUNT_UNREADABLE
    noted = [remark for item in sums for remark in item.remarks]
    return (remark_at(code, text, sums[0].start, sums[-1].end), *noted)
