"""Word files (.docx, .docm, transitional and strict), straight from their XML (ECMA-376)."""

from hankesalkku.ingest.read.word.reader import read

__all__ = ["read"]
