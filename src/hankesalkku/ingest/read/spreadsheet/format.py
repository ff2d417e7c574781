"""What a person sees in a cell: a number in its number format, a date as d.m.yyyy, with a Finnish comma and space.

Source: ECMA-376, part 1, 18.8.30 (number formats) and 18.17.4 (date systems).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal, DecimalException
from functools import lru_cache

from hankesalkku.core.values.dates import PartialDate
from hankesalkku.ingest.document import NumericCell

GENERAL = "General"
BUILT_IN = {
    0: GENERAL, 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?",
    13: "# ??/??", 14: "d.m.yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
    20: "h:mm", 21: "h:mm:ss", 22: "d.m.yyyy h:mm", 37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00", 44: '#,##0.00 "€"', 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
}  # fmt: skip

_SIGNIFICANT = Context(prec=15, rounding=ROUND_HALF_UP)
_WIDE = Context(prec=60, rounding=ROUND_HALF_UP)
_EXPONENT_AT_MOST = 30
_LAST_SERIAL = 2_958_465
_FORMAT_LENGTH = 255
_TOKEN = re.compile(
    r"""
    "(?P<quoted>[^"]*)" | \\(?P<escaped>.) | \[\$(?P<currency>[^\]-]*)[^\]]*\] | \[(?P<clock>h+|m+|s+)\]
    | (?P<general>General) | (?P<exponent>E[+-]) | (?P<code>[0#?.,%@/dmyhs]) | (?P<literal>.)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_UNSEEN = re.compile(r"_.|\*.|AM/PM|\[(?!\$|h+\]|m+\]|s+\])[^\]]*\]", re.IGNORECASE)
_SPACE_AS_GROUP = re.compile(r"#\\? (?=[#0])")
_GROUPED = re.compile(r"[0#?],[0#?]")
_PLACES_AT_MOST = 20
_NO_BREAK_SPACE = "\u00a0"


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a number format: its placeholders, and the literal text before and behind them."""

    code: str
    before: str
    behind: str

    @property
    def is_date(self) -> bool:
        """Tell whether the placeholders are those of a date or time."""
        return any(char in "dmyhs" for char in self.code)


def number_cell(raw: str, number_format: str, *, is_1904: bool = False) -> tuple[str, NumericCell | None]:
    """Give the text that a person sees for a stored number, and the number beside it.

    >>> number_cell("305360", '#,##0 "€"')[0]
    '305\\xa0360 €'
    """
    try:
        value = _SIGNIFICANT.create_decimal(raw.strip())
    except DecimalException:
        return raw, None
    if not value.is_finite() or abs(value.adjusted()) > _EXPONENT_AT_MOST:
        return raw, None
    section, shown = _section(number_format, value)
    if section.is_date:
        dated = _dated(value, section.code, number_format, is_1904)
        if dated is not None:
            return dated
    return _number_text(shown, section), NumericCell(plain(value), None, number_format)


def date_cell(day: date, clock: str, number_format: str = "") -> tuple[str, NumericCell]:
    """Give text and value of a day, `clock` being its time or ""."""
    return f"{_day_text(day)} {clock}".strip(), NumericCell(None, PartialDate.of(day), number_format)


def plain(value: Decimal) -> str:
    """Write a number with a point and nothing superfluous.

    >>> plain(Decimal("1500.00"))
    '1500'
    """
    text = format(value, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) if value else "0"


def _number_text(value: Decimal, section: Section) -> str:
    is_plain = not any(char in "0#?" for char in section.code) or any(char in "/e" for char in section.code)
    shown = plain(value).replace(".", ",") if is_plain else _placed(value, section.code)
    return f"{section.before}{shown}{section.behind}".strip(" ")


def _placed(value: Decimal, code: str) -> str:
    """Put a number into its placeholders: decimals, groups of three, per cent, thousands left out."""
    whole, _, decimals = code.replace("%", "").partition(".")
    thousands = len(code.replace("%", "")) - len(code.replace("%", "").rstrip(","))
    scaled = value.scaleb(2 * code.count("%") - 3 * thousands)
    places = min(sum(char in "0#?" for char in decimals), _PLACES_AT_MOST)
    rounded = scaled.quantize(Decimal(1).scaleb(-places), context=_WIDE)
    digits, _, fraction = format(abs(rounded), "f").partition(".")
    if not int(digits) and "0" not in whole:
        digits = ""
    elif _GROUPED.search(whole):
        digits = f"{int(digits):,}".replace(",", _NO_BREAK_SPACE)
    kept = decimals.count("0")
    fraction = fraction[:kept] + fraction[kept:].rstrip("0")
    sign, comma = "-" if rounded < 0 else "", "," if fraction else ""
    return f"{sign}{digits}{comma}{fraction}{_NO_BREAK_SPACE + '%' if '%' in code else ''}"


@lru_cache(maxsize=512)
def _sections(number_format: str) -> tuple[Section, ...]:
    """Split a number format at its semicolons, and each part into placeholders and literal text."""
    return tuple(_parted(part) for part in _split(number_format[:_FORMAT_LENGTH]))


def _parted(part: str) -> Section:
    code, before, behind = "", "", ""
    for match in _TOKEN.finditer(_SPACE_AS_GROUP.sub("#,", _UNSEEN.sub("", part))):
        kind, text = match.lastgroup or "", match.group(match.lastgroup or 0)
        if kind == "exponent":
            code += "e"
        elif kind in ("code", "clock"):
            code += text.casefold()
        elif kind != "general":
            before, behind = (before, behind + text) if code else (before + text, behind)
    return Section(code, before, behind)


def _split(number_format: str) -> list[str]:
    """Split at semicolons outside quotes and brackets."""
    parts = [""]
    for match in re.finditer(r'"[^"]*"|\\.|\[[^\]]*\]|.', number_format):
        if match.group() == ";":
            parts.append("")
        else:
            parts[-1] += match.group()
    return parts


def _section(number_format: str, value: Decimal) -> tuple[Section, Decimal]:
    """Choose the section for a number; the section for negative ones writes their sign itself."""
    sections = _sections(number_format or GENERAL)
    if value < 0 and len(sections) > 1:
        return sections[1], abs(value)
    return (sections[2] if not value and len(sections) > 2 else sections[0]), value


def _dated(
    value: Decimal, code: str, number_format: str, is_1904: bool
) -> tuple[str, NumericCell | None] | None:
    """Read a serial number as a day or a time of day; None where no calendar has it."""
    if not 0 <= value <= _LAST_SERIAL:
        return None
    days, rest = divmod(value, 1)
    clock = _clock(rest)
    if not any(char in code for char in "dy") and any(char in code for char in "hs"):
        hours = int(days) * 24 + int(clock.partition(":")[0])
        return f"{hours}:{clock.partition(':')[2]}", NumericCell(plain(value), None, number_format)
    day = _calendar_day(int(days), is_1904)
    if "d" in code:
        return date_cell(day, clock if "h" in code else "", number_format)
    precise = PartialDate(day.year, day.month) if "m" in code else PartialDate(day.year)
    text = f"{day.month}/{day.year}" if "m" in code else str(day.year)
    return text, NumericCell(None, precise, number_format)


def _calendar_day(serial: int, is_1904: bool) -> date:
    """Turn a serial number into a day; the 1900 system counts a 29 February 1900 that never was."""
    if is_1904:
        return date(1904, 1, 1) + timedelta(days=min(serial, _LAST_SERIAL - 1_462))
    return date(1899, 12, 30) + timedelta(days=serial + (serial < 60))


def _clock(rest: Decimal) -> str:
    minutes = int((rest * 1440).to_integral_value(ROUND_HALF_UP)) % 1440
    return f"{minutes // 60}:{minutes % 60:02d}"


def _day_text(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"
