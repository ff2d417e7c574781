"""Builds the word index that stands in for Voikko where it is not installed: `python -m hankesalkku.lexicon`."""

from __future__ import annotations

import sys

from hankesalkku.lexicon.words import build_index, lexicon

if __name__ == "__main__" and lexicon().name is None:
    sys.stdout.write(f"{build_index()}\n")
