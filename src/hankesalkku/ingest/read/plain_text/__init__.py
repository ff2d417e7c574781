"""Plain text as it comes: lines, pages, and columns set side by side with spaces."""

from hankesalkku.ingest.read.plain_text.reader import read

__all__ = ["read"]
