"""Excel: the report as a list of projects to be sorted, summed and corrected by hand (XLSX)."""

from hankesalkku.writers.spreadsheet.workbook import write_spreadsheet

__all__ = ["write_spreadsheet"]
