"""The styles of the Word form, named in the report's language so that a secretary can change each in one place.

Sizes and colours: LOOK.md 1, 2 and 4. Widths are in twentieths of a point, sizes in half points, as Word has them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hankesalkku.core.language.wording import Wording
from hankesalkku.writers.word.markup import DECLARATION, NAMESPACES
from hankesalkku.writers.xml_package import escape

INK, QUIET, HAIRLINE, BRAND = "17252D", "55656D", "CFD6D8", "0A5C55"
FONT = "Source Sans 3"
FONT_FALLBACKS = "Source Sans Pro,Calibri,Carlito,Arial"
LANGUAGE_TAGS = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}

TEXT_WIDTH = 9354  # 165 mm: A4 less 25 mm at the left and 20 mm at the right
LABEL_WIDTH = 2948  # 52 mm
VALUE_WIDTH = TEXT_WIDTH - LABEL_WIDTH
RIGHT_PADDING = 113
FIGURE_WIDTH, SPACE_WIDTH = 106, 46  # a tabular figure or € of 10.5 pt, about half an em; spaces and marks
NARROWEST_AMOUNT = "381 700 €"

_FONTS = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
_TABULAR = '<w14:numSpacing w14:val="tabular"/>'


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: id, name (Word's own or a key of the wording), base, what follows it, and how it looks.

    `size` is in half points (0: as its base), `line` and the spaces in twentieths of a point; `tabs` (and borders)
    and `place` (indent, alignment) are the elements of `w:pPr` before and after the spacing.
    """

    id: str
    name: str
    base: str = "Normal"
    follow: str | None = None
    size: int = 0
    bold: bool = False
    colour: str = ""
    before: int = 0
    after: int = 0
    line: int = 0
    keep: bool = False
    level: int | None = None
    tabs: str = ""
    place: str = ""
    tabular: bool = False

    def markup(self, wording: Wording, indent: int) -> str:
        """Write the style as WordprocessingML (the order of its elements is the schema's)."""
        name = wording.say(self.name) if self.name.startswith("report.") else self.name
        spacing = f'<w:spacing w:before="{self.before}" w:after="{self.after}"'
        spacing += f' w:line="{self.line}" w:lineRule="atLeast"/>' if self.line else "/>"
        lines = "<w:keepNext/><w:keepLines/>" if self.keep else ""
        level = "" if self.level is None else f'<w:outlineLvl w:val="{self.level}"/>'
        is_own = ' w:customStyle="1"' if self.id not in BUILT_IN else ""
        return (
            f'<w:style w:type="paragraph"{is_own} w:styleId="{self.id}"><w:name w:val="{escape(name)}"/>'
            f'<w:basedOn w:val="{self.base}"/><w:next w:val="{self.follow or self.id}"/>'
            f'<w:uiPriority w:val="{1 if is_own else 9}"/><w:qFormat/>'
            f"<w:pPr>{lines}{self.tabs}{spacing}{self.place.format(indent=indent)}{level}</w:pPr><w:rPr>{self._letters()}</w:rPr></w:style>"
        )

    def _letters(self) -> str:
        bold = "<w:b/><w:bCs/>" if self.bold else ""
        colour = f'<w:color w:val="{self.colour}"/>' if self.colour else ""
        size = f'<w:sz w:val="{self.size}"/><w:szCs w:val="{self.size}"/>' if self.size else ""
        return f"{bold}{colour}{size}{_TABULAR if self.tabular else ''}"


BUILT_IN = frozenset("Title Heading1 Heading2 TOCHeading TOC1 TOC2 Caption Footer".split())


def amount_indent(amounts: Iterable[str]) -> int:
    """Give the right indent of amounts so that all of them end on one edge, that of the widest."""
    widest = max(_width(amount) for amount in (NARROWEST_AMOUNT, *amounts))
    return max(0, VALUE_WIDTH - RIGHT_PADDING - widest)


def _width(amount: str) -> int:
    return sum(FIGURE_WIDTH if char.isdigit() or char == "€" else SPACE_WIDTH for char in amount)


def styles_part(wording: Wording, amounts: Iterable[str]) -> bytes:
    """Write the styles; `amounts` are the sums of the cards as printed, which share a right edge."""
    language, indent = LANGUAGE_TAGS[wording.language], amount_indent(amounts)
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{_FONTS}<w:color w:val="{INK}"/>'
        f'<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/>"
        '<w:spacing w:line="280" w:lineRule="atLeast"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
    )
    styles = "".join(style.markup(wording, indent) for style in STYLES)
    body = defaults + _NORMAL.format(language=language) + styles + _HYPERLINK + _table_styles(wording)
    return f"{DECLARATION}<w:styles {NAMESPACES}>{body}</w:styles>".encode()


_RIGHT = '<w:jc w:val="right"/>'
_EDGE = '<w:ind w:right="{indent}"/><w:jc w:val="right"/>'
_CONTENTS_TAB = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{TEXT_WIDTH}"/></w:tabs>'
_FOOT = (
    f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="{HAIRLINE}"/></w:pBdr>'
    f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'
)
STYLES: tuple[Style, ...] = (
    Style("Title", "Title", follow="Normal", size=40, bold=True, before=60, after=60, line=480, keep=True),
    Style(
        "Heading1",
        "heading 1",
        follow="Normal",
        size=32,
        bold=True,
        before=480,
        after=120,
        line=400,
        keep=True,
        level=0,
    ),
    Style(
        "Heading2",
        "heading 2",
        follow="QuietLine",
        size=26,
        bold=True,
        before=360,
        line=320,
        keep=True,
        level=1,
    ),
    Style(
        "TOCHeading",
        "TOC Heading",
        follow="Normal",
        size=32,
        bold=True,
        before=480,
        after=120,
        line=400,
        keep=True,
    ),
    Style("TOC1", "toc 1", follow="Normal", bold=True, before=80, after=20, tabs=_CONTENTS_TAB),
    Style(
        "TOC2",
        "toc 2",
        follow="Normal",
        after=20,
        tabs=_CONTENTS_TAB,
        place='<w:ind w:left="284" w:right="567"/>',
    ),
    Style("Caption", "caption", follow="Normal", bold=True, before=280, after=80, keep=True),
    Style("Footer", "footer", size=17, colour=QUIET, line=220, tabs=_FOOT),
    Style("ReportOrganisation", "report.style_organisation", follow="Title", bold=True, colour=BRAND),
    Style("ReportDivision", "report.style_division", follow="Title"),
    Style("ReportNote", "report.style_note", follow="Normal", after=40),
    Style(
        "QuietLine",
        "report.style_quiet",
        follow="Normal",
        size=19,
        colour=QUIET,
        before=20,
        after=60,
        line=260,
        keep=True,
    ),
    Style(
        "CardLabel",
        "report.style_label",
        size=18,
        bold=True,
        colour=QUIET,
        before=20,
        line=220,
        keep=True,
    ),
    Style("CardValue", "report.style_value", before=10, after=20, line=260, keep=True),
    Style(
        "CardAmount",
        "report.style_amount",
        base="CardValue",
        before=10,
        after=10,
        line=260,
        keep=True,
        tabular=True,
        place=_EDGE,
    ),
    Style(
        "CardPart",
        "report.style_part",
        base="CardValue",
        size=18,
        colour=QUIET,
        after=20,
        line=240,
        keep=True,
        tabular=True,
    ),
    Style("FigureLabel", "report.style_figure_label", size=18, colour=QUIET, line=240, keep=True),
    Style("Figure", "report.style_figure", size=28, bold=True, line=360, tabular=True),
    Style("TableColumn", "report.style_column", size=18, bold=True, colour=QUIET, line=230, keep=True),
    Style(
        "TableColumnNumber",
        "report.style_column_number",
        base="TableColumn",
        size=18,
        bold=True,
        line=230,
        keep=True,
        place=_RIGHT,
    ),
    Style("TableText", "report.style_cell", size=19, line=250),
    Style(
        "TableNumber", "report.style_number", base="TableText", size=19, line=250, tabular=True, place=_RIGHT
    ),
)

_NORMAL = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
    '<w:rPr><w:lang w:val="{language}"/></w:rPr></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:semiHidden/>'
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
    "</w:tblPr></w:style>"
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:semiHidden/></w:style>'
)
_HYPERLINK = (
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/>'
    f'<w:rPr><w:color w:val="{BRAND}"/><w:u w:val="single"/></w:rPr></w:style>'
)


def _table_styles(wording: Wording) -> str:
    def line(side: str, colour: str = HAIRLINE, width: int = 4) -> str:
        return f'<w:{side} w:val="single" w:sz="{width}" w:space="0" w:color="{colour}"/>'

    def style(
        style_id: str,
        name: str,
        borders: str,
        looks: str,
        right: int = RIGHT_PADDING,
        top: int = 30,
        bottom: int = 30,
    ) -> str:
        return (
            f'<w:style w:type="table" w:customStyle="1" w:styleId="{style_id}"><w:name w:val="{escape(name)}"/>'
            '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="2"/><w:qFormat/>'
            f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders><w:tblCellMar>"
            f'<w:top w:w="{top}" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="{bottom}" w:type="dxa"/>'
            f'<w:right w:w="{right}" w:type="dxa"/></w:tblCellMar></w:tblPr>{looks}</w:style>'
        )

    first_row = (
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>'
        f"{line('bottom', INK, 6)}</w:tcBorders></w:tcPr></w:tblStylePr>"
    )
    last_row = (
        '<w:tblStylePr w:type="lastRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>'
        f"{line('top', INK, 6)}</w:tcBorders></w:tcPr></w:tblStylePr>"
    )
    lines = line("top") + line("bottom") + line("insideH")
    card, sums = wording.say("report.style_card_table"), wording.say("report.style_sums_table")
    return (
        style("ProjectCard", card, lines, "", top=20, bottom=0)
        + style("SumsTable", sums, line("bottom") + line("insideH"), first_row + last_row, 85)
        + style("FigureTable", wording.say("report.style_figures_table"), "", "")
    )
