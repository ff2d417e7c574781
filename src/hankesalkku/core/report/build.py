"""Builds the committee's report of a card document (DESIGN.md 7, LOOK.md 4)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from hankesalkku.core.card.card import Card, Row
from hankesalkku.core.card.document import CardDocument
from hankesalkku.core.card.fields import BY_KEY, FIELDS
from hankesalkku.core.findings.finding import CardNumbers, Finding
from hankesalkku.core.findings.grouping import Group, group_findings
from hankesalkku.core.findings.render import render, render_param
from hankesalkku.core.language.formats import (
    format_cents,
    format_date,
    format_number,
    format_period,
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
    SummaryRow,
)
from hankesalkku.core.report.printed import funder_name, printed_phases, printed_text
from hankesalkku.core.report.sum_texts import share_text
from hankesalkku.core.report.summary import group, summarise
from hankesalkku.core.values.place import Place

PLACES_SHOWN = 3
WORDS = (
    "annex_findings annex_findings_empty annex_findings_lead by_funder by_unit cards column_card column_field "
    "column_finding column_fix column_funder column_place column_row column_severity column_unit column_value contents "
    "continued funder_unknown gross_expenditure gross_income municipal_share no_name page_of printed_on projects "
    "reporting_date share_percent sheet_cards sheet_findings sheet_summary summary total unit_unknown"
).split()


@dataclass(frozen=True, slots=True)
class Choices:
    """What the one who writes a report may choose: language, a title of their own, whether findings are annexed."""

    language: str = "fi"
    title: str | None = None
    with_findings: bool = False


def build_report(
    document: CardDocument, findings: tuple[Finding, ...], *, printed_on: date, choices: Choices
) -> Report:
    """Make the report of a document: words in the chosen language, names and narratives as they are.

    A chosen title is the document's from then on, also in the data that travel with the report.
    """
    document = replace(document, title=choices.title or document.title)
    wording = Wording(choices.language)
    return Report(
        language=choices.language,
        title=document.title or wording.say("report.default_title"),
        organisation=document.municipality,
        division=document.division,
        note=document.note,
        date=format_date(document.date, choices.language) if document.date else None,
        author=document.author,
        quiet_lines=_quiet_lines(document, wording),
        printed_on=printed_on,
        figures=_figures(document.cards, wording),
        summaries=_summaries(document.cards, wording),
        cards=tuple(_card(index, card, wording) for index, card in enumerate(document.cards)),
        annex=_annex(findings, wording) if choices.with_findings else None,
        words={key: wording.say(f"report.{key}") for key in WORDS},
        document=document,
        findings=findings,
    )


def _quiet_lines(document: CardDocument, wording: Wording) -> tuple[str, ...]:
    """Say which day the report describes and who made it out, as far as the document says."""
    date = format_date(document.date, wording.language) if document.date else None
    lines = (
        wording.say("report.reporting_date", date=date) if date else None,
        wording.say("report.author_line", author=document.author) if document.author else None,
    )
    return tuple(line for line in lines if line)


def _figures(cards: tuple[Card, ...], wording: Wording) -> tuple[tuple[str, str], ...]:
    """Give the five figures of the first page, each with its label."""
    total = summarise(cards, "")
    language = wording.language
    share = share_text(total.share_hundredths, language)
    return (
        (wording.say("report.projects"), format_number(total.projects)),
        (wording.say("report.gross_income"), format_cents(total.gross_income_cents, language)),
        (wording.say("report.gross_expenditure"), format_cents(total.gross_expenditure_cents, language)),
        (wording.say("report.municipal_share"), format_cents(total.municipal_share_cents, language)),
        (wording.say("report.share_percent"), share),
    )


def _summaries(cards: tuple[Card, ...], wording: Wording) -> tuple[Summary, ...]:
    """Give the tables by unit and by funder."""
    total = wording.say("report.total")
    by_unit = group(
        cards,
        title=wording.say("report.by_unit"),
        heading=wording.say("report.column_unit"),
        total=total,
        name_of=lambda card: " / ".join(card.unit),
        unknown=wording.say("report.unit_unknown"),
    )
    by_funder = group(
        cards,
        title=wording.say("report.by_funder"),
        heading=wording.say("report.column_funder"),
        total=total,
        name_of=lambda card: funder_name(card.funder, wording.language) if card.funder else None,
        unknown=wording.say("report.funder_unknown"),
    )
    note = _incomplete_note(by_unit.total, wording)
    return replace(by_unit, note=note), replace(by_funder, note=note)


def _card(index: int, card: Card, wording: Wording) -> ReportCard:
    rows = [_row_of(card, key, wording) for key in (field.key.value for field in FIELDS)]
    extras = [_report_row(card, row, wording) for row in card.rows if row.is_extra]
    heading = card.name or wording.say("report.no_name")
    return ReportCard(index + 1, heading, _subheading(card, wording.language), (*rows, *extras))


def _subheading(card: Card, language: str) -> str:
    """Give the quiet line under the heading: unit · period · phase, each as far as it is known."""
    pieces = [
        card.unit[-1] if card.unit else "",
        format_period(card.period, language) if card.period and card.period.end else "",
        printed_phases(card.phases, language),
    ]
    return " · ".join(piece for piece in pieces if piece)


def _row_of(card: Card, key: str, wording: Wording) -> ReportRow:
    """Give the row of a field; a field the card lacks is an empty row, a repeated one is joined."""
    rows = [row for row in card.rows if row.key == key]
    if len(rows) == 1:
        return _report_row(card, rows[0], wording)
    field = BY_KEY[key]
    text = "; ".join(row.text for row in rows)
    paragraphs = tuple((Run(row.text),) for row in rows if row.text)
    return ReportRow(key, field.number, field.label(wording.language), text, paragraphs)


def _report_row(card: Card, row: Row, wording: Wording) -> ReportRow:
    field = BY_KEY.get(row.key)
    label = field.label(wording.language) if field else row.label or row.key
    text = printed_text(card, row, wording.language)
    pieces = row.paragraphs if text == row.text else (text,)
    link = card.case_url if row.key == "other_information" else None
    anchor = card.case_number.written if card.case_number else None
    holder = next((piece for piece in pieces if anchor and anchor in piece), pieces[0] if pieces else "")
    paragraphs = tuple(_runs(piece, anchor, link if piece == holder else None) for piece in pieces if piece)
    number = field.number if field else None
    return ReportRow(
        row.key, number, label, text, paragraphs, _money_lines(card, row, text, wording.language)
    )


def _runs(text: str, anchor: str | None, url: str | None) -> tuple[Run, ...]:
    """Put the link on the case number where the text holds it, else on the whole text."""
    if url is None:
        return (Run(text),)
    anchor = anchor if anchor and anchor in text else text
    before, found, after = text.partition(anchor)
    return tuple(run for run in (Run(before), Run(found, url), Run(after)) if run.text)


def _money_lines(card: Card, row: Row, text: str, language: str) -> MoneyLines | None:
    """Give the lines of a sum that is printed in the norm; None where the row's own text stands."""
    if row.key not in ("gross_income", "gross_expenditure", "municipal_share"):
        return None
    money = card.money(BY_KEY[row.key].key)
    if money is None or (text == row.text and row.remarks):
        return None
    parts = tuple((part.name, format_cents(part.cents, language)) for part in money.parts)
    makes_total = not parts or sum(part.cents for part in money.parts) == money.total_cents
    return MoneyLines(format_cents(money.total_cents, language), parts, makes_total)


def _annex(findings: tuple[Finding, ...], wording: Wording) -> tuple[FindingLine, ...]:
    """Give the annex, gravest first, like findings of several cards in one line; import remarks stay out of it."""
    shown = (group for group in group_findings(findings) if not group.is_import_remark)
    return tuple(line for group in shown for line in _finding_lines(group, wording))


def _finding_lines(group: Group, wording: Wording) -> list[FindingLine]:
    """Give the lines of a group: one for each message, since cards may say the same fault with different facts."""
    by_message: dict[str, list[Finding]] = {}
    for finding in group.findings:
        by_message.setdefault(render(finding, wording).message, []).append(finding)
    return [_finding_line(tuple(alike), wording) for alike in by_message.values()]


def _finding_line(alike: tuple[Finding, ...], wording: Wording) -> FindingLine:
    rendered = render(alike[0], wording)
    cards = CardNumbers(tuple(card for finding in alike for card in finding.cards))
    places = [place for finding in alike if (place := printed_place(finding.places, wording))]
    more = " …" if len(places) > PLACES_SHOWN else ""
    return FindingLine(
        severity=alike[0].severity,
        title=rendered.title,
        cards=str(render_param(cards, wording)) if cards.indices else "",
        field_label=rendered.field_label,
        place="; ".join(places[:PLACES_SHOWN]) + more,
        message=rendered.message,
        fix=rendered.fix,
    )


def printed_place(places: tuple[Place, ...], wording: Wording) -> str:
    """Print the first place: `s. 9, rivi 3`; empty where there is none."""
    if not places:
        return ""
    first = places[0]
    if first.page is not None and first.line is not None:
        return wording.say("place.page_line", page=first.page, line=first.line)
    if first.page is not None:
        return wording.say("place.page", page=first.page)
    return wording.say("place.line", line=first.line) if first.line is not None else ""


def _incomplete_note(row: SummaryRow, wording: Wording) -> str:
    """Say how many projects the sums leave out; empty where none."""
    return wording.count("report.incomplete", row.incomplete) if row.incomplete else ""
