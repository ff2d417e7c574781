"""How each row prints: values in the norm of the language, everything else as it was written.

A typed row is printed in its normal form only where nothing of what was written would be lost; otherwise its own text
stands. Either way it reads back to the same value. Source: D80, D81, DESIGN.md 2 (nothing is lost).
"""

from __future__ import annotations

from collections.abc import Callable

from hankesalkku.core.card.card import Card, Row
from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.language.formats import format_cents, format_date, format_period, format_years
from hankesalkku.core.language.wording import Wording
from hankesalkku.core.reference.funders import funder_named
from hankesalkku.core.values.decision import FunderDecision, MunicipalDecision
from hankesalkku.core.values.money import Money
from hankesalkku.core.values.phase import PHASE_WORDS, Phase
from hankesalkku.core.values.reading import RemarkCode

NOTATION_ONLY = frozenset(
    {
        RemarkCode.THOUSANDS_WITH_DOT,
        RemarkCode.THOUSANDS_WITH_SPACE,
        RemarkCode.START_YEAR_IMPLICIT,
        RemarkCode.PERIOD_MIXED_PRECISION,
        RemarkCode.PERIOD_SEVERAL,
        RemarkCode.AMOUNT_SCALED,
        RemarkCode.NUMBER_MALFORMED,
        RemarkCode.LABEL_SPLIT_BY_PAGE_BREAK,
        RemarkCode.WORD_MENDED_DOUBTFUL,
        RemarkCode.LABEL_APPROXIMATE,
        RemarkCode.LABEL_DOUBTFUL,
        RemarkCode.LABEL_MISSING,
    }
)
"""Remarks that speak of notation or of the source's layout: printing in the norm loses nothing."""


def printed_text(card: Card, row: Row, language: str) -> str:
    """Give a row's text in one line as it is printed in a language."""
    printer = _PRINTERS.get(row.key)
    if printer is None or any(remark.code not in NOTATION_ONLY for remark in row.remarks):
        return row.text
    return printer(card, language) or row.text


def text_of_values(card: Card, key: str, language: str) -> str:
    """Give the text that a typed row has if nothing but its values is known, empty for a row without a norm.

    >>> text_of_values(Card(rows=(), unit=("Hyvinvointi", "Kirjasto")), "unit", "fi")
    'Hyvinvointi / Kirjasto'
    """
    printer = _PRINTERS.get(key)
    return printer(card, language) if printer else ""


def printed_money(money: Money, language: str) -> str:
    """Print a sum with its parts: `305 360 € (esiopetus: 64 000 €, perusopetus: 241 360 €)`."""
    total = format_cents(money.total_cents, language)
    if not money.parts:
        return total
    parts = ", ".join(f"{part.name}: {format_cents(part.cents, language)}" for part in money.parts)
    return f"{total} ({parts})"


def funder_name(name: str, language: str) -> str:
    """Give a known funder's legal name in a language; an unknown name as it is."""
    funder = funder_named(name)
    if funder is None:
        return name
    return {"fi": funder.name, "sv": funder.name_sv, "en": funder.name_en}[language] or funder.name


_PHASE_NOUNS = {"fi": ("vaihe", "-"), "sv": ("fas", "-"), "en": (" phase", "")}


def printed_phases(phases: tuple[Phase, ...], language: str) -> str:
    """Print the phases in the order written, in words.

    >>> printed_phases((Phase.PLANNING, Phase.IMPLEMENTATION), "fi")
    'suunnittelu- ja toteutusvaihe'
    """
    words = [PHASE_WORDS[language][phase] for phase in phases]
    noun, hyphen = _PHASE_NOUNS[language]
    if all(word.endswith(noun) for word in words):
        words = [word.removesuffix(noun) + hyphen for word in words[:-1]] + words[-1:]
    return f" {Wording(language).say('word.and')} ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def _unit(card: Card, language: str) -> str:
    return " / ".join(card.unit)


def _people(card: Card, language: str) -> str:
    return " / ".join(card.responsible_persons)


def _period(card: Card, language: str) -> str:
    periods = [period for period in (card.period, *card.further.periods) if period is not None]
    printed = ", ".join(format_period(period, language) for period in periods)
    return " / ".join(text for text in (printed, printed_phases(card.phases, language)) if text)


def _funder_decisions(card: Card, language: str) -> str:
    decisions = (card.funder_decision, *card.further.funder_decisions)
    return "; ".join(_funder_decision(decision, language) for decision in decisions if decision)


def _funder_decision(decision: FunderDecision, language: str) -> str:
    pieces = [
        funder_name(decision.funder_written, language) if decision.funder_written else "",
        format_date(decision.date, language) if decision.date else "",
        decision.case_number.normal if decision.case_number else "",
    ]
    return " ".join(piece for piece in pieces if piece)


def _municipal_decisions(card: Card, language: str) -> str:
    decisions = (card.municipal_decision, *card.further.municipal_decisions)
    return "; ".join(_municipal_decision(decision, language) for decision in decisions if decision)


def _municipal_decision(decision: MunicipalDecision, language: str) -> str:
    if decision.by_office_holder:
        return ""
    pieces = [
        decision.body or "",
        format_date(decision.date, language) if decision.date else "",
        f"§\u00a0{decision.section}" if decision.section is not None else "",
    ]
    return " ".join(piece for piece in pieces if piece)


def _years(card: Card, language: str) -> str:
    return format_years(card.budget_years)


def _sum(key: FieldKey) -> Callable[[Card, str], str]:
    def print_sum(card: Card, language: str) -> str:
        money = card.money(key)
        return "" if money is None else printed_money(money, language)

    return print_sum


_PRINTERS: dict[str, Callable[[Card, str], str]] = {
    FieldKey.UNIT: _unit,
    FieldKey.RESPONSIBLE_PERSONS: _people,
    FieldKey.PERIOD: _period,
    FieldKey.FUNDER_DECISION: _funder_decisions,
    FieldKey.MUNICIPAL_DECISION: _municipal_decisions,
    FieldKey.BUDGET_YEARS: _years,
    FieldKey.GROSS_INCOME: _sum(FieldKey.GROSS_INCOME),
    FieldKey.GROSS_EXPENDITURE: _sum(FieldKey.GROSS_EXPENDITURE),
    FieldKey.MUNICIPAL_SHARE: _sum(FieldKey.MUNICIPAL_SHARE),
}
