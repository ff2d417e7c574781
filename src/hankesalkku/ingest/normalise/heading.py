"""Tells division, title, note, date and author of a report's heading apart. Source: DESIGN.md 4, D94."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from hankesalkku.core.language.wording import LANGUAGES, Wording
from hankesalkku.core.values.dates import PartialDate, find_dates
from hankesalkku.core.values.text import fold, fold_space
from hankesalkku.ingest.document import Properties

_DATE_WORD = (
    r"(?:tilanne|tulostettu|päivitetty|päivätty|päiväys|pvm|läget|utskriven|uppdaterad|daterad|as of|printed on|"
    r"updated|dated)"
)
_DATE_WORD_ALONE = re.compile(rf"{_DATE_WORD}\s*:?", re.IGNORECASE)
_STATED_DATE = re.compile(
    rf"\s*{_DATE_WORD}?[ :]*(?P<date>\d{{1,2}}\.\d{{1,2}}\.\d{{4}}|\d{{4}}-\d\d-\d\d)\s*", re.IGNORECASE
)
_STATED_AUTHOR = re.compile(
    r"(?:laatija|laatinut|koonnut|valmistelija|upprättad av|sammanställd av|beredare|author|prepared by)"
    r"\s*:\s*(?P<author>\S.{0,79})",
    re.IGNORECASE,
)
_PRINTED = re.compile(r"\s*(?:tulostettu|utskriven|printed on)\b", re.IGNORECASE)
_MINOR = re.compile(r"(?:v|vv|nro|ja|och|and|n|l)\.?", re.IGNORECASE)
_NOTE_WORDS_AT_LEAST = 3


@dataclass(frozen=True, slots=True)
class Heading:
    """The parts of a heading; None where it has none."""

    municipality: str | None = None
    division: str | None = None
    title: str | None = None
    note: str | None = None
    date: PartialDate | None = None
    author: str | None = None


def read_heading(paragraphs: list[str], properties: Properties) -> Heading:
    """Tell the parts of a heading apart: paragraphs in order, white space folded, words mended.

    What the file's own title and author say is believed where a paragraph says the same.
    """
    kept, author = _without_author([text for text in map(fold_space, paragraphs) if text])
    return replace(_read_parts(kept, properties), author=author or properties.author)


def _read_parts(paragraphs: list[str], properties: Properties) -> Heading:
    kept, date = _without_dates(paragraphs)
    index = next((i for i, text in enumerate(kept) if _same(text, properties.title)), None)
    if index is not None:
        return replace(_around_title(kept, index, properties), date=date)
    if not kept:
        return Heading(date=date)
    division = kept[0] if len(kept) > 1 else None
    title, note = split_title(kept[1] if len(kept) > 1 else kept[0])
    rest = [note, *kept[2:]] if note else kept[2:]
    return Heading(None, division, title, " ".join(rest) or None, date)


def _around_title(kept: list[str], index: int, properties: Properties) -> Heading:
    before = kept[:index]
    municipality = before[0] if before and (len(before) > 1 or _same(before[0], properties.author)) else None
    division = before[-1] if len(before) > (1 if municipality else 0) else None
    title = None if kept[index] in _default_titles() else kept[index]
    return Heading(municipality, division, title, " ".join(kept[index + 1 :]) or None)


@cache
def _default_titles() -> frozenset[str]:
    """Give what our own form prints as the title of a report that has none."""
    return frozenset(Wording(language).say("report.default_title") for language in LANGUAGES)


def _same(text: str, other: str | None) -> bool:
    return other is not None and fold(text) == fold(other)


def _without_author(paragraphs: list[str]) -> tuple[list[str], str | None]:
    """Take lines that say who made the report out: `Laatija: hankekoordinaattori`."""
    named = {text: match["author"] for text in paragraphs if (match := _STATED_AUTHOR.fullmatch(text))}
    return [text for text in paragraphs if text not in named], next(iter(named.values()), None)


def _without_dates(paragraphs: list[str]) -> tuple[list[str], PartialDate | None]:
    """Take lines that are nothing but a date out; the day a report was printed is not its date."""
    kept: list[str] = []
    date = None
    for text in _with_words_joined(paragraphs):
        match = _STATED_DATE.fullmatch(text)
        found = find_dates(match.group("date")) if match else ()
        if not found or found[0].date is None:
            kept.append(text)
        elif date is None and not _PRINTED.match(text):
            date = found[0].date
    return kept, date


def _with_words_joined(paragraphs: list[str]) -> list[str]:
    """Join a word such as *Päivitetty* to the date in the next cell."""
    joined: list[str] = []
    for text in paragraphs:
        if joined and _DATE_WORD_ALONE.fullmatch(joined[-1]) and _STATED_DATE.fullmatch(text):
            joined[-1] = f"{joined[-1]} {text}"
        else:
            joined.append(text)
    return joined


def split_title(text: str) -> tuple[str, str | None]:
    """Part a title in capitals from the sentence that follows it on the same line.

    >>> split_title("TOIMIALAN v. 2023 HANKKEET Tilanne päivittyy myöhemmin")
    ('TOIMIALAN v. 2023 HANKKEET', 'Tilanne päivittyy myöhemmin')
    >>> split_title("Kaupungin hankkeet vuonna 2023")
    ('Kaupungin hankkeet vuonna 2023', None)
    """
    words = text.split(" ")
    capitals = 0
    for index, word in enumerate(words):
        if _is_capital(word):
            capitals += 1
        elif _is_lower_case_sentence(word):
            rest = words[index:]
            enough = capitals >= 1 and len(rest) >= _NOTE_WORDS_AT_LEAST and len(words[0]) > 1
            return (" ".join(words[:index]), " ".join(rest)) if enough else (text, None)
    return text, None


def _is_capital(word: str) -> bool:
    letters = [char for char in word if char.isalpha()]
    return len(letters) > 1 and all(char.isupper() for char in letters)


def _is_lower_case_sentence(word: str) -> bool:
    return any(char.islower() for char in word) and not _MINOR.fullmatch(word.strip("/().,"))
