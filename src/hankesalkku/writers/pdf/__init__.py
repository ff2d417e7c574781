"""PDF: the report set by Typst, tagged for screen readers, with its cards attached."""

from hankesalkku.writers.pdf.document import write_pdf

__all__ = ["write_pdf"]
