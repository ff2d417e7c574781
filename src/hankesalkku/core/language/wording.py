"""Wording in Finnish, Swedish and English from one gettext catalogue (`locale/<language>/LC_MESSAGES/hankesalkku.po`).

Message ids are keys such as `finding.date-invalid.message`; a text holds `{placeholders}` for `str.format`.
"""

from __future__ import annotations

import gettext
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DOMAIN = "hankesalkku"
LOCALE_FOLDER = Path(__file__).parent / "locale"
LANGUAGES = ("fi", "sv", "en")


class UnknownWording(KeyError):
    """A key that a language's catalogue lacks: a fault of the product, found by tests."""


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    """Load a language's compiled catalogue once."""
    return gettext.translation(DOMAIN, str(LOCALE_FOLDER), languages=[language])


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language; `language` is one of LANGUAGES."""

    language: str

    def has(self, key: str) -> bool:
        """Tell whether the catalogue knows a key."""
        return _catalogue(self.language).gettext(key) != key

    def say(self, key: str, **params: object) -> str:
        """Give a text with its placeholders filled.

        Raises:
            UnknownWording: the catalogue has no such key.
        """
        text = _catalogue(self.language).gettext(key)
        if text == key:
            raise UnknownWording(key)
        return text.format(**params) if params else text

    def count(self, key: str, number: int, **params: object) -> str:
        """Give the singular or plural text of a key, with `{count}` filled too.

        Raises:
            UnknownWording: the catalogue has no such key.
        """
        text = _catalogue(self.language).ngettext(key, key, number)
        if text == key:
            raise UnknownWording(key)
        return text.format(count=number, **params)
