"""Is this a Finnish word? Voikko where it is installed, else simplemma's word list where its index was built.

libvoikko (MPL 1.1 / GPL / LGPL, Debian `libvoikko1` and `voikko-fi`) is called through ctypes, since its Python module
is no package of an index; simplemma's trie is built at set-up (`python -m hankesalkku.lexicon`), never while reading.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

if TYPE_CHECKING:
    from simplemma.strategies.dictionaries import TrieDictionaryFactory

_SPELL_OK = 1
_VOIKKO_LIBRARY = "libvoikko.so.1"


class Lexicon:
    """Answers whether a word is known; `name` says which lexicon speaks, None where there is none."""

    def __init__(self, name: str | None, is_known: Callable[[str], bool] | None) -> None:
        self.name = name
        self._is_known = is_known

    def is_word(self, word: str) -> bool | None:
        """Tell whether a word is a known Finnish one, None where no lexicon can tell."""
        return None if self._is_known is None else self._is_known(word)


@cache
def lexicon() -> Lexicon:
    """Give the best lexicon this machine has."""
    spell = _voikko()
    if spell is not None:
        return Lexicon("voikko", spell)
    known = _simplemma()
    return Lexicon("simplemma", known) if known is not None else Lexicon(None, None)


def _voikko() -> Callable[[str], bool] | None:
    """Open libvoikko with its Finnish dictionary; None where either is missing."""
    library = _load_voikko()
    if library is None:
        return None
    library.voikkoInit.restype = ctypes.c_void_p
    library.voikkoInit.argtypes = [ctypes.POINTER(ctypes.c_char_p), ctypes.c_char_p, ctypes.c_char_p]
    library.voikkoSpellCstr.argtypes = [ctypes.c_void_p, ctypes.c_char_p]
    error = ctypes.c_char_p()
    handle = library.voikkoInit(ctypes.byref(error), b"fi", None)
    if not handle:
        return None

    @lru_cache(maxsize=4096)
    def spell(word: str) -> bool:
        return bool(library.voikkoSpellCstr(handle, word.encode("utf-8")) == _SPELL_OK)

    return spell


def _load_voikko() -> ctypes.CDLL | None:
    try:
        return ctypes.CDLL(_VOIKKO_LIBRARY)
    except OSError:
        return None


def trie_folder() -> Path:
    """Give the folder of simplemma's index: the user's cache of this program."""
    return Path(platformdirs.user_cache_dir("hankesalkku")) / "simplemma"


def _simplemma() -> Callable[[str], bool] | None:
    """Open simplemma's index if it was built; None otherwise. Imported late: only doubtful words need it."""
    if not (trie_folder() / "fi.dic").exists():
        return None
    dictionary = _trie_factory().get_dictionary("fi")
    return lambda word: word in dictionary or word.casefold() in dictionary


def build_index() -> Path:
    """Build simplemma's index once (some seconds, some hundred megabytes of memory) and give its folder."""
    _trie_factory().get_dictionary("fi")
    return trie_folder()


def _trie_factory() -> TrieDictionaryFactory:
    from simplemma.strategies.dictionaries import TrieDictionaryFactory

    return TrieDictionaryFactory(cache_max_size=1, disk_cache_dir=str(trie_folder()))
