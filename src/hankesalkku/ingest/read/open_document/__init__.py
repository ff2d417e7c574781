"""OpenDocument texts (.odt) and sheets (.ods), straight from their XML (OpenDocument 1.3)."""

from hankesalkku.ingest.read.open_document.reader import read

__all__ = ["read"]
