"""Changes a card row by row: the text that a person types is read by the row's grammar, as an imported one is."""

from __future__ import annotations

from dataclasses import replace

from hankesalkku.core.card.card import Card, Further, Row
from hankesalkku.core.card.fields import BY_KEY, FIELDS, FieldKey
from hankesalkku.core.card.reading import card_of, funder_of_decision, read_row
from hankesalkku.core.values.decision import FunderDecision, MunicipalDecision
from hankesalkku.core.values.text import fold_space

_ORDER = {field.key.value: field.number for field in FIELDS}
_LAST = len(FIELDS) + 1
_CASE_ROWS = (FieldKey.OTHER_INFORMATION,)


def retyped(card: Card, key: str, text: str, *, label: str | None = None) -> Card:
    """Give a card with another text in one row and the values read from it; a row it lacks is put in its place.

    The values of all other rows stay as they are, also where their texts would read otherwise.

    >>> retyped(Card(rows=()), "gross_income", "4.200").gross_income.total_cents
    420000
    """
    clean, breaks = _paragraphs(text)
    reading = read_row(key, clean)
    row = Row(key, label or _label(card, key), clean, remarks=reading.remarks, breaks=breaks)
    alone = card_of([(row, reading)])
    changed = replace(card, rows=with_row(card.rows, row))
    changed = replace(changed, **{name: getattr(alone, name) for name in reading.values})
    changed = _with_further(changed, key, alone.further)
    return _with_case(changed, alone) if key in _CASE_ROWS else changed


def with_row(rows: tuple[Row, ...], row: Row) -> tuple[Row, ...]:
    """Put a row in the place of the one with its key, or where the order of the card has it."""
    if any(one.key == row.key for one in rows):
        first = next(index for index, one in enumerate(rows) if one.key == row.key)
        return (*rows[:first], row, *rows[first + 1 :])
    place = next((index for index, one in enumerate(rows) if _number(one.key) > _number(row.key)), len(rows))
    return (*rows[:place], row, *rows[place:])


def with_funder_decisions(card: Card, decisions: tuple[FunderDecision, ...]) -> Card:
    """Give a card with other funder's decisions; the funder follows from the first. The row's text is left alone."""
    first = decisions[0] if decisions else None
    return replace(
        card,
        funder_decision=first,
        funder=funder_of_decision(first) if first else None,
        further=replace(card.further, funder_decisions=decisions[1:]),
    )


def with_municipal_decisions(card: Card, decisions: tuple[MunicipalDecision, ...]) -> Card:
    """Give a card with other decisions of the municipality. The row's text is left alone."""
    first = decisions[0] if decisions else None
    return replace(
        card, municipal_decision=first, further=replace(card.further, municipal_decisions=decisions[1:])
    )


def _paragraphs(text: str) -> tuple[str, tuple[int, ...]]:
    """Fold white space and keep where a new paragraph begins.

    >>> _paragraphs("Yksi  rivi\\n\\nToinen")
    ('Yksi rivi Toinen', (10,))
    """
    pieces = [piece for line in text.splitlines() if (piece := fold_space(line))]
    breaks: list[int] = []
    length = 0
    for piece in pieces[:-1]:
        length += len(piece) + 1
        breaks.append(length)
    return " ".join(pieces), tuple(breaks)


def _label(card: Card, key: str) -> str | None:
    row = next((row for row in card.rows if row.key == key), None)
    if row is not None:
        return row.label
    return BY_KEY[FieldKey(key)].label("fi") if key in _ORDER else key.partition(":")[2]


def _number(key: str) -> int:
    return _ORDER.get(key, _LAST)


def _with_further(card: Card, key: str, found: Further) -> Card:
    kept = card.further
    if key == FieldKey.PERIOD:
        return replace(card, further=replace(kept, periods=found.periods))
    if key == FieldKey.FUNDER_DECISION:
        return replace(card, further=replace(kept, funder_decisions=found.funder_decisions))
    if key == FieldKey.MUNICIPAL_DECISION:
        return replace(card, further=replace(kept, municipal_decisions=found.municipal_decisions))
    return card


def _with_case(card: Card, alone: Card) -> Card:
    same = card.case_number == alone.case_number
    return replace(
        card,
        case_number=alone.case_number,
        case_url=card.case_url if same else None,
        further=replace(card.further, case_numbers=alone.further.case_numbers),
    )
