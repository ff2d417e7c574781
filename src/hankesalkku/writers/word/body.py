"""The body of the Word form: first page, contents, cards, annex. Source: LOOK.md 4."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.language.wording import Wording
from hankesalkku.core.report.model import FindingLine, Report, ReportCard, Summary, SummaryRow
from hankesalkku.core.report.sum_texts import SUM_KEYS, sum_texts
from hankesalkku.writers.word import markup
from hankesalkku.writers.word.card import card_table

FIGURE_WIDTHS = (1200, 2268, 2268, 2268, 1350)
SUMMARY_WIDTHS = (2640, 900, 1470, 1640, 1534, 1170)
ANNEX_WIDTHS = (1080, 820, 2100, 1280, 4074)
BOLD = "<w:b/><w:bCs/>"
PAGE = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rIdFooter"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1304" w:left="1418" w:header="567" w:footer="567" w:gutter="0"/>'
    "</w:sectPr>"
)


class Body:
    """Sets a report; `links` and `headings` fill up on the way."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.wording = Wording(report.language)
        self.links = markup.Links()
        self.headings: list[tuple[int, str, str]] = []

    def markup(self) -> str:
        """Give the whole `w:document`."""
        before = "".join((*self._opening(), *self._summary()))
        after = "".join((*self._cards(), *self._annex()))
        pieces = (before, self._contents(), after, PAGE)
        return f"{markup.DECLARATION}<w:document {markup.NAMESPACES}><w:body>{''.join(pieces)}</w:body></w:document>"

    def _opening(self) -> Iterator[str]:
        report = self.report
        lines = (
            ("ReportOrganisation", report.organisation),
            ("ReportDivision", report.division),
            ("Title", report.title),
            ("ReportNote", report.note),
            *(("QuietLine", line) for line in report.quiet_lines),
        )
        for style, text in lines:
            if text:
                yield markup.paragraph(style, markup.text_run(text))

    def _heading(self, level: int, text: str) -> str:
        """Make a heading with the bookmark that the contents lead to."""
        number = len(self.headings) + 1
        name = f"_Toc{number:08d}"
        self.headings.append((level, text, name))
        mark = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
        content = f'{mark}{markup.text_run(text)}<w:bookmarkEnd w:id="{number}"/>'
        return markup.paragraph(f"Heading{level}", content)

    def _summary(self) -> Iterator[str]:
        yield self._heading(1, self.report.words["summary"])
        yield self._figures()
        for summary in self.report.summaries:
            yield markup.paragraph("Caption", markup.text_run(summary.title))
            yield self._sums(summary)
            if summary.total.incomplete:
                note = self.wording.count("report.incomplete", summary.total.incomplete)
                yield markup.paragraph("QuietLine", markup.text_run(note))

    def _figures(self) -> str:
        """Make the line of figures: labels as header cells, figures under them."""
        if not self.report.figures:
            return ""
        widths = FIGURE_WIDTHS[: len(self.report.figures)]
        columns = list(zip(widths, self.report.figures, strict=True))
        labels = [
            markup.cell(w, markup.paragraph("FigureLabel", markup.text_run(t))) for w, (t, _) in columns
        ]
        values = [markup.cell(w, markup.paragraph("Figure", markup.text_run(t))) for w, (_, t) in columns]
        rows = markup.row("".join(labels), is_header=True) + markup.row("".join(values))
        caption = self.wording.say("report.figures")
        return markup.table("FigureTable", widths, rows, caption=caption, looks="firstRow")

    def _sums(self, summary: Summary) -> str:
        words = self.report.words
        titles = (summary.group_heading, *(words[key] for key in SUM_KEYS))
        rows = [_cells(SUMMARY_WIDTHS, titles, "TableColumn", "TableColumnNumber")]
        rows += [
            _cells(SUMMARY_WIDTHS, self._sum_texts(line), "TableText", "TableNumber") for line in summary.rows
        ]
        rows.append(_cells(SUMMARY_WIDTHS, self._sum_texts(summary.total), "TableText", "TableNumber", BOLD))
        content = markup.row(rows[0], is_header=True) + "".join(markup.row(row) for row in rows[1:])
        looks = "firstRow firstColumn lastRow"
        return markup.table("SumsTable", SUMMARY_WIDTHS, content, caption=summary.title, looks=looks)

    def _sum_texts(self, line: SummaryRow) -> tuple[str, ...]:
        return (line.name, *sum_texts(line, self.report.language))

    def _contents(self) -> str:
        """Make the contents as a field that is filled in; Word adds page numbers when it is updated."""
        begin = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> '
            'TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        entries = []
        for index, (level, text, name) in enumerate(self.headings):
            entry = f'<w:hyperlink w:anchor="{name}" w:history="1">{markup.text_run(text)}</w:hyperlink>'
            first, last = begin if index == 0 else "", end if index == len(self.headings) - 1 else ""
            entries.append(markup.paragraph(f"TOC{level}", f"{first}{entry}{last}"))
        title = markup.paragraph("TOCHeading", markup.text_run(self.report.words["contents"]))
        gallery = (
            '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
        )
        content = f"{title}{''.join(entries)}"
        return f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    def _cards(self) -> Iterator[str]:
        yield self._heading(1, self.report.words["cards"])
        if not self.report.cards:
            yield markup.paragraph("Normal", markup.text_run(self.wording.say("report.no_projects")))
        for card in self.report.cards:
            yield self._card(card)

    def _card(self, card: ReportCard) -> str:
        heading = self._heading(2, f"{card.number}. {card.heading}")
        quiet = markup.paragraph("QuietLine", markup.text_run(card.subheading)) if card.subheading else ""
        return heading + quiet + card_table(card, self.links, self.wording.say)

    def _annex(self) -> Iterator[str]:
        if self.report.annex is None:
            return
        words = self.report.words
        yield self._heading(1, words["annex_findings"])
        lead = words["annex_findings_lead"] if self.report.annex else words["annex_findings_empty"]
        yield markup.paragraph("QuietLine", markup.text_run(lead))
        if not self.report.annex:
            return
        columns = ("column_severity", "column_card", "column_field", "column_place", "column_finding")
        titles = tuple(words[key] for key in columns)
        head = markup.row(_cells(ANNEX_WIDTHS, titles, "TableColumn", "TableColumn"), is_header=True)
        rows = "".join(markup.row(self._finding(line)) for line in self.report.annex)
        caption = words["annex_findings"]
        yield markup.table(
            "SumsTable", ANNEX_WIDTHS, head + rows, caption=caption, looks="firstRow firstColumn"
        )
        yield markup.paragraph("Normal", "")

    def _finding(self, line: FindingLine) -> str:
        severity = self.wording.say(f"severity.{line.severity}")
        cells = _cells(
            ANNEX_WIDTHS[:4], (severity, line.cards, line.field_label, line.place), "TableText", "TableText"
        )
        fix = f"{self.report.words['column_fix']}: {line.fix}" if line.fix else ""
        texts = ((line.title, BOLD), (line.message, ""), (fix, ""))
        seen = "".join(
            markup.paragraph("TableText", markup.text_run(text, look)) for text, look in texts if text
        )
        return cells + markup.cell(ANNEX_WIDTHS[4], seen or markup.paragraph("TableText", ""))


def _cells(widths: tuple[int, ...], texts: tuple[str, ...], first: str, others: str, look: str = "") -> str:
    """Make the cells of a row, the first in one paragraph style, the others in another."""
    styles = (first, *(others for _ in texts[1:]))
    return "".join(
        markup.cell(width, markup.paragraph(style, markup.text_run(text, look)))
        for width, style, text in zip(widths, styles, texts, strict=True)
    )
