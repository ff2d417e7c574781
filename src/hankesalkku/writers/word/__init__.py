"""Word: the report as a document that a secretary goes on with (DOCX, ECMA-376)."""

from hankesalkku.writers.word.document import write_word

__all__ = ["write_word"]
