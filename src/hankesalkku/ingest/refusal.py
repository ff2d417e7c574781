"""Why a file cannot be read, said in a way that the shells can put into any language."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """The reasons; each has its sentence and its advice in the language catalogue (`refusal.<reason>`)."""

    NOT_FOUND = "not_found"
    EMPTY = "empty"
    UNKNOWN_FORMAT = "unknown_format"
    WRONG_FORMAT = "wrong_format"
    TOO_LARGE = "too_large"
    TOO_LARGE_UNPACKED = "too_large_unpacked"
    TOO_MANY_PAGES = "too_many_pages"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MANY_PARTS = "too_many_parts"
    COMPRESSION_RATIO = "compression_ratio"
    UNSAFE_PATH = "unsafe_path"
    DUPLICATE_PART = "duplicate_part"
    NESTED_ARCHIVE = "nested_archive"
    DOCUMENT_TYPE_DECLARATION = "document_type_declaration"
    ENCRYPTED = "encrypted"
    BROKEN = "broken"
    OUT_OF_MEMORY = "out_of_memory"
    OUT_OF_TIME = "out_of_time"
    READER_CRASHED = "reader_crashed"
    NO_TEXT = "no_text"
    NO_CARDS = "no_cards"
    OLD_WORD = "old_word"


class CannotRead(Exception):
    """A file that cannot be read: `reason`, the place inside the file if known, and the limit or detail met."""

    def __init__(self, reason: Reason, *, place: str | None = None, detail: str | None = None) -> None:
        super().__init__(f"{reason}: {detail}" if detail else str(reason))
        self.reason = reason
        self.place = place
        self.detail = detail
