"""Lines tell their limit and whether it is met; nothing here takes a time."""

from __future__ import annotations

from datetime import date

from bench.__main__ import page
from bench.lines import HEAD, Line, as_markdown, as_text, ratio_line, seconds_line
from bench.measures import Plan
from bench.timing import Sample, Spread

FAST = (Sample(1.0, 0.5), Sample(2.0, 0.5), Sample(1.0, 0.5))
SLOW = (Sample(3.0, 1.5), Sample(6.0, 2.0), Sample(4.0, 1.0))


def test_seconds_are_judged_by_their_median() -> None:
    assert seconds_line("a", SLOW, 4.0).spread == Spread(4.0, 3.0, 6.0)
    assert seconds_line("a", SLOW, 4.0).is_met
    assert not seconds_line("a", SLOW, 3.9).is_met
    assert seconds_line("a", SLOW, None).is_met


def test_ratio_is_taken_run_by_run() -> None:
    line = ratio_line("a", SLOW, FAST, 3.0, "floor")

    assert line.spread == Spread(3.0, 2.0, 4.0)
    assert line.beside == "by the clock 3.00 × = 4.00 s ÷ 1.00 s (floor)"
    assert line.cells == ("a", "≤ 3 ×", "3.00 ×", "2.00–4.00", line.beside, "met")


def test_missed_limit_is_shown_as_missed() -> None:
    assert Line("a", 1.0, Spread(1.5, 1.0, 2.0), "s").cells[-1] == "NOT MET"


def test_line_without_limit_is_only_told() -> None:
    assert Line("a", None, Spread(1.5, 1.0, 2.0), "s").cells == ("a", "–", "1.50 s", "1.00–2.00", "", "told")


def test_tables_have_a_row_for_each_line() -> None:
    rows = [("a | b", "c"), ("d", "e")]

    assert as_markdown(("x", "y"), rows) == "| x | y |\n| --- | --- |\n| a \\| b | c |\n| d | e |"
    assert as_text(("x", "y"), rows) == "x      y\na | b  c\nd      e"


def test_page_tells_every_line_but_no_place_of_the_machine() -> None:
    lines = [seconds_line("first", FAST, 0.1), seconds_line("second", FAST, 9.0)]
    text = page(lines, Plan(), date(2031, 1, 15))

    assert as_markdown(HEAD, [line.cells for line in lines]) in text
    assert "NOT MET" in text
    assert "/root" not in text
    assert "/home" not in text
