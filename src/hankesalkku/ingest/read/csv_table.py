"""Reader of tables in text: CSV and TSV with any of `;` TAB `|` `,` between the fields. Source: RFC 4180."""

from __future__ import annotations

import csv
import io
from collections import Counter

from hankesalkku.ingest.document import BlockKind, SourceDocument
from hankesalkku.ingest.limits import Limits
from hankesalkku.ingest.read.decoding import decode
from hankesalkku.ingest.read.stream import Stream
from hankesalkku.ingest.refusal import CannotRead, Reason

DELIMITERS = ";\t|,"
"""In order of preference: a Finnish table has decimal commas, so the comma comes last."""

_SAMPLE_LINES = 200
_SAMPLE_LENGTH = 200_000
_NAMED = "sep="


def read(content: bytes, limits: Limits) -> SourceDocument:
    r"""Read a delimited table: each field that holds anything is a CELL of table 0.

    Shapes: `row` counts records from 0, `line` is the line of the file where the record begins, from 1; line ends
    inside quotes are line breaks of the cell.

    >>> read("Nimi;Tulot\r\nLukutaito;1 500,00".encode(), Limits()).text
    'Nimi\nTulot\nLukutaito\n1 500,00'

    Raises:
        CannotRead: EMPTY, TOO_LARGE, TOO_MANY_ROWS, BROKEN.
    """
    if len(content) > limits.file_bytes:
        raise CannotRead(Reason.TOO_LARGE, detail=f"{len(content)} > {limits.file_bytes}")
    text = decode(content).replace("\0", " ")
    stream = Stream()
    csv.field_size_limit(limits.file_bytes)
    try:
        skipped, delimiter = _delimiter(text)
        _add_records(stream, text[skipped:], delimiter, 1 if skipped else 0, limits)
    except csv.Error as error:
        raise CannotRead(Reason.BROKEN, detail=str(error)) from None
    if not stream.blocks:
        raise CannotRead(Reason.EMPTY)
    return stream.document("csv")


def _add_records(stream: Stream, text: str, delimiter: str, line: int, limits: Limits) -> None:
    records = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    row = 0
    before = 0
    for record in records:
        starts_at, before = line + before + 1, records.line_num
        if any(field.strip() for field in record):
            _check(row, len(record), limits)
            for column, field in enumerate(record):
                _add_cell(stream, field, (row, column), starts_at)
            row += 1


def _add_cell(stream: Stream, field: str, place: tuple[int, int], line: int) -> None:
    text = field.strip().replace("\r\n", "\n").replace("\r", "\n")
    if text:
        stream.add(BlockKind.CELL, text, line=line, table=0, row=place[0], column=place[1])


def _check(row: int, columns: int, limits: Limits) -> None:
    if row >= limits.sheet_rows:
        raise CannotRead(Reason.TOO_MANY_ROWS, detail=f"> {limits.sheet_rows}")
    if columns > limits.sheet_columns:
        raise CannotRead(Reason.TOO_MANY_ROWS, detail=f"{columns} columns > {limits.sheet_columns}")


def _delimiter(text: str) -> tuple[int, str]:
    """Tell how much to skip and what parts the fields: Excel's first line `sep=;`, else what agrees best."""
    if text[:4].casefold() == _NAMED and text[4:5] and text[5:6] in ("\r", "\n", ""):
        end = text.find("\n")
        return (len(text) if end < 0 else end + 1), text[4]
    sample = "".join(text[:_SAMPLE_LENGTH].splitlines(keepends=True)[:_SAMPLE_LINES])
    scores = {sign: _agreement(sample, sign) for sign in DELIMITERS}
    return 0, max(DELIMITERS, key=lambda sign: scores[sign])


def _agreement(sample: str, delimiter: str) -> float:
    """Give the share of records that have the most frequent number of fields, 0 if that is one field."""
    records = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
    counts = Counter(len(record) for record in records if record)
    width, times = counts.most_common(1)[0] if counts else (1, 0)
    return times / counts.total() if width > 1 else 0.0
