"""Why a file was not read, in words: reason, place, limit, and what to do."""

from __future__ import annotations

from collections.abc import Mapping

from hankesalkku.core.language.formats import format_number
from hankesalkku.core.language.wording import Wording
from hankesalkku.ingest.limits import DEFAULT_LIMITS, MEBIBYTE
from hankesalkku.ingest.refusal import Reason

LIMITS: dict[Reason, str] = {
    Reason.TOO_LARGE: format_number(DEFAULT_LIMITS.file_bytes // MEBIBYTE),
    Reason.TOO_LARGE_UNPACKED: format_number(DEFAULT_LIMITS.unpacked_bytes // MEBIBYTE),
    Reason.TOO_MANY_PAGES: format_number(DEFAULT_LIMITS.pdf_pages),
    Reason.TOO_MANY_ROWS: format_number(DEFAULT_LIMITS.sheet_rows),
    Reason.TOO_MANY_PARTS: format_number(DEFAULT_LIMITS.archive_members),
    Reason.COMPRESSION_RATIO: format_number(DEFAULT_LIMITS.compression_ratio),
    Reason.OUT_OF_MEMORY: format_number(DEFAULT_LIMITS.address_space_bytes // MEBIBYTE),
    Reason.OUT_OF_TIME: format_number(int(DEFAULT_LIMITS.cpu_s_at_most)),
}


def refusal_words(reason: Reason, place: str | None, wording: Wording) -> str:
    """Say why a file was not read and what to do: one or two sentences."""
    why = wording.say(f"refusal.{reason}", limit=LIMITS.get(reason, ""))
    at = f" ({place})" if place else ""
    return f"{why[:1].upper()}{why[1:]}{at}. {wording.say(f'refusal.{reason}.advice', limit=LIMITS.get(reason, ''))}"


def refusal_words_of(told: Mapping[str, str | None], wording: Wording) -> str:
    """Say why a file was not read, from what its row keeps."""
    return refusal_words(Reason(told["reason"] or ""), told.get("place"), wording)
