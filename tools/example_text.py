"""Sets the example report as plain text, as a PDF-to-text tool leaves a two-column Word table.

Labels and values are wrapped in their columns, words broken at Finnish syllable borders; blank lines stand between
rows; the links of a page are printed at its end, in the order of the case numbers; a form feed ends each page.
"""

from __future__ import annotations

import re

from example_source import ExampleCard

LABEL_WIDTH = 26
VALUE_WIDTH = 56
PAGE_LINES = 64
_VOWELS = "aeiouyäöå"
_CONSONANTS = "bcdfghjklmnpqrstvwxz"
_BORDER = re.compile(rf"(?<=.)(?=[{_CONSONANTS}][{_VOWELS}])", re.IGNORECASE)
COMPOUNDS = (
    "perus|opetu",
    "perus|korjau",
    "varhais|kasvat",
    "koulu|kirjas",
    "ala|kat",
    "ulko|puol",
    "lähi|koulu",
)
"""Compounds whose border a rule of syllables would miss: the letter before it ends the first word."""


def hyphenated(word: str) -> list[str]:
    """Cut a word at its syllable borders; a word with a hyphen of its own is cut behind that only."""
    if "-" in word.strip("-"):
        return re.findall(r"[^-]+-?|-", word)
    if not re.fullmatch(r"[^\W\d_]+[,.:;]?", word):
        return [word]
    cuts = {match.start() for match in _BORDER.finditer(word)}
    for compound in COMPOUNDS:
        start = word.lower().find(compound.replace("|", ""))
        if start >= 0:
            border = start + compound.index("|")
            cuts = {cut for cut in cuts if abs(cut - border) > 1} | {border}
    ordered = sorted(cut for cut in cuts if cut >= 2 and len(word) - cut >= 3)
    return [word[start:end] for start, end in zip([0, *ordered], [*ordered, len(word)], strict=True)]


def wrapped(text: str, width: int) -> list[str]:
    """Wrap a text: fill each line, breaking a word by a hyphen where a syllable more still fits."""
    lines, line = [], ""
    for word in text.split(" "):
        room = width - len(line) - (1 if line else 0)
        if len(word) <= room:
            line = f"{line} {word}" if line else word
            continue
        head, tail = _broken(word, room)
        lines.append(f"{line} {head}".strip() if head else line)
        line = tail
    return [*lines, line]


def _broken(word: str, room: int) -> tuple[str, str]:
    """Break a word so that its head with a hyphen fits the room; no head where nothing fits."""
    pieces = hyphenated(word)
    for count in range(len(pieces) - 1, 0, -1):
        head = "".join(pieces[:count])
        head += "" if head.endswith("-") else "-"
        if len(head) <= room:
            return head, "".join(pieces[count:])
    return "", word


def label_lines(label: str) -> list[str]:
    """Wrap a label in its narrow column; one is broken where the letters of this city's table happen to end."""
    if label.endswith("hankeajalta"):
        return [label.removesuffix("keajalta") + "-", "keajalta"]
    return wrapped(label, LABEL_WIDTH)


def row_lines(label: str, value: str) -> list[str]:
    """Set a row as its lines: label and value side by side where each fits its column in one line."""
    labels, values = label_lines(label), wrapped(value, VALUE_WIDTH)
    if len(labels) == len(values) == 1:
        return [f"{label} {value}"]
    return [*labels, *([""] if len(labels) > 1 else []), *values]


def heading_lines(paragraphs: tuple[str, ...]) -> list[str]:
    """Set the heading, a blank line between its paragraphs."""
    return ["", *(line for text in paragraphs for line in (*wrapped(text, 60), "")), ""]


class _Pages:
    """Gathers lines into pages, with the links of each at its end."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self._lines: list[str] = []
        self._links: list[str] = []

    def add(self, lines: list[str], link: str | None = None) -> None:
        if len(self._lines) + len(lines) > PAGE_LINES:
            self.turn()
        self._lines += lines
        if link:
            self._links.append(link)

    def turn(self) -> None:
        self.done.append("\n".join([*self._lines, *self._links, "", ""]))
        self._lines, self._links = ["", ""], []


def report_text(
    heading: tuple[str, ...], cards: tuple[ExampleCard, ...], split_card: int | None = None
) -> str:
    """Set a report; the last label of the card with index `split_card` is cut by a page break."""
    pages = _Pages()
    pages.add(heading_lines(heading))
    for index, card in enumerate(cards):
        *rows, last = card.rows
        for key, label, text in rows:
            pages.add([*row_lines(label, text), ""], card.url if key == "other_information" else None)
        if index == split_card:
            _add_split(pages, last[1], last[2])
        else:
            pages.add([*row_lines(last[1], last[2]), "", ""])
        pages.add([""])
    pages.turn()
    return "\f".join(pages.done) + "\f"


def _add_split(pages: _Pages, label: str, value: str) -> None:
    """Set a row whose label goes on on the next page, with the value before it."""
    labels = label_lines(label)
    pages.add([*labels[:2], "", *wrapped(value, VALUE_WIDTH), ""])
    pages.turn()
    pages.add([*labels[2:], "", "", ""])
