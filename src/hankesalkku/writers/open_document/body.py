"""The body of the OpenDocument form: first page, contents, cards, annex. Source: LOOK.md 4."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hankesalkku.core.language.wording import Wording
from hankesalkku.core.report.model import FindingLine, Report, ReportCard, ReportRow, Run, Summary, SummaryRow
from hankesalkku.core.report.sum_texts import SUM_KEYS, sum_texts
from hankesalkku.writers.open_document import markup
from hankesalkku.writers.open_document.styles import FONT_FACES, automatic_styles

LABEL_CHARACTERS, VALUE_CHARACTERS = 31, 64  # that fit on a line of either column
VALUE_LINE, LABEL_LINE, ROW_PADDING = 14.0, 11.5, 5.0  # points
PAGE_POINTS, SPLITTING_POINTS = 610.0, 200.0
ANNEX_KEYS = ("column_severity", "column_card", "column_field", "column_place", "column_finding")

INDEX_LINK = 'text:style-name="Index_20_Link" text:visited-style-name="Index_20_Link"'


class Body:
    """Sets a report; `headings` fill up on the way."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.wording = Wording(report.language)
        self.headings: list[tuple[int, str, str]] = []

    def markup(self) -> str:
        """Give the whole content.xml."""
        before = "".join((*self._opening(), *self._summary()))
        after = "".join((*self._cards(), *self._annex()))
        text = before + self._contents() + after
        opening = f"<office:document-content {markup.NAMESPACES} {markup.VERSION}>"
        body = f"<office:body><office:text>{text}</office:text></office:body>"
        return (
            f"{markup.DECLARATION}{opening}{FONT_FACES}{automatic_styles()}{body}</office:document-content>"
        )

    def _opening(self) -> Iterator[str]:
        report = self.report
        lines = (
            ("ReportOrganisation", report.organisation),
            ("ReportDivision", report.division),
            ("Title", report.title),
            ("ReportNote", report.note),
            *(("QuietLine", line) for line in report.quiet_lines),
        )
        yield from (markup.paragraph(style, markup.words(text)) for style, text in lines if text)

    def _heading(self, level: int, text: str) -> str:
        name = f"__RefHeading___{len(self.headings) + 1}"
        self.headings.append((level, text, name))
        mark = f'<text:bookmark-start text:name="{name}"/>{markup.words(text)}<text:bookmark-end text:name="{name}"/>'
        return markup.heading(f"Heading_20_{level}", level, mark)

    def _summary(self) -> Iterator[str]:
        yield self._heading(1, self.report.words["summary"])
        yield self._figures()
        for summary in self.report.summaries:
            yield markup.paragraph("Caption", markup.words(summary.title))
            yield self._sums(summary)
            if summary.total.incomplete:
                note = self.wording.count("report.incomplete", summary.total.incomplete)
                yield markup.paragraph("QuietLine", markup.words(note))

    def _figures(self) -> str:
        if not self.report.figures:
            return ""
        labels = _cells("PlainCell", ((text, "FigureLabel") for text, _ in self.report.figures))
        figures = _cells("PlainCell", ((text, "Figure") for _, text in self.report.figures))
        middle = len(self.report.figures) - 2
        columns = ("Figures1", *("Figures2" for _ in range(middle)), "Figures3")
        title = self.wording.say("report.figures")
        return markup.table(
            title, "SumsTable", columns, markup.row(figures), head=markup.row(labels), title=title
        )

    def _sums(self, summary: Summary) -> str:
        titles = (summary.group_heading, *(self.report.words[key] for key in SUM_KEYS))
        head = markup.row(_cells("HeadCell", _styled(titles, "TableColumn", "TableColumnNumber")))
        lines = [_styled(self._sum_texts(line), "TableText", "TableNumber") for line in summary.rows]
        total = _cells(
            "TotalCell", _styled(self._sum_texts(summary.total), "TableText", "TableNumber"), strong=True
        )
        rows = "".join(markup.row(_cells("SumCell", line)) for line in lines) + markup.row(total)
        columns = ("Sums1", "Sums2", "Sums3", "Sums3", "Sums3", "Sums4")
        return markup.table(summary.title, "SumsTable", columns, rows, head=head, title=summary.title)

    def _sum_texts(self, line: SummaryRow) -> tuple[str, ...]:
        return (line.name, *sum_texts(line, self.report.language))

    def _contents(self) -> str:
        """Make the contents as an index that is filled in; the program adds page numbers when it is updated."""
        title = markup.words(self.report.words["contents"])
        templates = "".join(
            f'<text:table-of-content-entry-template text:outline-level="{level}" text:style-name="Contents_20_{level}">'
            '<text:index-entry-link-start/><text:index-entry-text/><text:index-entry-tab-stop style:type="right" '
            'style:leader-char="."/><text:index-entry-page-number/><text:index-entry-link-end/>'
            "</text:table-of-content-entry-template>"
            for level in (1, 2)
        )
        source = (
            '<text:table-of-content-source text:outline-level="2"><text:index-title-template '
            f'text:style-name="Contents_20_Heading">{title}</text:index-title-template>{templates}'
            "</text:table-of-content-source>"
        )
        entries = "".join(
            markup.paragraph(
                f"Contents_20_{level}",
                f'<text:a xlink:type="simple" xlink:href="#{name}" {INDEX_LINK}>{markup.words(text)}</text:a>',
            )
            for level, text, name in self.headings
        )
        head = markup.paragraph("Contents_20_Heading", title)
        index_title = f'<text:index-title text:name="Contents_Head">{head}</text:index-title>'
        body = f"<text:index-body>{index_title}{entries}</text:index-body>"
        return f'<text:table-of-content text:name="Contents">{source}{body}</text:table-of-content>'

    def _cards(self) -> Iterator[str]:
        yield self._heading(1, self.report.words["cards"])
        if not self.report.cards:
            yield markup.paragraph("Standard", markup.words(self.wording.say("report.no_projects")))
        for card in self.report.cards:
            yield self._heading(2, f"{card.number}. {card.heading}")
            if card.subheading:
                yield markup.paragraph("QuietLine", markup.words(card.subheading))
            yield self._card(card)

    def _card(self, card: ReportCard) -> str:
        """Make a card's table; one too long for a page breaks, and its first row comes again."""
        heights = [_row_points(row) for row in card.rows]
        is_long = sum(heights) > PAGE_POINTS
        rows = [
            _card_row(row, may_split=height > SPLITTING_POINTS)
            for row, height in zip(card.rows, heights, strict=True)
        ]
        head, rest = ("".join(rows[:1]), rows[1:]) if is_long else ("", rows)
        style = "LongProjectCard" if is_long else "ProjectCard"
        title = self.wording.say("report.card_table", number=card.number)
        columns = ("CardLabels", "CardValues")
        return markup.table(f"Card{card.number}", style, columns, "".join(rest), head=head, title=title)

    def _annex(self) -> Iterator[str]:
        if self.report.annex is None:
            return
        words = self.report.words
        yield self._heading(1, words["annex_findings"])
        lead = words["annex_findings_lead"] if self.report.annex else words["annex_findings_empty"]
        yield markup.paragraph("QuietLine", markup.words(lead))
        if not self.report.annex:
            return
        head = markup.row(_cells("HeadCell", ((words[key], "TableColumn") for key in ANNEX_KEYS)))
        rows = "".join(markup.row(self._finding(line)) for line in self.report.annex)
        columns = ("Annex1", "Annex2", "Annex3", "Annex4", "Annex5")
        yield markup.table("Findings", "SumsTable", columns, rows, head=head, title=words["annex_findings"])

    def _finding(self, line: FindingLine) -> str:
        severity = self.wording.say(f"severity.{line.severity}")
        short = (severity, line.cards, line.field_label, line.place)
        fix = f"{self.report.words['column_fix']}: {line.fix}" if line.fix else ""
        seen = "".join(
            markup.paragraph("TableText", _strong(text) if index == 0 else markup.words(text))
            for index, text in enumerate((line.title, line.message, fix))
            if text
        )
        return _cells("SumCell", ((text, "TableText") for text in short)) + markup.cell("SumCell", seen)


def _card_row(row: ReportRow, *, may_split: bool) -> str:
    label = markup.cell("CardCell", markup.paragraph("CardLabel", markup.words(row.label)))
    return markup.row(label + markup.cell("CardCell", _value(row)), may_split=may_split)


def _value(row: ReportRow) -> str:
    """Make the content: a sum as an amount with its parts small under it, anything else as its paragraphs."""
    total = row.money.total if row.money else ""
    if total and row.text.startswith(total):
        parts = row.text[len(total) :].strip()
        amount = markup.paragraph("CardAmount", markup.words(total))
        return amount + (markup.paragraph("CardPart", markup.words(parts)) if parts else "")
    paragraphs = row.paragraphs or ((Run(""),),)
    return "".join(markup.paragraph("CardValue", markup.linked(runs)) for runs in paragraphs)


def _row_points(row: ReportRow) -> float:
    """Estimate the height of a row in points."""
    value_lines = sum(1 + sum(len(run.text) for run in runs) // VALUE_CHARACTERS for runs in row.paragraphs)
    label_lines = 1 + len(row.label) // LABEL_CHARACTERS
    return max(value_lines * VALUE_LINE, label_lines * LABEL_LINE) + ROW_PADDING


def _styled(texts: tuple[str, ...], first: str, others: str) -> list[tuple[str, str]]:
    """Give each text its paragraph style, the first one of its own."""
    return [(text, others if index else first) for index, text in enumerate(texts)]


def _cells(style: str, texts: Iterable[tuple[str, str]], *, strong: bool = False) -> str:
    """Make cells of one style from texts and their paragraph styles."""
    return "".join(
        markup.cell(style, markup.paragraph(look, _strong(text) if strong else markup.words(text)))
        for text, look in texts
    )


def _strong(text: str) -> str:
    return f'<text:span text:style-name="Strong">{markup.words(text)}</text:span>'
