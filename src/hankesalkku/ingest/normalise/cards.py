"""Makes cards of raw cards: every row mended, then read by its field's grammar.

Nothing here fails: what cannot be read stays raw with a remark.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from hankesalkku.core.card.card import Card, Row
from hankesalkku.core.card.fields import MONEY_KEYS
from hankesalkku.core.card.reading import RowReading, card_of, read_row
from hankesalkku.core.language.formats import format_cents
from hankesalkku.core.values.reading import Remark, RemarkCode
from hankesalkku.core.values.text import fold_space
from hankesalkku.ingest.document import SourceDocument
from hankesalkku.ingest.normalise.words import Mended, Words
from hankesalkku.ingest.raw_card import RawCard, RawRow


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the rows of one document; holds its words as evidence for mending."""

    document: SourceDocument
    words: Words

    def card(self, raw: RawCard) -> Card:
        """Make a card of a raw one; of a repeated field the first row with text gives the value."""
        return card_of(self._row(raw_row) for raw_row in raw.rows)

    def _text(self, raw: RawRow) -> Mended:
        """Give a row's text; a sum of a spreadsheet is written out, with its parts in brackets."""
        mended = self.words.mend(raw.value)
        if raw.joint != " ":
            mended = replace(mended, text=raw.joint.join(self.words.mend((span,)).text for span in raw.value))
        if raw.key not in MONEY_KEYS:
            return mended
        cents = _cents(raw.number, raw.unit_cents) if raw.number else None
        text = mended.text if cents is None else fold_space(format_cents(cents))
        parts = self.words.mend(raw.parts).text.replace(";", ",")
        return replace(mended, text=f"{text} ({parts})" if parts else text)

    def _row(self, raw: RawRow) -> tuple[Row, RowReading]:
        """Read one row: the row as written, and what it gives."""
        mended = self._text(raw)
        label = self.words.mend(raw.label)
        found = _read(raw, mended.text)
        about_label = tuple(Remark(code, label.text) for code in raw.remarks)
        row = Row(
            key=raw.key,
            label=label.text or None,
            text=mended.text,
            places=tuple(self.document.place(*span) for span in raw.value),
            label_places=tuple(self.document.place(*span) for span in raw.label),
            remarks=(*about_label, *mended.remarks, *found.remarks),
            breaks=mended.breaks,
        )
        return row, found


def _read(raw: RawRow, text: str) -> RowReading:
    """Read a row's text; of a spreadsheet's number, which was written out by us, the notation says nothing."""
    is_written_out = (
        raw.key in MONEY_KEYS and raw.number is not None and _cents(raw.number, raw.unit_cents) is not None
    )
    if not is_written_out:
        return read_row(raw.key, text, unit_cents=raw.unit_cents)
    found = read_row(raw.key, text)
    return replace(found, remarks=tuple(r for r in found.remarks if r.code not in _OF_NOTATION))


_OF_NOTATION = (RemarkCode.THOUSANDS_WITH_SPACE,)


def _cents(number: str, unit_cents: int) -> int | None:
    """Read a decimal number as cents, rounded half up at the cent; None if it is none."""
    whole, _, decimals = number.removeprefix("-").partition(".")
    if not whole.isdigit() or (decimals and not decimals.isdigit()):
        return None
    scale = int("1" + "0" * len(decimals))
    cents: int = (2 * int(whole + decimals) * unit_cents + scale) // (2 * scale)
    return -cents if number.startswith("-") else cents
