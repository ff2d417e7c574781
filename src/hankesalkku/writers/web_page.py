"""The committee's report (*hankeraportti*) as one self-contained web page: no script, nothing fetched from elsewhere.

Accessible by WCAG 2.2 AA; on a narrow screen a label stands above its value. Look: LOOK.md 1–4.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from itertools import groupby
from pathlib import Path

from hankesalkku.core.language.formats import (
    NO_BREAK_SPACE,
    format_date,
)
from hankesalkku.core.language.wording import Wording
from hankesalkku.core.report.model import (
    FindingLine,
    MoneyLines,
    Report,
    ReportCard,
    ReportRow,
    Run,
    Summary,
)
from hankesalkku.core.report.printable import printable
from hankesalkku.core.report.sum_texts import bare_headings, bare_rows

HERE = Path(__file__).parent
WEIGHTS = {"Regular": 400, "SemiBold": 600}
# Nothing is loaded and nothing runs, whatever a text may hold.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'"


def write_web_page(report: Report) -> bytes:
    """Write the report as a page of HTML in UTF-8."""
    wording = Wording(report.language)
    pieces = [*_head(report), *_body(report, wording), "</html>\n"]
    return "\n".join(pieces).encode("utf-8")


def _text(value: str) -> str:
    """Escape a text for content or a quoted attribute; every text goes through here."""
    return escape(printable(value), quote=True)


def _head(report: Report) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield f'<html lang="{_text(report.language)}">'
    yield '<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_text(POLICY)}">'
    yield '<meta name="generator" content="Hankesalkku">'
    if report.organisation:
        yield f'<meta name="author" content="{_text(report.organisation)}">'
    yield f"<title>{_text(_title(report))}</title>"
    yield f"<style>\n{_style()}</style>\n</head>"


@cache
def _style() -> str:
    """Give the style sheet with the fonts in it."""
    faces = "".join(_face(name, weight) for name, weight in WEIGHTS.items())
    return faces + (HERE / "templates" / "web_page.css").read_text(encoding="utf-8")


def _face(name: str, weight: int) -> str:
    font = b64encode((HERE / "fonts" / f"HankesalkkuSans-{name}.woff2").read_bytes()).decode("ascii")
    return (
        f'@font-face {{ font-family: "Hankesalkku Sans"; font-weight: {weight}; font-display: swap;'
        f' src: url("data:font/woff2;base64,{font}") format("woff2"); }}\n'
    )


def _title(report: Report) -> str:
    return report.title.strip() or Wording(report.language).say("report.default_title")


def _body(report: Report, wording: Wording) -> Iterator[str]:
    words = report.words
    yield "<body>"
    if report.cards:
        yield f'<a class="skip" href="#cards">{_text(wording.say("report.skip_to_cards"))}</a>'
    yield '<div class="page">'
    yield from _heading(report)
    yield "<main>"
    if report.figures or report.summaries:
        yield f'<section aria-labelledby="summary"><h2 id="summary">{_text(words["summary"])}</h2>'
        yield from _figures(report.figures)
        for summary in report.summaries:
            yield from _summary(summary, report)
        yield "</section>"
    if report.cards:
        yield from _contents(report)
        yield f'<section aria-labelledby="cards"><h2 id="cards" tabindex="-1">{_text(words["cards"])}</h2>'
        for place, card in enumerate(report.cards, start=1):
            yield from _card(place, card, wording)
        yield "</section>"
    if report.annex is not None:
        yield from _annex(report.annex, words, wording)
    yield "</main>"
    yield f"<footer>{_text(_foot(report, wording))}</footer>\n</div>\n</body>"


def _heading(report: Report) -> Iterator[str]:
    yield '<header class="title">'
    if report.organisation:
        yield f'<p class="organisation">{_text(report.organisation)}</p>'
    if report.division:
        yield f'<p class="quiet">{_text(report.division)}</p>'
    yield f"<h1>{_text(_title(report))}</h1>"
    if report.note:
        yield f"<p>{_text(report.note)}</p>"
    for line in report.quiet_lines:
        yield f'<p class="quiet">{_text(line)}</p>'
    yield "</header>"


def _foot(report: Report, wording: Wording) -> str:
    printed = wording.say("report.printed_on", date=format_date(report.printed_on, report.language))
    return " · ".join(part for part in (report.organisation, _title(report), printed) if part)


def _figures(figures: Iterable[tuple[str, str]]) -> Iterator[str]:
    cells = [f"<div><dt>{_text(name)}</dt><dd>{_text(value)}</dd></div>" for name, value in figures]
    if cells:
        yield f'<dl class="figures">{"".join(cells)}</dl>'


def _summary(summary: Summary, report: Report) -> Iterator[str]:
    """Give a table of sums, in a region that scrolls sideways on a narrow screen."""
    heads = bare_headings(summary, report.words)
    *rows, total = bare_rows(summary, report.language)
    yield f'<div class="sums scroll" role="region" tabindex="0" aria-label="{_text(summary.title)}">'
    yield f"<table><caption>{_text(summary.title)}</caption>"
    cells = "".join(f'<th scope="col">{_text(head)}</th>' for head in heads)
    yield f"<thead><tr>{cells}</tr></thead>"
    yield f"<tbody>{''.join(map(_sums, rows))}</tbody>"
    yield f"<tfoot>{_sums(total)}</tfoot></table></div>"
    if summary.note:
        yield f'<p class="quiet">* {_text(summary.note)}</p>'


def _sums(row: tuple[str, ...]) -> str:
    name, *figures = (_text(cell) for cell in row)
    cells = "".join(f"<td>{figure}</td>" for figure in figures)
    return f'<tr><th scope="row">{name}</th>{cells}</tr>'


def _contents(report: Report) -> Iterator[str]:
    yield '<nav class="contents" aria-labelledby="contents">'
    yield f'<h2 id="contents">{_text(report.words["contents"])}</h2><ol>'
    for place, card in enumerate(report.cards, start=1):
        link = f'<a href="#card-{place}">{_text(card.heading)}</a>'
        yield f'<li><span class="number">{card.number}</span> {link}</li>'
    if report.annex is not None:
        yield f'<li><span class="number"></span><a href="#annex">{_text(report.words["annex_findings"])}</a></li>'
    yield "</ol></nav>"


def _card(place: int, card: ReportCard, wording: Wording) -> Iterator[str]:
    """Give a card as a table. The roles are stated since a narrow screen sets the cells as blocks."""
    name = card.heading.strip() or wording.say("report.no_name")
    heading = f'<span class="number">{card.number}</span> {_text(name)}'
    yield f'<article aria-labelledby="card-{place}"><h3 id="card-{place}" tabindex="-1">{heading}</h3>'
    if card.subheading:
        yield f'<p class="subheading">{_text(card.subheading)}</p>'
    yield (
        f'<table class="card" role="table" aria-labelledby="card-{place}" style="--amount: {_amount_width(card)}ch">'
        '<tbody role="rowgroup">'
    )
    for row in card.rows:
        yield (
            f'<tr role="row"><th scope="row" role="rowheader">{_text(row.label)}</th>'
            f'<td role="cell">{_value(row)}</td></tr>'
        )
    yield "</tbody></table></article>"


def _amount_width(card: ReportCard) -> int:
    """Give the number of characters of the card's longest amount, without its spaces, which are narrow."""
    sums = [row.money for row in card.rows if row.money]
    amounts = [amount for money in sums for amount in (money.total, *(amount for _, amount in money.parts))]
    return max((len(amount.replace(NO_BREAK_SPACE, "")) + 1 for amount in amounts), default=0)


def _value(row: ReportRow) -> str:
    if row.money:
        return _money(row.money)
    return "\n".join(f"<p>{''.join(map(_run, runs))}</p>" for runs in row.paragraphs)


def _money(money: MoneyLines) -> str:
    total = f'<p><span class="amount">{_text(money.total)}</span></p>'
    parts = "".join(
        f'<li><span class="amount">{_text(amount)}</span> {_text(name)}</li>' for name, amount in money.parts
    )
    return total + (f'<ul class="parts">{parts}</ul>' if parts else "")


def _run(run: Run) -> str:
    """Give a run; only a web address makes a link."""
    if run.url is None or not run.url.lower().startswith(("http://", "https://")):
        return _text(run.text)
    return f'<a href="{_text(run.url)}" rel="noreferrer">{_text(run.text)}</a>'


def _annex(lines: tuple[FindingLine, ...], words: dict[str, str], wording: Wording) -> Iterator[str]:
    """Give the findings as lists under their severities, gravest first."""
    yield f'<section aria-labelledby="annex"><h2 id="annex" tabindex="-1">{_text(words["annex_findings"])}</h2>'
    yield f"<p>{_text(words['annex_findings_lead' if lines else 'annex_findings_empty'])}</p>"
    ordered = sorted(lines, key=lambda line: line.severity.rank)
    for severity, group in groupby(ordered, key=lambda line: line.severity):
        members = list(group)
        title = f"{wording.say(f'severity.{severity}.heading')} ({len(members)})"
        yield f'<h3 class="group">{_text(title)}</h3><ul class="findings">'
        yield from (_finding(line, words) for line in members)
        yield "</ul>"
    yield "</section>"


def _finding(line: FindingLine, words: dict[str, str]) -> str:
    card = f"{words['column_card']} {line.cards}" if line.cards else ""
    place = " · ".join(part for part in (card, line.field_label, line.place) if part)
    fix = f'<p class="quiet">{_text(line.fix)}</p>' if line.fix else ""
    return f'<li><h4>{_text(line.title)}</h4><p class="quiet">{_text(place)}</p><p>{_text(line.message)}</p>{fix}</li>'
