"""PDF: words with their place from pdfium, and our own geometry of lines, tables and columns."""

from hankesalkku.ingest.read.pdf.reader import read

__all__ = ["read"]
