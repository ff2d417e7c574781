"""What changed between two reports (*muutokset*): card by card, field by field, texts word by word.

Cards are paired by the municipality's case number, then by the funder's number, then by name and period, then by name
alone; each pair says by which. A difference is one of values: another notation of the same sum or date is none.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from hankesalkku.core.card.card import Card, Row
from hankesalkku.core.card.document import CardDocument
from hankesalkku.core.card.exchange import card_to_dict
from hankesalkku.core.card.fields import FIELDS, TEXT_KEYS, FieldKey
from hankesalkku.core.values.reading import RemarkCode
from hankesalkku.core.values.text import fold, fold_space

SCHEMA = "hankesalkku.difference/1"
WORDS_COMPARED_AT_MOST = 4_000
"""Beyond this the comparison word by word, whose time grows with the square, gives way to the whole text."""


class MatchReason(StrEnum):
    """By what two cards were taken for the same project."""

    CASE_NUMBER = "case_number"
    FUNDER_NUMBER = "funder_number"
    NAME_AND_PERIOD = "name_and_period"
    NAME = "name"


class WordKind(StrEnum):
    """What became of a run of words."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class WordRun:
    """A run of words of the old text, the new text or both."""

    kind: WordKind
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """A field with another value: `key` as in `fields`, or `case_url`; the texts as written, None where there is none.

    `words` holds both texts word by word where the field is free text. A heading's `key` is the document's own.
    """

    key: str
    label: str | None
    old: str | None
    new: str | None
    words: tuple[WordRun, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """One project in both reports, by indices from 0; `matched_by` quotes the number or name that made the pair."""

    old: int
    new: int
    reason: MatchReason
    matched_by: str
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """Two reports compared: pairs in the order of the new report, indices of cards that only one of them has."""

    old: CardDocument
    new: CardDocument
    heading: tuple[Change, ...]
    pairs: tuple[Pair, ...]
    ended: tuple[int, ...]
    added: tuple[int, ...]

    @property
    def changed(self) -> tuple[Pair, ...]:
        """Give the pairs with at least one change."""
        return tuple(pair for pair in self.pairs if pair.changes)

    @property
    def is_empty(self) -> bool:
        """Tell whether the reports say the same."""
        return not (self.heading or self.changed or self.ended or self.added)


def compare(old: CardDocument, new: CardDocument) -> Difference:
    """Compare two reports."""
    matches = sorted(_matches(old.cards, new.cards), key=lambda match: match[1])
    pairs = tuple(
        Pair(i, j, reason, by, card_changes(old.cards[i], new.cards[j])) for i, j, reason, by in matches
    )
    paired_old, paired_new = {pair.old for pair in pairs}, {pair.new for pair in pairs}
    return Difference(
        old,
        new,
        _heading_changes(old, new),
        pairs,
        tuple(i for i in range(len(old.cards)) if i not in paired_old),
        tuple(j for j in range(len(new.cards)) if j not in paired_new),
    )


Match = tuple[int, int, MatchReason, str]


def _case_numbers(card: Card) -> tuple[str, ...]:
    numbers = (card.case_number, *card.further.case_numbers)
    return tuple(number.normal for number in numbers if number)


def _funder_numbers(card: Card) -> tuple[str, ...]:
    decisions = (card.funder_decision, *card.further.funder_decisions)
    return tuple(d.case_number.normal for d in decisions if d and d.case_number)


def _name_and_period(card: Card) -> tuple[str, ...]:
    if not card.name or card.period is None:
        return ()
    start, end = card.period.start, card.period.end
    return (f"{fold(card.name)} {start.iso if start else ''}/{end.iso if end else ''}",)


def _name(card: Card) -> tuple[str, ...]:
    return (fold(card.name),) if card.name else ()


_KEYS: tuple[tuple[MatchReason, Callable[[Card], tuple[str, ...]]], ...] = (
    (MatchReason.CASE_NUMBER, _case_numbers),
    (MatchReason.FUNDER_NUMBER, _funder_numbers),
    (MatchReason.NAME_AND_PERIOD, _name_and_period),
    (MatchReason.NAME, _name),
)


def _matches(old: tuple[Card, ...], new: tuple[Card, ...]) -> list[Match]:
    """Pair the cards, surest reason first; where several share a key, equal names go together first."""
    matches: list[Match] = []
    open_old, open_new = set(range(len(old))), set(range(len(new)))
    for reason, keys_of in _KEYS:
        waiting = _by_key((i, keys_of(old[i])) for i in sorted(open_old))
        for by_name in (True, False):
            for j in sorted(open_new):
                found = _partner(new[j], keys_of(new[j]), waiting, old, open_old, by_name=by_name)
                if found is not None:
                    i, key = found
                    open_old.discard(i)
                    open_new.discard(j)
                    shown = (
                        new[j].name or ""
                        if reason in (MatchReason.NAME, MatchReason.NAME_AND_PERIOD)
                        else key
                    )
                    matches.append((i, j, reason, shown))
    return matches


def _by_key(keyed: Iterable[tuple[int, tuple[str, ...]]]) -> dict[str, list[int]]:
    waiting: dict[str, list[int]] = {}
    for index, keys in keyed:
        for key in keys:
            waiting.setdefault(key, []).append(index)
    return waiting


def _partner(
    card: Card,
    keys: tuple[str, ...],
    waiting: dict[str, list[int]],
    old: tuple[Card, ...],
    is_open: set[int],
    *,
    by_name: bool,
) -> tuple[int, str] | None:
    """Find the first old card that waits under one of the keys, of the same name only if `by_name`."""
    for key in keys:
        for index in waiting.get(key, ()):
            if index in is_open and (not by_name or _name(old[index]) == _name(card)):
                return index, key
    return None


def card_changes(old: Card, new: Card) -> tuple[Change, ...]:
    """Compare two cards: the fourteen fields in order, the case's address, then rows that are none of the fourteen."""
    changes = [_field_change(field.key, old, new) for field in FIELDS]
    changes.append(_text_change("case_url", None, old.case_url, new.case_url))
    extras = dict.fromkeys(row.key for card in (old, new) for row in card.rows if row.is_extra)
    changes += [_text_change(key, _label(key, old, new), _text(old, key), _text(new, key)) for key in extras]
    return tuple(change for change in changes if change is not None)


def _field_change(key: FieldKey, old: Card, new: Card) -> Change | None:
    before, after = _text(old, key), _text(new, key)
    if key in TEXT_KEYS or key is FieldKey.ACTUALS_CHECKED:
        return _text_change(key, _label(key, old, new), before, after, by_word=True)
    if fold(before or "") == fold(after or "") or _say_the_same(key, old, new):
        return None
    return Change(key.value, _label(key, old, new), before, after)


def _say_the_same(key: FieldKey, old: Card, new: Card) -> bool:
    """Tell whether two cards hold the same value in a typed field; what could not be read on either is not the same."""
    value = _value(key, new)
    is_known = value is not None and value != ()
    return is_known and value == _value(key, old) and _said_beside(key, old) == _said_beside(key, new)


def _text_change(
    key: str, label: str | None, old: str | None, new: str | None, *, by_word: bool = False
) -> Change | None:
    before, after = fold_space(old or ""), fold_space(new or "")
    if before == after:
        return None
    words = word_runs(before, after) if by_word and before and after else ()
    return Change(str(key), label, old or None, new or None, words)


def _text(card: Card, key: str) -> str | None:
    """Give what the rows of a key say, joined; None where the card has no such row or it is empty."""
    return "; ".join(row.text for row in _rows(card, key) if row.text) or None


def _rows(card: Card, key: str) -> list[Row]:
    return [row for row in card.rows if row.key == key]


def _label(key: str, old: Card, new: Card) -> str | None:
    return next((row.label for card in (new, old) for row in _rows(card, key) if row.label), None)


def _known(*values: object) -> tuple[object, ...]:
    return tuple(value for value in values if value is not None)


def _funder_values(card: Card) -> tuple[object, ...]:
    decisions = (card.funder_decision, *card.further.funder_decisions)
    known = tuple((d.date, d.case_number and d.case_number.normal) for d in decisions if d)
    return (*((fold(card.funder),) if card.funder else ()), *known)


def _municipal_values(card: Card) -> tuple[object, ...]:
    decisions = (card.municipal_decision, *card.further.municipal_decisions)
    return tuple((fold(d.body or ""), d.section, d.date, d.by_office_holder) for d in decisions if d)


_VALUES: dict[FieldKey, Callable[[Card], object]] = {
    FieldKey.UNIT: lambda card: tuple(fold(name) for name in card.unit),
    FieldKey.RESPONSIBLE_PERSONS: lambda card: tuple(fold(name) for name in card.responsible_persons),
    FieldKey.PERIOD: lambda card: _known(card.period, *card.further.periods) + card.phases,
    FieldKey.FUNDER_DECISION: _funder_values,
    FieldKey.MUNICIPAL_DECISION: _municipal_values,
    FieldKey.BUDGET_YEARS: lambda card: card.budget_years,
    FieldKey.GROSS_INCOME: lambda card: card.gross_income,
    FieldKey.GROSS_EXPENDITURE: lambda card: card.gross_expenditure,
    FieldKey.MUNICIPAL_SHARE: lambda card: card.municipal_share,
}


def _value(key: FieldKey, card: Card) -> object:
    """Give what is compared of a typed field; None or an empty tuple where nothing could be read."""
    return _VALUES[key](card)


_BESIDE = frozenset(
    {
        RemarkCode.LEFT_OVER,
        RemarkCode.AMOUNT_APPROXIMATE,
        RemarkCode.AMOUNT_IS_MAXIMUM,
        RemarkCode.AMOUNT_SEVERAL,
        RemarkCode.AMOUNT_STATED_NONE,
        RemarkCode.PARTS_ARE_SELECTION,
        RemarkCode.DATE_INVALID,
    }
)
"""Remarks on words that say something the value does not hold."""


def _said_beside(key: FieldKey, card: Card) -> frozenset[tuple[RemarkCode, str]]:
    remarks = (remark for row in _rows(card, key) for remark in row.remarks)
    return frozenset((remark.code, fold(remark.text)) for remark in remarks if remark.code in _BESIDE)


def word_runs(old: str, new: str) -> tuple[WordRun, ...]:
    """Compare two texts word by word.

    >>> [(run.kind.value, run.text) for run in word_runs("alkaa ensi vuonna", "alkaa nyt")]
    [('same', 'alkaa'), ('removed', 'ensi vuonna'), ('added', 'nyt')]
    """
    before, after = old.split(), new.split()
    if len(before) + len(after) > WORDS_COMPARED_AT_MOST:
        return WordRun(WordKind.REMOVED, old), WordRun(WordKind.ADDED, new)
    matcher = difflib.SequenceMatcher(a=before, b=after, autojunk=False)
    runs: list[WordRun] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            runs.append(WordRun(WordKind.SAME, " ".join(before[a:b])))
            continue
        if b > a:
            runs.append(WordRun(WordKind.REMOVED, " ".join(before[a:b])))
        if d > c:
            runs.append(WordRun(WordKind.ADDED, " ".join(after[c:d])))
    return tuple(runs)


_HEADING: tuple[tuple[str, Callable[[CardDocument], str | None]], ...] = (
    ("title", lambda document: document.title),
    ("division", lambda document: document.division),
    ("note", lambda document: document.note),
    ("municipality", lambda document: document.municipality),
    ("date", lambda document: document.date.iso if document.date else None),
)


def _heading_changes(old: CardDocument, new: CardDocument) -> tuple[Change, ...]:
    changes = (_text_change(key, None, of(old), of(new), by_word=True) for key, of in _HEADING)
    return tuple(change for change in changes if change is not None)


Json = dict[str, Any]
"""One JSON object of the form described in docs/reference/command-line.md."""


def difference_to_dict(difference: Difference) -> Json:
    """Give the JSON form: values in the card document's own forms beside the texts as written."""
    old, new = difference.old, difference.new
    old_values, new_values = ([card_to_dict(card) for card in document.cards] for document in (old, new))
    return {
        "schema": SCHEMA,
        "old": _document_to_dict(old),
        "new": _document_to_dict(new),
        "heading": [_change_to_dict(change, None, None) for change in difference.heading],
        "added": [_card_to_dict(new, j) for j in difference.added],
        "ended": [_card_to_dict(old, i) for i in difference.ended],
        "changed": [_pair_to_dict(p, new, old_values[p.old], new_values[p.new]) for p in difference.changed],
        "unchanged": [_pair_to_dict(p, new, {}, {}) for p in difference.pairs if not p.changes],
    }


def _document_to_dict(document: CardDocument) -> Json:
    source = document.source
    return {
        "name": source.name if source else None,
        "sha256": source.sha256 if source else None,
        "cards": len(document.cards),
    }


def _card_to_dict(document: CardDocument, index: int) -> Json:
    return {"card": index, "name": document.cards[index].name}


def _pair_to_dict(pair: Pair, new: CardDocument, old_values: Json, new_values: Json) -> Json:
    return {
        "old_card": pair.old,
        "new_card": pair.new,
        "name": new.cards[pair.new].name,
        "matched_by": {"reason": pair.reason.value, "value": pair.matched_by},
        "changes": [_change_to_dict(change, old_values, new_values) for change in pair.changes],
    }


def _change_to_dict(change: Change, old_values: Json | None, new_values: Json | None) -> Json:
    found: Json = {"field": change.key, "old_text": change.old, "new_text": change.new}
    if old_values is not None and new_values is not None and change.key in old_values:
        found |= {"old": old_values[change.key], "new": new_values[change.key]}
    if change.words:
        found["words"] = [{"kind": run.kind.value, "text": run.text} for run in change.words]
    return found
