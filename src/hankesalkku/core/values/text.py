"""Folding of text for comparison (findings.md 0.10): case, white space, hyphenation."""

from __future__ import annotations

import re
import unicodedata

_SPACE = re.compile(r"\s+")
_NOT_OF_LABELS = re.compile(r"[^\w%]+|_+")
_HYPHENS = re.compile("[\u00ad\u2010\u2011\u2012\u2013\u2014\u2212-]")


def fold_space(text: str) -> str:
    """Fold every run of white space (no-break spaces too) to one space and strip the ends.

    >>> fold_space("  305\\u00a0360 \\n € ")
    '305 360 €'
    """
    return _SPACE.sub(" ", text).strip()


def fold(text: str) -> str:
    """Fold case, white space and dash variants so that two spellings of one thing compare equal.

    >>> fold("Opetus– ja  Koulutuspalvelut")
    'opetus- ja koulutuspalvelut'
    """
    return _HYPHENS.sub("-", fold_space(unicodedata.normalize("NFC", text))).casefold()


def squash(text: str) -> str:
    """Keep letters, digits and per cent signs only, without case: what remains of a label however it is wrapped.

    >>> squash("Bruttotulot koko han-\\nkeajalta")
    'bruttotulotkokohankeajalta'
    """
    return _NOT_OF_LABELS.sub("", unicodedata.normalize("NFC", text).casefold())


_FINNISH_ORDER = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "w": "v"})
_DIGITS = re.compile(r"\d+")


def sort_key(text: str) -> str:
    """Give a key that sorts text in Finnish order (å, ä, ö last; v and w alike) and digits by value.

    >>> sorted(["Äiti", "Åbo", "zeta", "Hanke 10", "Hanke 9"], key=sort_key)
    ['Hanke 9', 'Hanke 10', 'zeta', 'Åbo', 'Äiti']
    """
    ordered = fold(text).translate(_FINNISH_ORDER)
    return _DIGITS.sub(lambda match: match.group().zfill(12), ordered)


SORTABLE_LENGTH = 200
_AFTER_ALL = "\U0010fffd"


def sortable(text: str) -> str:
    """Give the sort key that tables store: of bounded length, empty texts last.

    >>> sortable("Äly") > sortable("Zoo"), sortable("") > sortable("Öljy")
    (True, True)
    """
    return sort_key(text)[:SORTABLE_LENGTH] if text.strip() else _AFTER_ALL
