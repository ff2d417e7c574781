"""Amounts, dates and percentages as each language writes them (STYLE.md 24, requirements D80)."""

from __future__ import annotations

from datetime import date

from hankesalkku.core.values.dates import PartialDate
from hankesalkku.core.values.period import Period

NO_BREAK_SPACE = "\u00a0"
EN_DASH = "\u2013"
MINUS = "\u2212"


def format_number(number: int) -> str:
    r"""Write a whole number with no-break spaces between thousands and a true minus.

    >>> format_number(-1234567)
    '\u22121\xa0234\xa0567'
    """
    return (MINUS if number < 0 else "") + f"{abs(number):,}".replace(",", NO_BREAK_SPACE)


def format_cents(cents: int, language: str = "fi", *, with_cents: bool | None = None) -> str:
    """Write cents as euros: `305 360 €`, `31 778,40 €`, with a comma in every language (D80).

    Cents are printed where there are any, or as `with_cents` says.
    """
    euros, rest = divmod(abs(cents), 100)
    text = format_number(euros)
    if with_cents or (with_cents is None and rest):
        text += f",{rest:02d}"
    return f"{MINUS if cents < 0 else ''}{text}{NO_BREAK_SPACE}€"


def format_percent(hundredths: int, language: str = "fi", *, decimals: int | None = None) -> str:
    """Write hundredths of a per cent: `20 %`, `31,5 %`; `decimals` fixes their number (0–2, rounded half up)."""
    if decimals is None:
        decimals = 0 if hundredths % 100 == 0 else 1 if hundredths % 10 == 0 else 2
    step = 10 ** (2 - decimals)
    scaled = (abs(hundredths) + step // 2) // step
    whole, rest = divmod(scaled, 10**decimals)
    text = format_number(whole) + (f"{_decimal_mark(language)}{rest:0{decimals}d}" if decimals else "")
    return f"{MINUS if hundredths < 0 else ''}{text}{NO_BREAK_SPACE}%"


def format_date(value: PartialDate | date, language: str = "fi") -> str:
    """Write a date at its own precision: `12.4.2022`, `4/2022`, `2022`; the same form in all three languages."""
    known = PartialDate.of(value) if isinstance(value, date) else value
    if known.month is None:
        return str(known.year)
    if known.day is None:
        return f"{known.month}/{known.year}"
    return f"{known.day}.{known.month}.{known.year}"


def format_period(period: Period, language: str = "fi") -> str:
    """Write a period with an en dash: `2022–31.12.2023`; an unknown end stays open: `1.1.2023–`."""
    start = format_date(period.start, language) if period.start else ""
    end = format_date(period.end, language) if period.end else ""
    return start if start == end else f"{start}{EN_DASH}{end}"


def format_years(years: tuple[int, ...]) -> str:
    """Write years as ranges: `2022–2024, 2026`."""
    runs: list[list[int]] = []
    for year in sorted(set(years)):
        if runs and year == runs[-1][1] + 1:
            runs[-1][1] = year
        else:
            runs.append([year, year])
    return ", ".join(str(a) if a == b else f"{a}{EN_DASH}{b}" for a, b in runs)


def _decimal_mark(language: str) -> str:
    return "." if language == "en" else ","
