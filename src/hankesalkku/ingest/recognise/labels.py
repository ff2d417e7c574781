"""The vocabulary of labels, and how a label that stands alone is matched to its field.

Exact wording first, then similarity with a threshold and a margin to the second best field, then vetoes; what stays
doubtful is left undecided rather than guessed. Source: requirements/documents.md 2, D92, D93.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache

from hankesalkku.core.card.fields import FIELDS, FieldKey
from hankesalkku.core.values.text import squash
from hankesalkku.ingest.raw_card import How

SIMILARITY_AT_LEAST = 0.78
MARGIN_AT_LEAST = 0.03
DOUBTFUL_AT_LEAST = 0.62
START_LETTERS = 3
_LONGEST_LABEL = 160

_VETOES: dict[FieldKey, re.Pattern[str]] = {
    FieldKey.GROSS_INCOME: re.compile("meno|kulu|kustannu|utgift|kostnad|expend|cost|osuus|andel"),
    FieldKey.GROSS_EXPENDITURE: re.compile("tulo|inkomst|intäkt|income|osuus|andel"),
    FieldKey.MUNICIPAL_SHARE: re.compile("tulot|menot|inkomst|utgift|päätö|beslut|decision"),
    FieldKey.FUNDER_DECISION: re.compile("kaupungin|kunnan|stadens|kommunens|osuus|andel"),
    FieldKey.MUNICIPAL_DECISION: re.compile("rahoit|finansi|funder"),
    FieldKey.RESPONSIBLE_PERSONS: re.compile("tarkast|tarkist|granskat|checked"),
}
_NUMBERING = re.compile(r"^\s*\d{1,2}\s*[.):]?\s+(?=\D)")
"""A row's number before its label: `3. Hallinnoitsija`."""
_TAIL = re.compile(r"\s*(\([^()]*\)|\[[^\[\]]*\]|[:;.,])\s*$")


@dataclass(frozen=True, slots=True)
class Entry:
    """One wording of a field's label; `squashed` is how it is compared; `words` how many words it has."""

    key: FieldKey
    text: str
    squashed: str
    language: str
    is_canonical: bool
    is_approximate: bool
    words: int


@dataclass(frozen=True, slots=True)
class Match:
    """A label's field: how it was found and how sure that is (0 to 1). `is_doubtful`: a question, not an answer."""

    entry: Entry
    how: How
    certainty: float
    is_doubtful: bool = False


@cache
def vocabulary() -> tuple[Entry, ...]:
    """Give every wording of every field, longest first; a wording shared by languages stands once."""
    entries: dict[str, Entry] = {}
    for field in FIELDS:
        for synonym in field.synonyms:
            squashed = squash(synonym.text)
            canonical = synonym.text == field.labels[synonym.language]
            words = len(re.findall(r"\w+", synonym.text))
            entry = Entry(
                field.key, synonym.text, squashed, synonym.language, canonical, synonym.is_approximate, words
            )
            entries.setdefault(squashed, entry)
    return tuple(sorted(entries.values(), key=lambda entry: -len(entry.squashed)))


@cache
def _exact() -> dict[str, Entry]:
    by_key = {squash(field.key.value): _key_entry(field.key) for field in FIELDS}
    return by_key | {entry.squashed: entry for entry in vocabulary()}


def _key_entry(key: FieldKey) -> Entry:
    """Let a field's own key stand as a label too, as our CSV has it."""
    return Entry(key, key.value, squash(key.value), "en", False, False, 1)


def match_label(text: str) -> Match | None:
    """Match a label that stands in a cell of its own; None where no field is near enough.

    A match with `is_doubtful` is only the nearest field: it must be asked, not taken.
    """
    if not text.strip() or len(text) > _LONGEST_LABEL:
        return None
    found = exact_label(text)
    squashed = squash(_NUMBERING.sub("", text))
    return found or (_similar(squashed) if any(map(str.isalpha, squashed)) else None)


@lru_cache(maxsize=4096)
def exact_label(text: str) -> Match | None:
    """Match a label that stands in a cell of its own to a wording of the table, number and tail apart."""
    if len(text) > _LONGEST_LABEL:
        return None
    bare = _NUMBERING.sub("", text)
    return _match(squash(bare)) or _match(squash(_without_tail(bare)))


def _without_tail(text: str) -> str:
    """Take off trailing colons and brackets."""
    while (shorter := _TAIL.sub("", text)) != text:
        text = shorter
    return text


def _match(squashed: str) -> Match | None:
    entry = _exact().get(squashed)
    if entry is None:
        return None
    return Match(entry, How.EXACT if entry.is_canonical else How.SYNONYM, 1.0)


@lru_cache(maxsize=4096)
def _similar(squashed: str) -> Match | None:
    """Find the nearest wording; undecided where the second best field is as near, or a veto speaks."""
    best: dict[FieldKey, tuple[float, Entry]] = {}
    for entry in vocabulary():
        score = similarity(squashed, entry.squashed)
        if score > best.get(entry.key, (0.0, entry))[0]:
            best[entry.key] = (score, entry)
    ranked = sorted(best.values(), key=lambda pair: -pair[0])[:2]
    if not ranked or ranked[0][0] < DOUBTFUL_AT_LEAST:
        return None
    score, entry = ranked[0]
    margin = score - (ranked[1][0] if len(ranked) > 1 else 0.0)
    sure = score >= SIMILARITY_AT_LEAST and margin >= MARGIN_AT_LEAST and not _vetoed(entry.key, squashed)
    return Match(entry, How.SIMILAR, score, is_doubtful=not sure)


@cache
def _starts() -> frozenset[str]:
    return frozenset(entry.squashed[:START_LETTERS] for entry in vocabulary())


@lru_cache(maxsize=4096)
def begins_like_label(text: str) -> bool:
    """Tell whether a text begins as some wording does, so that it may be the first line of a label."""
    return squash(_NUMBERING.sub("", text))[:START_LETTERS] in _starts()


def _vetoed(key: FieldKey, squashed: str) -> bool:
    veto = _VETOES.get(key)
    return veto is not None and veto.search(squashed) is not None


def similarity(a: str, b: str) -> float:
    """Give 1 − edit distance ÷ length of the longer; 0 quickly where the lengths alone forbid more.

    >>> round(similarity("hankeika", "hankeaika"), 2)
    0.89
    """
    longer = max(len(a), len(b))
    allowed = int(longer * (1 - DOUBTFUL_AT_LEAST)) + 1
    if (
        longer == 0
        or abs(len(a) - len(b)) > allowed
        or max(letters_missing(a, b), letters_missing(b, a)) > allowed
    ):
        return 0.0
    distance = edit_distance(a, b, allowed)
    return 0.0 if distance > allowed else 1 - distance / longer


def letters_missing(wanted: str, text: str) -> int:
    """Give how many edits at least lead from `wanted` to a text or any piece of it: one for each letter it lacks.

    >>> letters_missing("bruttotulot", "bruttomenot"), letters_missing("bruttomenot", "bruttotulot")
    (3, 3)
    """
    return (_letters(wanted) & ~_letters(text)).bit_count()


_SLOTS = 64
_OCCURRENCES = 8


@lru_cache(maxsize=4096)
def _letters(text: str) -> int:
    """Give the letters of a text as bits, one for each time it has a letter.

    Two letters may share a slot, and what is beyond eight of one is not counted: both only make texts look nearer.
    """
    bits = 0
    for slot, count in Counter(ord(char) % _SLOTS for char in text).items():
        bits |= ((1 << min(count, _OCCURRENCES)) - 1) << (slot * _OCCURRENCES)
    return bits


def edit_distance(a: str, b: str, at_most: int) -> int:
    """Give the Levenshtein distance, or `at_most` + 1 where it is larger."""
    previous = list(range(len(b) + 1))
    for row, char in enumerate(a, 1):
        current = [row]
        for column, other in enumerate(b, 1):
            current.append(min(previous[column] + 1, current[-1] + 1, previous[column - 1] + (char != other)))
        if min(current) > at_most:
            return at_most + 1
        previous = current
    return previous[-1]
