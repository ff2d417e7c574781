"""The styles of the OpenDocument form, shown under the report's own words. Sizes and colours: LOOK.md 1, 2 and 4."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hankesalkku.core.language.wording import Wording
from hankesalkku.writers.open_document.markup import DECLARATION, NAMESPACES, VERSION
from hankesalkku.writers.xml_package import escape

INK, QUIET, HAIRLINE, BRAND = "#17252d", "#55656d", "#cfd6d8", "#0a5c55"
FONT = "Source Sans 3"
FAMILIES = "'Source Sans 3', 'Source Sans Pro', Carlito, Calibri, 'Liberation Sans', Arial"
COUNTRIES = {"fi": "FI", "sv": "FI", "en": "GB"}
VALUE_POINTS = 320.0  # 113 mm
FIGURE_POINTS, SPACE_POINTS = 5.3, 2.3  # at 10.5 points
NARROWEST_AMOUNT = "381 700 €"
CELL_PADDING = 5.6

COLUMN_WIDTHS_MM = {
    "CardLabels": 52.0,
    "CardValues": 113.0,
    "Figures1": 21.0,
    "Figures2": 40.0,
    "Figures3": 24.0,
    "Sums1": 47.0,
    "Sums2": 17.0,
    "Sums3": 28.0,
    "Sums4": 17.0,
    "Annex1": 19.0,
    "Annex2": 15.0,
    "Annex3": 37.0,
    "Annex4": 23.0,
    "Annex5": 71.0,
}


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: internal name, name shown, base, size and line in points, space before and after in points."""

    id: str
    name: str
    base: str = "Standard"
    size: float = 0
    line: float = 0
    before: float = 0
    after: float = 0
    bold: bool = False
    colour: str = ""
    keep: bool = False
    level: int | None = None
    right: bool = False
    right_indent: float = 0
    left_indent: float = 0
    inside: str = ""

    def markup(self) -> str:
        """Write the style as OpenDocument XML."""
        layout = f' fo:margin-top="{self.before}pt" fo:margin-bottom="{self.after}pt"'
        layout += f' style:line-height-at-least="{self.line}pt"' if self.line else ""
        layout += ' fo:keep-with-next="always"' if self.keep else ""
        layout += ' fo:text-align="end"' if self.right else ""
        layout += f' fo:margin-right="{self.right_indent:.1f}pt"' if self.right_indent else ""
        layout += f' fo:margin-left="{self.left_indent}pt"' if self.left_indent else ""
        layout += BORDER_ABOVE if self.id == "Footer" else ""
        letters = ' fo:font-weight="bold"' if self.bold else ""
        letters += f' fo:font-size="{self.size}pt"' if self.size else ""
        letters += f' fo:color="{self.colour}"' if self.colour else ""
        level = "" if self.level is None else f' style:default-outline-level="{self.level}"'
        return (
            f'<style:style style:name="{self.id}" style:display-name="{escape(self.name)}" style:family="paragraph"'
            f' style:parent-style-name="{self.base}"{level}>'
            f"<style:paragraph-properties{layout}>{self.inside}</style:paragraph-properties>"
            f"<style:text-properties{letters}/></style:style>"
        )


BORDER_ABOVE = f' fo:border-top="0.5pt solid {HAIRLINE}" fo:padding-top="6pt"'
RIGHT_TAB = '<style:tab-stops><style:tab-stop style:position="165mm" style:type="right"/></style:tab-stops>'


def styles_part(wording: Wording, amounts: Iterable[str], footer: str) -> bytes:
    """Write styles.xml: named styles, the page and its foot; `amounts` share the right edge of the widest."""
    widest = max(
        sum(FIGURE_POINTS if char.isdigit() or char == "€" else SPACE_POINTS for char in amount)
        for amount in (NARROWEST_AMOUNT, *amounts)
    )
    indent = max(0.0, VALUE_POINTS - CELL_PADDING - widest)
    named = "".join(style.markup() for style in _paragraph_styles(wording, indent))
    page = (
        '<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="210mm" '
        'fo:page-height="297mm" fo:margin-left="25mm" fo:margin-right="20mm" fo:margin-top="20mm" '
        'fo:margin-bottom="10mm"/><style:footer-style><style:header-footer-properties fo:min-height="10mm" '
        'fo:margin-top="4mm"/></style:footer-style></style:page-layout>'
    )
    master = (
        '<style:master-page style:name="Standard" style:page-layout-name="A4">'
        f"<style:footer>{footer}</style:footer></style:master-page>"
    )
    content = (
        f"{FONT_FACES}<office:styles>{_defaults(wording.language)}{named}{_LINK}</office:styles>"
        f"<office:automatic-styles>{page}</office:automatic-styles>"
        f"<office:master-styles>{master}</office:master-styles>"
    )
    opening = f"<office:document-styles {NAMESPACES} {VERSION}>"
    return f"{DECLARATION}{opening}{content}</office:document-styles>".encode()


FONT_FACES = (
    f'<office:font-face-decls><style:font-face style:name="{FONT}" svg:font-family="{FAMILIES}" '
    'style:font-family-generic="swiss" style:font-pitch="variable"/></office:font-face-decls>'
)
_LINK = (
    '<style:style style:name="Internet_20_link" style:display-name="Internet link" style:family="text">'
    f'<style:text-properties fo:color="{BRAND}" style:text-underline-style="solid"/></style:style>'
    '<style:style style:name="Index_20_Link" style:display-name="Index Link" style:family="text">'
    f'<style:text-properties fo:color="{INK}" style:text-underline-style="none"/></style:style>'
)


def _defaults(language: str) -> str:
    return (
        '<style:default-style style:family="paragraph"><style:paragraph-properties fo:orphans="2" fo:widows="2"/>'
        f'<style:text-properties style:font-name="{FONT}" fo:font-size="10.5pt" fo:color="{INK}" '
        f'fo:language="{language}" fo:country="{COUNTRIES[language]}" fo:hyphenate="false"/></style:default-style>'
        '<style:style style:name="Standard" style:family="paragraph" style:class="text"><style:paragraph-properties '
        'style:line-height-at-least="14pt"/></style:style>'
    )


def _paragraph_styles(wording: Wording, indent: float) -> tuple[Style, ...]:
    """List the styles: a table, as long as what it holds."""

    def name(key: str) -> str:
        return wording.say(f"report.style_{key}")

    return (
        Style("Title", "Title", size=20, line=24, before=3, after=3, bold=True, keep=True),
        Style(
            "Heading_20_1", "Heading 1", size=16, line=20, before=24, after=6, bold=True, keep=True, level=1
        ),
        Style("Heading_20_2", "Heading 2", size=13, line=16, before=24, bold=True, keep=True, level=2),
        Style(
            "Contents_20_Heading",
            "Contents Heading",
            size=16,
            line=20,
            before=24,
            after=6,
            bold=True,
            keep=True,
        ),
        Style("Contents_20_1", "Contents 1", before=4, after=1, bold=True, inside=RIGHT_TAB),
        Style("Contents_20_2", "Contents 2", after=1, left_indent=14, right_indent=28, inside=RIGHT_TAB),
        Style("Caption", "Caption", before=14, after=4, bold=True, keep=True),
        Style("Footer", "Footer", size=8.5, line=11, colour=QUIET, inside=RIGHT_TAB),
        Style("ReportOrganisation", name("organisation"), bold=True, colour=BRAND),
        Style("ReportDivision", name("division")),
        Style("ReportNote", name("note"), after=2),
        Style("QuietLine", name("quiet"), size=9.5, line=13, before=2, after=5, colour=QUIET, keep=True),
        Style("CardLabel", name("label"), size=9, line=11.5, before=1.5, after=0.5, bold=True, colour=QUIET),
        Style("CardValue", name("value"), before=0.5, after=2.5),
        Style(
            "CardAmount", name("amount"), "CardValue", before=0.5, after=0.5, right=True, right_indent=indent
        ),
        Style("CardPart", name("part"), "CardValue", size=9, line=12, after=1, colour=QUIET),
        Style("FigureLabel", name("figure_label"), size=9, line=12, colour=QUIET, keep=True),
        Style("Figure", name("figure"), size=14, line=18, bold=True),
        Style("TableColumn", name("column"), size=9, line=11.5, bold=True, colour=QUIET),
        Style(
            "TableColumnNumber",
            name("column_number"),
            "TableColumn",
            size=9,
            line=11.5,
            bold=True,
            right=True,
        ),
        Style("TableText", name("cell"), size=9.5, line=12.5),
        Style("TableNumber", name("number"), "TableText", size=9.5, line=12.5, right=True),
    )


def automatic_styles() -> str:
    """Write the styles of tables, columns, rows and cells, which OpenDocument keeps with the content."""
    columns = "".join(
        f'<style:style style:name="{name}" style:family="table-column"><style:table-column-properties '
        f'style:column-width="{width}mm"/></style:style>'
        for name, width in COLUMN_WIDTHS_MM.items()
    )
    rows = "".join(
        f'<style:style style:name="{name}" style:family="table-row"><style:table-row-properties '
        f'fo:keep-together="{keep}"/></style:style>'
        for name, keep in (("WholeRow", "always"), ("SplitRow", "auto"))
    )
    tables = "".join(
        f'<style:style style:name="{name}" style:family="table"><style:table-properties style:width="165mm" '
        f'table:align="left" table:border-model="collapsing" style:may-break-between-rows="{may_break}"/></style:style>'
        for name, may_break in (("ProjectCard", "false"), ("LongProjectCard", "true"), ("SumsTable", "true"))
    )
    line, strong = f"0.5pt solid {HAIRLINE}", f"0.75pt solid {INK}"
    cells = "".join(
        f'<style:style style:name="{name}" style:family="table-cell"><style:table-cell-properties '
        f'fo:padding-left="0mm" fo:padding-right="2mm" fo:padding-top="1.5pt" fo:padding-bottom="{below}pt" '
        f'fo:border-left="none" fo:border-right="none" fo:border-top="{top}" fo:border-bottom="{bottom}"/>'
        "</style:style>"
        for name, top, bottom, below in (
            ("CardCell", line, line, 0),
            ("SumCell", "none", line, 1.5),
            ("HeadCell", "none", strong, 1.5),
            ("TotalCell", strong, line, 1.5),
            ("PlainCell", "none", "none", 0),
        )
    )
    bold = (
        '<style:style style:name="Strong" style:family="text"><style:text-properties fo:font-weight="bold"/>'
        "</style:style>"
    )
    return f"<office:automatic-styles>{columns}{rows}{tables}{cells}{bold}</office:automatic-styles>"
