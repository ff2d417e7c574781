"""Labels of one row compared over the cards of a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from hankesalkku.core.card.card import Row
from hankesalkku.core.card.fields import FIELDS, LANGUAGES, Field, FieldKey
from hankesalkku.core.findings.context import Context
from hankesalkku.core.values.text import fold


@dataclass(frozen=True, slots=True)
class Labelled:
    """A row of a card that has a label; `index` counts cards from 0."""

    index: int
    row: Row
    label: str

    @property
    def form(self) -> str:
        """Give the label as far as two spellings of it differ: without case, white space, hyphens, last colon."""
        return label_form(self.label)


def label_form(label: str) -> str:
    """Fold a label for comparison.

    >>> label_form("Bruttotulot koko han- keajalta:") == label_form("BRUTTOTULOT KOKO HANKEAJALTA")
    True
    """
    return fold(label).replace("-", "").replace(" ", "").rstrip(":")


def labelled_rows(context: Context) -> Iterator[tuple[FieldKey, list[Labelled]]]:
    """Give, for each of the fourteen, the first labelled row of each card."""
    for field in FIELDS:
        rows = [(index, card.row(field.key)) for index, card in context.numbered]
        yield field.key, [Labelled(index, row, row.label) for index, row in rows if row and row.label]


def usual_label(field: Field, rows: list[Labelled], language: str) -> str:
    """Give the label that the others are held against.

    It is the canonical one where a card has it (the document's language first), else the most frequent; of equally
    frequent ones the first in the document.
    """
    written = {row.form: row.label for row in reversed(rows)}
    for candidate in (language, *LANGUAGES):
        canonical = field.labels.get(candidate)
        if canonical and label_form(canonical) in written:
            return canonical
    return written[Counter(row.form for row in rows).most_common(1)[0][0]]
