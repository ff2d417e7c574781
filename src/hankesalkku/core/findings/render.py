"""Puts a finding into the words of a language: the catalogue's texts, the facts in their formats."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from hankesalkku.core.card.card import EXTRA_PREFIX
from hankesalkku.core.card.fields import BY_KEY
from hankesalkku.core.findings.finding import (
    AnyOf,
    CardNumbers,
    ExactPercent,
    Finding,
    Label,
    Param,
    Percent,
    Word,
)
from hankesalkku.core.language.formats import (
    EN_DASH,
    format_cents,
    format_date,
    format_percent,
    format_period,
)
from hankesalkku.core.language.wording import Wording
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.core.values.money import Amount
from hankesalkku.core.values.period import Period
from hankesalkku.core.values.phase import PHASE_WORDS, Phase

Typed = TypeVar("Typed")


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finding in words. `title` names the kind, `cards` is "1, 3–5" (empty for the document)."""

    title: str
    message: str
    why: str
    fix: str
    cards: str
    field_label: str


def render(finding: Finding, wording: Wording) -> Rendered:
    """Give the texts of a finding; beside its facts they may name its `{cards}` and its `{field}`.

    Raises:
        UnknownWording: the catalogue lacks a text of the rule.
        KeyError: a text has a placeholder that the finding has no fact for.
    """
    start = f"finding.{finding.rule}"
    cards, label = card_numbers(finding.cards), field_label(finding.field, wording)
    facts = {name: render_param(value, wording) for name, value in finding.params}
    facts = {"cards": cards, "field": label, **facts}
    return Rendered(
        title=wording.say(f"{start}.title"),
        message=_worded(finding, "message", wording).format_map(facts),
        why=wording.say(f"{start}.why"),
        fix=_worded(finding, "fix", wording).format_map(facts),
        cards=cards,
        field_label=label,
    )


def _worded(finding: Finding, text: str, wording: Wording) -> str:
    """Give a text in the finding's variant, where that has a wording of its own."""
    own = f"finding.{finding.rule}.{text}.{finding.variant}"
    return wording.say(own if wording.has(own) else f"finding.{finding.rule}.{text}")


def render_param(value: Param, wording: Wording) -> str:
    """Write one fact as its language does."""
    if isinstance(value, str) and not isinstance(value, Phase):
        return value
    if isinstance(value, int):
        return str(value)
    if isinstance(value, tuple):
        return _joined(value, "word.and", wording)
    if isinstance(value, AnyOf):
        return _joined(value.options, "word.or", wording)
    return _WRITERS[type(value)](value, wording)


def card_numbers(indices: tuple[int, ...]) -> str:
    """Number cards from 1, runs of three and more with an en dash.

    >>> card_numbers((0, 2, 3, 4, 7, 8))
    '1, 3–5, 8, 9'
    """
    runs: list[list[int]] = []
    for number in sorted({index + 1 for index in indices}):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(_run(run) for run in runs)


def field_label(field: str, wording: Wording) -> str:
    """Name a row by its canonical label, an extra one as written, the document by its word."""
    if field in BY_KEY:
        return BY_KEY[field].label(wording.language)
    if field.startswith(EXTRA_PREFIX):
        return field.removeprefix(EXTRA_PREFIX)
    return wording.say(f"word.{field}") if wording.has(f"word.{field}") else field


def _run(run: list[int]) -> str:
    return f"{run[0]}{EN_DASH}{run[-1]}" if len(run) > 2 else ", ".join(str(number) for number in run)


def _joined(values: tuple[Param, ...], conjunction: str, wording: Wording) -> str:
    texts = [render_param(value, wording) for value in values]
    if len(texts) < 2:
        return "".join(texts)
    return f"{', '.join(texts[:-1])} {wording.say(conjunction)} {texts[-1]}"


def _exact_percent(value: ExactPercent, wording: Wording) -> str:
    """Write ten-thousandths of a per cent to four decimals, without the sign."""
    whole, rest = divmod(value.ten_thousandths, 10_000)
    return f"{whole}{'.' if wording.language == 'en' else ','}{rest:04d}"


def _of(kind: type[Typed], write: Callable[[Typed, Wording], str]) -> Callable[[object, Wording], str]:
    """Narrow a writer of one type of fact, so that one table holds them all."""

    def narrowed(value: object, wording: Wording) -> str:
        assert isinstance(value, kind)
        return write(value, wording)

    return narrowed


_WRITERS: dict[type, Callable[[object, Wording], str]] = {
    date: _of(date, lambda value, wording: format_date(value, wording.language)),
    PartialDate: _of(PartialDate, lambda value, wording: format_date(value, wording.language)),
    Period: _of(Period, lambda value, wording: format_period(value, wording.language)),
    Amount: _of(Amount, lambda value, wording: format_cents(value.cents, wording.language)),
    Percent: _of(Percent, lambda value, wording: format_percent(value.hundredths, wording.language)),
    ExactPercent: _of(ExactPercent, _exact_percent),
    Phase: _of(Phase, lambda value, wording: PHASE_WORDS[wording.language][value]),
    Label: _of(Label, lambda value, wording: BY_KEY[value.key].label(wording.language)),
    Word: _of(Word, lambda value, wording: wording.say(f"word.{value.key}")),
    CardNumbers: _of(CardNumbers, lambda value, _: card_numbers(value.indices)),
}
