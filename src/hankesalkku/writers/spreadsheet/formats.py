"""The look of the workbook's cells (LOOK.md 1 and 3): hairlines, quiet headings, numbers right."""

from __future__ import annotations

from xlsxwriter import Workbook
from xlsxwriter.format import Format

INK, QUIET, HAIRLINE, BRAND = "#17252D", "#55656D", "#CFD6D8", "#0A5C55"
EUROS = '#,##0.00\\ "€"'
WHOLE = "#,##0"
PERCENT = "0.0\\ %"
DAY = "d.m.yyyy"


class Formats:
    """The formats of one workbook, each made once."""

    def __init__(self, workbook: Workbook) -> None:
        cell = {"valign": "top", "text_wrap": True, "bottom": 1, "bottom_color": HAIRLINE, "font_color": INK}
        right = {**cell, "text_wrap": False}
        inset = {"align": "right", "indent": 1}
        total = {"bold": True, "top": 1, "top_color": INK, "font_color": INK}

        def add(**looks: object) -> Format:
            return workbook.add_format(looks)

        self.text = add(**cell)
        self.name = add(**cell, bold=True)
        self.link = add(**{**cell, "font_color": BRAND, "underline": 1})
        self.euros = add(**right, **inset, num_format=EUROS)
        self.whole = add(**right, num_format=WHOLE)
        self.year = add(**right, num_format="0", align="left")
        self.day = add(**right, num_format=DAY, align="left")
        self.percent = add(**right, num_format=PERCENT)
        self.head = add(
            bold=True, text_wrap=True, valign="bottom", font_color=QUIET, bottom=1, bottom_color=INK
        )
        self.head_right = add(
            bold=True,
            text_wrap=True,
            valign="bottom",
            align="right",
            font_color=QUIET,
            bottom=1,
            bottom_color=INK,
        )
        self.total = add(**total)
        self.total_euros = add(**total, **inset, num_format=EUROS)
        self.total_whole = add(**total, num_format=WHOLE)
        self.total_percent = add(**total, num_format=PERCENT)
        self.title = add(bold=True, font_size=16, font_color=INK)
        self.heading = add(bold=True, font_size=12, font_color=INK)
        self.label = add(valign="top", font_color=QUIET)
        self.value = add(valign="top", font_color=INK, text_wrap=True)
        self.figure = add(bold=True, valign="top", align="left", font_color=INK)
        self.note = add(font_color=QUIET)
