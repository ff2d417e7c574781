"""Budget years (*budjetoitu; vuodet*). Source: card row 8, requirements D81."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.values.dates import year_at
from hankesalkku.core.values.reading import Reading
from hankesalkku.core.values.scanner import Kind, Span, Tokens, left_over, scan, words

_LONGEST = 30
_LABELS = words(
    "vuosi vuonna vuosina vuodet vuosille vuodelle v vv budjetoitu ja sekä och samt and år åren year years"
    " to till ta budget för for"
)


def read_years(text: str) -> Reading[tuple[int, ...]]:
    """Read the years of a row in the order written, each once; ranges of at most 30 years are expanded.

    >>> read_years("2022–2024 ja 2026").value
    (2022, 2023, 2024, 2026)
    """
    tokens = scan(text)
    years: list[int] = []
    used = [Span(token.start, token.end) for token in tokens if token.folded in _LABELS]
    for span, found in _runs(tokens):
        years.extend(found)
        used.append(span)
    return Reading(tuple(dict.fromkeys(years)) or None, text, left_over(text, used if years else ()))


def _runs(tokens: Tokens) -> Iterator[tuple[Span, range]]:
    """Give each year or range of years and its span; none that runs backwards or is too long."""
    index = 0
    while index < len(tokens):
        first = _year(tokens, index)
        if first is None:
            index += 1
            continue
        stop, last = _range_end(tokens, index, first)
        if first <= last < first + _LONGEST:
            yield Span(tokens[index].start, tokens[stop - 1].end), range(first, last + 1)
        index = stop


def _year(tokens: Tokens, index: int) -> int | None:
    match = year_at(tokens, index)
    if match is not None and match.date is not None:
        return match.date.year
    is_second = tokens.precedes(index, "N/") and tokens[index].kind is Kind.NUMBER
    before = year_at(tokens, index - 2) if is_second else None
    alone = year_at(scan(tokens[index].text), 0) if before else None
    return alone.date.year if alone and alone.date else None


def _range_end(tokens: Tokens, index: int, first: int) -> tuple[int, int]:
    """Give the index behind a range that begins with a year, and its last year: `2022–2023`, `2022–23`."""
    dash = tokens.past_space(index + 1)
    end = tokens.past_space(dash + 1)
    if tokens[dash].kind is not Kind.DASH or tokens[end].kind is not Kind.NUMBER:
        return index + 1, first
    last = _year(tokens, end)
    if last is not None:
        return end + 1, last
    is_short = len(tokens[end].text) == 2 and end == dash + 1
    return (end + 1, first // 100 * 100 + int(tokens[end].text)) if is_short else (index + 1, first)
