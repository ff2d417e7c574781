"""Plain text: a report that people read in any editor and the product reads back exactly.

The form, `hankesalkku.text/1` (UTF-8, lines end in LF, no tabs):

1. Heading. The first lines are the title, then an empty line, then lines `label: text`, each at most once, in this
   order: organisation, division, note, reporting date, author, day of printing, form. Their labels are the words
   `report.heading_*` of the language. The last is the form's name and the language, `Muoto: hankesalkku.text/1 (fi)`:
   a file with such a line among its first is one of ours.
2. Cards. A line of 78 `-` begins each; it never stands anywhere else at the start of a line. Under it a line
   `number. name` (for people: the name is the row of that label), then an empty line, then the rows in order.
3. A row is `label: text` on one line, or a line `label:` and its text in lines indented by four spaces. An empty row
   is `label:` with nothing indented under it. A line at the left edge always begins a row; a line that ends in `:` is
   all label; in any other the label ends at the first `: `.
4. Indented lines belong to what stands above them, title and card heading too: they are joined by one space. An empty
   line followed by an indented one begins a new paragraph. Lines are broken at single spaces only, never within a
   word or address, so that a longer word makes a longer line.
5. A link is ` <https://…>` (or http, mailto) right after its words. A `<` of the text itself that stands before such
   an address is doubled.
6. Sums and findings. A line of 78 `=` ends the cards; all below it is computed and is not read.

Characters that UTF-8 or a line cannot hold are replaced by U+FFFD, white space other than spaces by a space.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from hankesalkku.core.language.formats import format_date
from hankesalkku.core.language.wording import Wording
from hankesalkku.core.report.model import Report, ReportCard, ReportRow, Run, Summary
from hankesalkku.core.report.printable import is_linkable, printable
from hankesalkku.core.report.sum_texts import SUM_KEYS, sum_texts

FORM = "hankesalkku.text/1"
WIDTH = 78
INDENT = "    "
NAME_WIDTH = 36
CARD_RULE, END_RULE = "-" * WIDTH, "=" * WIDTH

_SINGLE_SPACE = re.compile(r"(?<=[^ ]) (?=[^ ])")
_LINE_SPACE = re.compile("[\t-\r\x1c-\x1f\x85\u2028\u2029]+")
_LITERAL_ADDRESS = re.compile(r"<(?=(?:https?://|mailto:))", re.IGNORECASE)
_UNSAFE_IN_ADDRESS = re.compile(r"[\s<>]")


def write_plain_text(report: Report) -> bytes:
    """Write a report as text that reads back exactly; the module states the grammar of the form."""
    wording = Wording(report.language)
    lines: list[str] = [*_heading(report, wording)]
    for card in report.cards:
        lines += ["", CARD_RULE, *_wrapped(f"{card.number}. {_flat(card.heading)}"), "", *_rows(card)]
    lines += ["", END_RULE, report.words["summary"], *_figures(report)]
    for summary in report.summaries:
        lines += ["", *_sums(summary, report, wording)]
    lines += _annex(report, wording)
    return ("\n".join(line.rstrip(" ") for line in lines) + "\n").encode()


def _heading(report: Report, wording: Wording) -> Iterator[str]:
    named = (
        ("organisation", report.organisation),
        ("division", report.division),
        ("note", report.note),
        ("date", report.date),
        ("author", report.author),
        ("printed_on", format_date(report.printed_on, report.language)),
        ("form", f"{FORM} ({report.language})"),
    )
    yield from _wrapped(_flat(report.title))
    yield ""
    for key, text in named:
        if text:
            yield from _row(wording.say(f"report.heading_{key}"), (_flat(text),))


def _rows(card: ReportCard) -> Iterator[str]:
    for row in card.rows:
        yield from _row(_flat(row.label), _paragraphs(row))


def _paragraphs(row: ReportRow) -> tuple[str, ...]:
    return tuple(text for runs in row.paragraphs if (text := _linked(runs).strip(" ")))


def _row(label: str, paragraphs: tuple[str, ...]) -> Iterator[str]:
    """Make a row: on one line where it fits and cannot be misread, else with its text indented under the label."""
    if not paragraphs:
        yield f"{label}:"
        return
    line = f"{label}: {paragraphs[0]}"
    if len(paragraphs) == 1 and len(line) <= WIDTH and not line.endswith(":") and ": " not in f"{label} ":
        yield line
        return
    yield f"{label}:"
    for number, text in enumerate(paragraphs):
        if number:
            yield ""
        yield from _wrapped(text, first=INDENT)


def _wrapped(text: str, *, first: str = "", hanging: str = INDENT, width: int = WIDTH) -> Iterator[str]:
    """Break a text at single spaces into lines of at most `width` characters, all but the first indented."""
    line = first
    for index, word in enumerate(_SINGLE_SPACE.split(text)):
        if index and len(line) + 1 + len(word) > width:
            yield line
            line = hanging + word
        else:
            line += f" {word}" if index else word
    yield line


def _flat(text: str) -> str:
    """Make one line of a text."""
    return _LINE_SPACE.sub(" ", printable(text)).strip(" ")


def _linked(runs: Iterable[Run]) -> str:
    """Write runs in one line, each link's address after its words; until the end NUL and SOH are its brackets."""
    pieces = []
    for run in runs:
        address = f" \x00{_address(run.url)}\x01" if run.url and is_linkable(run.url) else ""
        pieces.append(_LINE_SPACE.sub(" ", printable(run.text)) + address)
    return _LITERAL_ADDRESS.sub("<<", "".join(pieces)).replace("\x00", "<").replace("\x01", ">")


def _address(url: str) -> str:
    """Give an address without characters that would end it."""
    return _UNSAFE_IN_ADDRESS.sub(lambda match: f"%{ord(match[0]):02X}", printable(url.strip()))


def _figures(report: Report) -> Iterator[str]:
    yield ""
    width = max((len(label) for label, _ in report.figures), default=0)
    reach = max((len(figure) for _, figure in report.figures), default=0)
    for label, figure in report.figures:
        yield f"{label:<{width}}  {figure:>{reach}}"


def _sums(summary: Summary, report: Report, wording: Wording) -> Iterator[str]:
    """Set a table of sums: names at the left, figures right, each column as wide as its widest."""
    table = [(summary.group_heading, *(report.words[key] for key in SUM_KEYS))]
    lines = (*summary.rows, summary.total)
    table += [(_flat(line.name), *sum_texts(line, report.language)) for line in lines]
    widths = [max(len(row[column]) for row in table) for column in range(len(table[0]))]
    widths[0] = min(widths[0], NAME_WIDTH)
    rule = "-" * (sum(widths) + 2 * len(widths) - 2)
    yield summary.title
    yield ""
    for index, row in enumerate(table):
        if index in (1, len(table) - 1):
            yield rule
        name, *rest = _wrapped(row[0], width=NAME_WIDTH, hanging="  ")
        figures = "  ".join(f"{text:>{width}}" for text, width in zip(row[1:], widths[1:], strict=True))
        yield f"{name:<{widths[0]}}  {figures}"
        yield from rest
    if summary.total.incomplete:
        yield from _wrapped(wording.count("report.incomplete", summary.total.incomplete), hanging="")


def _annex(report: Report, wording: Wording) -> Iterator[str]:
    if report.annex is None:
        return
    words = report.words
    yield from ("", words["annex_findings"], "")
    yield from _wrapped(
        words["annex_findings_lead"] if report.annex else words["annex_findings_empty"], hanging=""
    )
    for line in report.annex:
        fix = f"{words['column_fix']}: {line.fix}" if line.fix else ""
        card = f"{words['column_card']} {line.cards}" if line.cards else ""
        where = " · ".join(text for text in (card, line.field_label, line.place) if text)
        yield ""
        yield from _wrapped(f"{wording.say(f'severity.{line.severity}')}: {_flat(line.title)}")
        for text in (where, line.message, fix):
            if text:
                yield from _wrapped(_flat(text), first=INDENT)
