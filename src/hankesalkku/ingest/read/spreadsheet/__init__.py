"""Excel workbooks: .xlsx and .xlsm straight from their XML, .xls and .xlsb by calamine."""

from hankesalkku.ingest.read.spreadsheet.reader import read

__all__ = ["read"]
