"""CSV: one row per project, for other programs and for Excel's import.

UTF-8 with a byte order mark, `;` between columns, CR LF, quotes as in RFC 4180. Columns: `number`, then the fourteen
rows of the card under their keys as the report prints them, each followed by what was read from it: dates as EDTF
(`2022`, `2022-04-12`), sums as euros with a decimal point, several values of a list with ` | ` between them. The three
sums stand as numbers under their own keys; `…_text` beside them is the row as printed, which is all there is where no
number could be read. Extra rows come last, as `extra:<label>`.

Text that a spreadsheet would take for a formula begins with an apostrophe (H14).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO

from hankesalkku.core.card.card import Card
from hankesalkku.core.card.exchange import amount_text
from hankesalkku.core.card.fields import BY_KEY, FIELDS, MONEY_KEYS, FieldKey
from hankesalkku.core.report.model import Report, ReportCard
from hankesalkku.core.report.printable import printable
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.core.values.text import fold_space

BYTE_ORDER_MARK = "\ufeff"
BETWEEN = " | "
_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠−]")

Cells = Iterator[tuple[str, str]]


def write_csv(report: Report) -> bytes:
    """Write the projects of a report as a CSV table; the module tells its columns."""
    rows = [
        dict(_cells(shown, card)) for shown, card in zip(report.cards, report.document.cards, strict=True)
    ]
    names = list(dict(_cells(ReportCard(0, "", "", ()), Card(()))))
    extras = dict.fromkeys(row.key for card in report.cards for row in card.rows if row.key not in BY_KEY)
    columns = [*names, *extras]
    written = StringIO()
    table = csv.writer(written, delimiter=";", lineterminator="\r\n")
    table.writerow([safe_text(name) for name in columns])
    for row in rows:
        table.writerow([row.get(name, "") for name in columns])
    return (BYTE_ORDER_MARK + written.getvalue()).encode()


def safe_text(text: str) -> str:
    """Fold a text to one line that no spreadsheet takes for a formula.

    >>> safe_text("=cmd|' /C calc'!A0")
    "'=cmd|' /C calc'!A0"
    """
    folded = fold_space(printable(text))
    return f"'{folded}" if _FORMULA.match(folded) or _FORMULA.match(text) else folded


def _cells(shown: ReportCard, card: Card) -> Cells:
    """Give every cell of a project with the name of its column."""
    yield "number", str(shown.number)
    texts: dict[str, str] = {}
    for row in shown.rows:
        texts[row.key] = "; ".join(text for text in (texts.get(row.key), safe_text(row.text)) if text)
    for field in FIELDS:
        if field.key in MONEY_KEYS:
            yield from _sum(field.key, card, texts.get(field.key, ""))
        else:
            yield field.key.value, texts.get(field.key, "")
            yield from _read_from(field.key, card)
    yield from ((key, text) for key, text in texts.items() if key not in BY_KEY)


def _sum(key: FieldKey, card: Card, text: str) -> Cells:
    money = card.money(key)
    parts = money.parts if money else ()
    yield key.value, amount_text(money.total_cents) if money else ""
    yield (
        f"{key.value}_parts",
        safe_text(BETWEEN.join(f"{part.name}: {amount_text(part.cents)}" for part in parts)),
    )
    yield f"{key.value}_text", text


def _read_from(key: FieldKey, card: Card) -> Cells:
    """Give the values read from a row, beside its text."""
    if key is FieldKey.PERIOD:
        yield "period_start", _iso(card.period.start if card.period else None)
        yield "period_end", _iso(card.period.end if card.period else None)
        yield "phase", "+".join(card.phases)
    elif key is FieldKey.FUNDER_DECISION:
        decision = card.funder_decision
        yield "funder", safe_text(card.funder or "")
        yield "funder_decision_date", _iso(decision.date if decision else None)
        number = decision.case_number if decision else None
        yield "funder_case_number", safe_text(number.normal) if number else ""
    elif key is FieldKey.MUNICIPAL_DECISION:
        made = card.municipal_decision
        yield "municipal_decision_body", safe_text(made.body or "") if made else ""
        yield "municipal_decision_section", str(made.section) if made and made.section is not None else ""
        yield "municipal_decision_date", _iso(made.date if made else None)
    elif key is FieldKey.BUDGET_YEARS:
        yield "budget_years_list", BETWEEN.join(str(year) for year in card.budget_years)
    elif key is FieldKey.OTHER_INFORMATION:
        yield "case_number", safe_text(card.case_number.normal) if card.case_number else ""
        yield "case_url", safe_text(card.case_url or "")
    elif key is FieldKey.STATUS:
        tenths = card.progress_tenths
        yield "progress_percent", "" if tenths is None else f"{tenths / 10:.1f}"


def _iso(date: PartialDate | None) -> str:
    return date.iso if date else ""
