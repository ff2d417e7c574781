"""Limits of every read (requirements H1, H2): documentation, settings and tests all quote these."""

from __future__ import annotations

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a file may ask for before it is refused. Source: requirements, section 3, H1 and H2."""

    file_bytes: int = 25 * MEBIBYTE
    unpacked_bytes: int = 200 * MEBIBYTE
    compression_ratio: int = 200
    archive_members: int = 2_000
    pdf_pages: int = 3_000
    sheet_rows: int = 20_000
    sheet_columns: int = 200
    address_space_bytes: int = 1024 * MEBIBYTE
    cpu_s: float = 10.0
    cpu_s_per_page: float = 0.05
    cpu_s_at_most: float = 120.0
    wall_s_hostile: float = 10.0
    picture_pixels: int = 40_000_000


DEFAULT_LIMITS = Limits()
