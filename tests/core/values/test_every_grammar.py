"""What holds for every grammar: none fails, every remark quotes its span, hostile text costs little."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankesalkku.core.values.case_number import find_numbers
from hankesalkku.core.values.dates import find_dates, read_date
from hankesalkku.core.values.decision import read_funder_decision, read_municipal_decision
from hankesalkku.core.values.money import find_amounts, read_money
from hankesalkku.core.values.people import read_people
from hankesalkku.core.values.period import read_period
from hankesalkku.core.values.phase import read_phases
from hankesalkku.core.values.progress import read_progress
from hankesalkku.core.values.reading import Remark
from hankesalkku.core.values.scanner import words
from hankesalkku.core.values.unit import read_unit
from hankesalkku.core.values.years import read_years


def amounts(text: str) -> tuple[Remark, ...]:
    """Check what `find_amounts` gives, which makes no remarks."""
    assert all(text[found.start : found.end] for found in find_amounts(text))
    return ()


Noted = Callable[[str], tuple[Remark, ...]]
GRAMMARS: dict[str, Noted] = {
    "money": lambda text: read_money(text).remarks,
    "column money": lambda text: read_money(text, unit_cents=100_000).remarks,
    "amounts": amounts,
    "date": lambda text: read_date(text).remarks,
    "dates": lambda text: tuple(remark for found in find_dates(text, years=True) for remark in found.remarks),
    "period": lambda text: read_period(text).remarks,
    "phases": lambda text: read_phases(text).remarks,
    "numbers": lambda text: tuple(r for found in find_numbers(text, bare=True) for r in found.remarks),
    "funder": lambda text: read_funder_decision(text).remarks,
    "municipal": lambda text: read_municipal_decision(text).remarks,
    "unit": lambda text: read_unit(text).remarks,
    "people": lambda text: read_people(text).remarks,
    "years": lambda text: read_years(text).remarks,
    "progress": lambda text: read_progress(text).remarks,
}
PIECES = [
    *words(
        "( ) [ ] , ; : / . - – − % § € 1 0 12 000 2022 1.1.2023 31.712.2023 31.12. 5/2007 4.20 305 milj."
        " euroa noin josta yhteensä ja och to saakka alkaen ei haku OKM/74/520/2022 90/02.05.01.03/2023"
        " 66/5297/2021 va-tem-2026-16 A70726 viranhaltijapäätös laki Kh toteutusvaihe suunnittelu- april"
        " huhtikuuta Maija rehtori menot ² ٣ ß İ https://x.example/1 999999999999"
    ),
    *(" ", "\n", "\u00a0", "\u202f", "\ud800", "305 360 €", "OPH /109/3615/2022", "§ 47", "30 §"),
]
HOSTILE = [
    *words("1 1. 1, 1- 1/ 1.1. 1.1.2023– ( () +358 EURA2014/ HEL2018- 5/2022; (1.1.2023x) ;a päätös:"),
    *(f"{piece} " for piece in ("1", "12 000 €, a", "(a 1 €)", "€1", "- 1", "§ 1", "laki § 1,", "ja", "a /")),
    *(
        f"{piece} "
        for piece in ("", "\u00a0", "\n", "päätös", "OPH /", "T 02", "Dno-2019-1", "(toteutus x)", "5 %")
    ),
    *("viranhaltijapäätös nro 1/2022, ", "menot 5 % ", "josta 1 € ja a ", "(muu (a): 1 € ", "1 € ((((a "),
]
Texts = st.one_of(st.text(), st.lists(st.sampled_from(sorted(PIECES)), max_size=20).map("".join))


@pytest.mark.parametrize("name", GRAMMARS)
@given(text=Texts)
def test_grammar_never_fails_and_quotes_its_spans(name: str, text: str) -> None:
    for remark in GRAMMARS[name](text):
        assert 0 <= remark.start <= remark.end <= len(text)
        assert text[remark.start : remark.end] == remark.text


@contextmanager
def at_most(seconds: int) -> Iterator[None]:
    """Stop what runs away; far above what any machine needs, so that it measures nothing."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.mark.skipif(not hasattr(signal, "SIGALRM"), reason="needs an alarm clock")
@pytest.mark.parametrize("name", GRAMMARS)
def test_grammar_is_not_caught_by_hostile_text(name: str) -> None:
    with at_most(60):
        for piece in HOSTILE:
            GRAMMARS[name]((piece * 10_000)[:10_000])
