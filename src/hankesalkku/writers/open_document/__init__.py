"""OpenDocument text: the report for LibreOffice and every other program of the open format (ODT)."""

from hankesalkku.writers.open_document.package import write_open_document

__all__ = ["write_open_document"]
