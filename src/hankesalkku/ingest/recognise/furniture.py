"""What stands on the pages of a report without being its data: page numbers, running heads, contents, our own sums.

Source: D94; the words of our own form come from the language catalogue.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache

from hankesalkku.core.language.wording import LANGUAGES, Wording
from hankesalkku.core.values.text import fold
from hankesalkku.ingest.document import SourceDocument
from hankesalkku.ingest.raw_card import Span

_PAGE_NUMBER = re.compile(
    r"[-–\s]*(?:(?:sivu|s\.|sida|sid\.|page|p\.)\s*)?\d{1,4}\s*(?:[/(]\s*\d{1,4}\s*\)?|(?:av|of)\s+\d{1,4})?[-–\s]*",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\s*(?:19|20)\d\d\s*")
_DIGITS = re.compile(r"\d+")
_FIGURE = re.compile(r"(?!\d{1,2}\.\d{1,2}\.\d{4}$|(?:19|20)\d\d$)[−-]?\d[\d\u00a0 .,]*\s*[€%]?|–")
_CONTENTS_TAIL = re.compile(r"[\s.…·]*\d{0,4}\s*$")
OWN_WORDS = (
    "annex_findings annex_findings_empty annex_findings_lead by_funder by_unit cards column_card column_field "
    "column_finding column_fix column_funder column_place column_row column_severity column_unit column_value contents "
    "funder_unknown gross_expenditure gross_income municipal_share projects share_percent sheet_cards sheet_findings "
    "sheet_summary summary total unit_unknown"
).split()


def is_page_number(text: str) -> bool:
    """Tell whether a line is nothing but a page number: `3`, `3 (12)`, `Sivu 3/12`, `– 3 –`; a year is none."""
    if len(text) > 24 or not any(char.isdigit() for char in text) or _YEAR.fullmatch(text):
        return False
    return _PAGE_NUMBER.fullmatch(text) is not None


def repeated_lines(document: SourceDocument, spans: list[tuple[Span, int | None]]) -> set[Span]:
    """Find lines at the edge of pages that recur, digits aside, on at least half of three or more pages.

    A line that also stands in the middle of a page is text, not furniture.
    `spans` are the visible lines of the document with their pages, in order. Printed links are not repeated lines.
    """
    by_page: dict[int, list[Span]] = defaultdict(list)
    for span, page in spans:
        if page is not None:
            by_page[page].append(span)
    everywhere = Counter(_without_digits(document.text[slice(*span)]) for span, _ in spans)
    seen: dict[str, list[Span]] = defaultdict(list)
    for lines in by_page.values():
        for span in {lines[0], lines[-1]}:
            seen[_without_digits(document.text[slice(*span)])].append(span)
    needed = max(3, (len(by_page) + 1) // 2)
    recurring = (found for text, found in seen.items() if needed <= len(found) == everywhere[text])
    return {span for found in recurring for span in found}


def page_number_lines(document: SourceDocument, spans: list[tuple[Span, int | None]]) -> set[Span]:
    """Find lone page numbers in the first or last line of their pages."""
    edges: dict[int, list[Span]] = defaultdict(list)
    for span, page in spans:
        if page is not None:
            edges[page].append(span)
    ends = {span for lines in edges.values() for span in (lines[0], lines[-1])}
    return {span for span in ends if is_page_number(document.text[slice(*span)].strip())}


def _without_digits(text: str) -> str:
    return _DIGITS.sub("#", fold(text))


@cache
def own_words() -> frozenset[str]:
    """Give the fixed words of our own form in all languages, folded."""
    return frozenset(
        fold(Wording(language).say(f"report.{key}")) for language in LANGUAGES for key in OWN_WORDS
    )


def is_own_word(text: str) -> bool:
    """Tell whether a piece of text is a fixed word of our form, or a figure beside one."""
    folded = fold(text)
    return folded in own_words() or any(form.fullmatch(folded) for form in (_FIGURE, *_own_sentences()))


@cache
def _own_sentences() -> tuple[re.Pattern[str], ...]:
    """Give the sentences of our own form that hold a number: what the sums leave out."""
    said = (Wording(lang).count("report.incomplete", number) for lang in LANGUAGES for number in (1, 2))
    return tuple(re.compile(re.sub(r"\d+", r"\\d+", re.escape(fold(text)))) for text in said)


def is_furniture(text: str, known: frozenset[str]) -> bool:
    """Tell whether a piece of text is no data: a page number, words of our form, or what a card says anyway."""
    if is_page_number(text) or tells_of_card(text, known) or _is_own_line(text):
        return True
    lines = re.split("[\n\u2029]", text)
    return all(is_own_word(line) or tells_of_card(line, known) for line in lines)


def _is_own_line(text: str) -> bool:
    """Tell whether a text is nothing but words of our form, then figures: key figures that lost their cells."""
    return _own_line().fullmatch(fold(text)) is not None


@cache
def _own_line() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(own_words(), key=len, reverse=True))
    figure = r"[−-]?\d[\d\u00a0 ]*(?:,\d+)?(?: ?[€%])?"
    return re.compile(rf"(?:(?:{words}) ?){{3,}}(?:{figure} ?)*|(?:{figure} ?){{3,}}")


def tells_of_card(text: str, known: frozenset[str]) -> bool:
    """Tell whether a line only repeats what the cards say: a name in the contents, the quiet line under a heading."""
    whole = fold(text)
    return _all_known(whole, known) or _all_known(_CONTENTS_TAIL.sub("", whole), known)


def _all_known(text: str, known: frozenset[str]) -> bool:
    pieces = [piece.strip() for piece in re.split(r"\s·\s|\n|\u2029", text)]
    return all(_is_known(piece, known) for piece in pieces if piece)


def _is_known(piece: str, known: frozenset[str]) -> bool:
    numbered = re.sub(r"^\d+[.)]?\s+", "", piece)
    bare = re.sub(r"\s*\((jatkuu|fortsätter|continued)\)$", "", numbered)
    return piece in known or bare in known


_CONTENTS_HEADINGS = frozenset(
    {"sisällys", "sisällysluettelo", "innehåll", "innehållsförteckning", "contents", "table of contents"}
)
_CONTENTS_LINE = re.compile(r"\d{1,3}[.)]?\s+\S.{0,200}|\S.{0,200}(?:\t|\.{3,}|\s{2,})\s*\d{1,4}")


def is_contents_heading(text: str) -> bool:
    """Tell whether a paragraph is the heading of a table of contents."""
    return fold(text) in _CONTENTS_HEADINGS


def is_contents_line(text: str) -> bool:
    """Tell whether a paragraph below such a heading is a line of it: a number first, or a page number last.

    A card that was taken out leaves its line until the contents are made anew.

    >>> [is_contents_line(text) for text in ("2. Kirjastoauto", "Kirjastoauto ... 4", "Hankkeet 2024", "Yhteenveto")]
    [True, True, False, True]
    """
    return is_own_word(text) or _CONTENTS_LINE.fullmatch(text) is not None
