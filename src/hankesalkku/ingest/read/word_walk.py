"""Walk over one story of a Word file (body, header, footer, notes) into the stream.

Elements are known by their local name, so that the transitional and the strict namespaces, Word's drawing text and
its formulas need no branches of their own; an element nobody knows is walked through, never dropped.
Source: ECMA-376, part 1, 17 (WordprocessingML) and part 3 (alternate content).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from hankesalkku.ingest.document import LINE_BREAK, BlockKind, HiddenKind
from hankesalkku.ingest.read.office_package import joined_address, relationship_key
from hankesalkku.ingest.read.stream import Stream, Where
from hankesalkku.ingest.read.word_fields import (
    Field,
    child_named,
    form_field_text,
    hyperlink_address,
    is_fetching,
    is_on,
    value_of,
)
from hankesalkku.ingest.read.word_styles import PLAIN, Style, heading_level
from hankesalkku.ingest.read.word_symbols import symbol
from hankesalkku.ingest.read.xml import Element, local_name

Links = dict[str, str]
"""The addresses of one part's external relationships by their key."""

_SKIPPED = frozenset(
    "pPr rPr tblPr tblGrid trPr tcPr sectPr sdtPr sdtEndPr proofErr delInstrText softHyphen rt txbxContent".split()
)
_FURNITURE = (BlockKind.HEADER, BlockKind.FOOTER)


class Walker:
    """Writes stories into a stream; `notes` holds footnotes and endnotes by kind and id, with their links."""

    def __init__(self, stream: Stream, styles: dict[str, Style]) -> None:
        self.stream = stream
        self._page: int | None = None
        self._styles = styles
        self._notes: dict[tuple[str, str], tuple[Element, Links]] = {}
        self._links: Links = {}
        self._kind = BlockKind.PARAGRAPH
        self._line = 0
        self._tables = 0
        self._cells: list[Where] = []
        self._opened_at: tuple[int | None, int] = (None, 0)
        self._fields: list[Field] = []
        self._concealed: list[str] | None = None
        self._later: list[tuple[Element, Links]] = []

    def add_notes(self, kind: str, root: Element | None, links: Links) -> None:
        """Make known what `footnoteReference` or `endnoteReference` (the kind) may point at."""
        for note in () if root is None else root:
            self._notes[kind, value_of(note, "id") or ""] = (note, links)

    def begin(self, page: int | None) -> None:
        """Begin to count lines anew, and pages from the one given; None where the pages are not known."""
        self._page = page
        self._line = 0

    def walk(self, story: Element, kind: BlockKind, links: Links) -> None:
        """Walk a story; what it shows elsewhere on the page (text boxes, notes) follows its paragraph."""
        before = self._kind, self._links, self._fields, self._cells
        self._kind, self._links, self._fields, self._cells = kind, links, [], []
        self._blocks(story)
        self._kind, self._links, self._fields, self._cells = before

    # Blocks: paragraphs, tables and what wraps them.

    def _blocks(self, parent: Element) -> None:
        for child in parent:
            self._block(child)
            if not self._cells:
                self._walk_later()

    def _block(self, child: Element) -> None:
        name = local_name(child)
        if name == "p":
            self._paragraph(child)
        elif name == "tbl":
            self._table(child)
        elif name == "altChunk":
            self.stream.hide(HiddenKind.EMBEDDED_OBJECT, "altChunk")
        elif name not in _SKIPPED:
            inner = self._visible_part(child, name)
            if inner is not None:
                self._blocks(inner)

    def _walk_later(self) -> None:
        while self._later:
            story, links = self._later.pop(0)
            kind = self._kind if self._kind in _FURNITURE else BlockKind.NOTE
            self.walk(story, kind, links)

    def _visible_part(self, element: Element, name: str) -> Element | None:
        """Choose what of a wrapper the page shows; deletions and prompts of empty controls are reported."""
        if name in ("del", "moveFrom"):
            self.stream.hide(HiddenKind.DELETION, plain_text(element), page=self._page)
            return None
        if name in ("ins", "moveTo"):
            self.stream.hide(HiddenKind.INSERTION, plain_text(element), page=self._page)
        if name == "AlternateContent":
            choice = child_named(element, "Choice")
            return choice if choice is not None else child_named(element, "Fallback")
        if name == "sdt":
            return self._control(element)
        return element

    def _control(self, control: Element) -> Element | None:
        content = child_named(control, "sdtContent")
        prompt = child_named(child_named(control, "sdtPr"), "showingPlcHdr")
        if content is None or not is_on(prompt):
            return content
        self.stream.hide(HiddenKind.HIDDEN_TEXT, plain_text(content), page=self._page)
        return None

    def _paragraph(self, paragraph: Element) -> None:
        properties = child_named(paragraph, "pPr")
        named = child_named(properties, "pStyle")
        style = self._styles.get(value_of(named) or "", PLAIN) if named is not None else PLAIN
        if self._cells:
            self._inline(paragraph, style)
            self.stream.end_paragraph()
        else:
            self._open()
            self._inline(paragraph, style)
            self._close(heading_level(properties, style.heading_level))
        self._abandon_codes()

    def _open(self) -> None:
        self.stream.open()
        self._opened_at = (self._page, self._line + 1)

    def _close(self, level: int) -> None:
        if self.stream.is_blank:
            self.stream.drop()
            return
        page, line = self._opened_at
        self._line = line if page == self._page else 1
        self.stream.close(self._kind, page=page, line=line, heading_level=level)

    # Tables.

    def _table(self, table: Element) -> None:
        """Walk a table; inside a cell it parts that cell's block in two, for blocks do not overlap."""
        is_inside = bool(self._cells)
        if is_inside:
            self._close_cell(is_last=False)
        number, self._tables = self._tables, self._tables + 1
        merges: dict[int, int] = {}
        for row_number, row in enumerate(self._rows(table)):
            self._line += 1
            self._row(row, Where(table=number, row=row_number), merges)
        if is_inside:
            self._open_cell()

    def _rows(self, parent: Element) -> Iterator[Element]:
        return self._items(parent, "tr")

    def _items(self, parent: Element, wanted: str) -> Iterator[Element]:
        """Find rows or cells inside content controls, tracked changes and custom markup as well."""
        for child in parent:
            name = local_name(child)
            if name == wanted:
                if not self._is_deleted(child):
                    yield child
            elif name not in _SKIPPED:
                inner = self._visible_part(child, name)
                if inner is not None:
                    yield from self._items(inner, wanted)

    def _is_deleted(self, item: Element) -> bool:
        """Report a tracked row, or a cell of the second tracked kind; tell whether it is deleted."""
        properties = child_named(item, "trPr" if local_name(item) == "tr" else "tcPr")
        if child_named(properties, "ins") is not None:
            self.stream.hide(HiddenKind.INSERTION, plain_text(item), page=self._page)
        deleted = child_named(properties, "del") is not None
        if deleted:
            self.stream.hide(HiddenKind.DELETION, plain_text(item), page=self._page)
        return deleted

    def _row(self, row: Element, where: Where, merges: dict[int, int]) -> None:
        column = _count(child_named(child_named(row, "trPr"), "gridBefore"), 0)
        for cell in self._items(row, "tc"):
            properties = child_named(cell, "tcPr")
            span = _count(child_named(properties, "gridSpan"), 1)
            merge = child_named(properties, "vMerge")
            if merge is not None and value_of(merge) != "restart" and column in merges:
                self._grow(merges[column], cell)
            else:
                index = self._cell(cell, Where(**where, column=column, columns=span))
                if merge is not None:
                    merges[column] = index
                else:
                    merges.pop(column, None)
            column += span

    def _grow(self, index: int, cell: Element) -> None:
        """Lengthen a merged cell by a row; the page does not show what its lower cells may still hold."""
        text = plain_text(cell)
        if text.strip():
            self.stream.hide(HiddenKind.HIDDEN_TEXT, text, page=self._page)
        block = self.stream.blocks[index]
        self.stream.blocks[index] = replace(block, rows=block.rows + 1)

    def _cell(self, cell: Element, where: Where) -> int:
        """Walk a cell and give the index of its (first) block; an empty cell is a block too."""
        index = len(self.stream.blocks)
        self._cells.append(where)
        self._open_cell()
        self._blocks(cell)
        self._close_cell(is_last=True, first=index)
        self._cells.pop()
        return index

    def _open_cell(self) -> None:
        self.stream.open()
        self._opened_at = (self._page, self._line)

    def _close_cell(self, *, is_last: bool, first: int | None = None) -> None:
        if self.stream.is_blank and not (is_last and first == len(self.stream.blocks)):
            self.stream.drop()
            return
        page, line = self._opened_at
        if self._kind in _FURNITURE:
            self.stream.close(self._kind, page=page, line=line)
        else:
            self.stream.close(BlockKind.CELL, page=page, line=line, **self._cells[-1])

    # Inside a paragraph.

    def _inline(self, parent: Element, style: Style) -> None:
        for child in parent:
            name = local_name(child)
            if name == "r":
                self._run(child, style)
            elif name in _INLINE:
                _INLINE[name](self, child, style)
            elif name not in _SKIPPED:
                inner = self._visible_part(child, name)
                if inner is not None:
                    self._inline(inner, style)

    def _run(self, run: Element, style: Style) -> None:
        if not self._is_hidden(child_named(run, "rPr"), style):
            self._inline(run, style)
            return
        before, self._concealed = self._concealed, []
        self._inline(run, style)
        text = "".join(self._concealed)
        self._concealed = before
        if text.strip():
            self.stream.hide(HiddenKind.HIDDEN_TEXT, text, page=self._page)

    def _is_hidden(self, properties: Element | None, style: Style) -> bool:
        vanish = child_named(properties, "vanish")
        if vanish is not None:
            return is_on(vanish)
        named = child_named(properties, "rStyle")
        own = self._styles.get(value_of(named) or "", PLAIN) if named is not None else PLAIN
        return own.is_hidden or style.is_hidden

    def _say(self, text: str) -> None:
        """Write text where it belongs: onto the page, into a field's code, or among what is concealed."""
        code = next((field for field in self._fields if field.result_start is None), None)
        if code is not None:
            self._fields[-1].code.append(text)
            code.swallowed.append(text)
        elif self._concealed is not None:
            self._concealed.append(text)
        else:
            self.stream.write(text)

    def _text(self, element: Element, _: Style) -> None:
        self._say(element.text or "")

    def _tab(self, _element: Element, _: Style) -> None:
        self._say("\t")

    def _hyphen(self, _element: Element, _: Style) -> None:
        self._say("-")

    def _break(self, element: Element, _: Style) -> None:
        if value_of(element, "type") in ("page", "column"):
            self.stream.end_paragraph()
        else:
            self._say(LINE_BREAK)

    def _symbol(self, element: Element, _: Style) -> None:
        self._say(symbol(value_of(element, "font") or "", value_of(element, "char") or ""))

    def _word_art(self, element: Element, _: Style) -> None:
        self._say(element.get("string", ""))

    def _page_break(self, _element: Element, _: Style) -> None:
        """Go to the next page, where Word laid it out; a block that is still empty begins there."""
        if self._page is not None:
            self._page += 1
            self._line = 1 if self._cells else 0
            if self.stream.is_blank:
                self._opened_at = (self._page, 1)

    def _drawn_paragraph(self, element: Element, style: Style) -> None:
        """Walk a paragraph of drawing text inside a paragraph of the story."""
        self._inline(element, style)
        self.stream.end_paragraph()

    def _box(self, element: Element, _: Style) -> None:
        self._later.append((element, self._links))

    def _note(self, element: Element, _: Style) -> None:
        note = self._notes.pop((local_name(element), value_of(element, "id") or ""), None)
        if note is not None:
            self._later.append(note)

    def _hyperlink(self, element: Element, style: Style) -> None:
        start = self.stream.position
        self._inline(element, style)
        target = self._links.get(relationship_key(element) or "")
        if target:
            fragment = value_of(element, "anchor") or value_of(element, "docLocation") or ""
            self._link(joined_address(target, fragment), start)

    def _picture_link(self, element: Element, _: Style) -> None:
        self._link(self._links.get(relationship_key(element) or "", ""), self.stream.position)

    def _simple_field(self, element: Element, style: Style) -> None:
        start = self.stream.position
        self._inline(element, style)
        self._end_field(value_of(element, "instr") or "", start)

    def _field_mark(self, element: Element, _: Style) -> None:
        mark = value_of(element, "fldCharType")
        if mark == "begin":
            self._say(form_field_text(element))
            self._fields.append(Field())
        elif mark == "separate" and self._fields:
            self._fields[-1].result_start = self.stream.position
        elif mark == "end" and self._fields:
            field = self._fields.pop()
            start = field.result_start
            self._end_field(field.instruction, self.stream.position if start is None else start)

    def _code(self, element: Element, _: Style) -> None:
        if self._fields and self._fields[-1].result_start is None:
            self._fields[-1].code.append(element.text or "")

    def _end_field(self, instruction: str, start: int) -> None:
        if is_fetching(instruction):
            self.stream.hide(HiddenKind.EXTERNAL_LINK, instruction, page=self._page)
        self._link(hyperlink_address(instruction) or "", start)

    def _link(self, address: str, start: int) -> None:
        self.stream.link(address, start, self.stream.position, page=self._page)

    def _abandon_codes(self) -> None:
        """Give up codes that their paragraph did not end: a broken file must not swallow what follows."""
        for field in self._fields:
            if field.result_start is None and field.swallowed:
                self.stream.hide(HiddenKind.HIDDEN_TEXT, "".join(field.swallowed), page=self._page)
        self._fields = [field for field in self._fields if field.result_start is not None]


_INLINE: dict[str, Callable[[Walker, Element, Style], None]] = {
    "t": Walker._text,
    "tab": Walker._tab,
    "ptab": Walker._tab,
    "br": Walker._break,
    "cr": Walker._break,
    "noBreakHyphen": Walker._hyphen,
    "sym": Walker._symbol,
    "textpath": Walker._word_art,
    "lastRenderedPageBreak": Walker._page_break,
    "p": Walker._drawn_paragraph,
    "txbxContent": Walker._box,
    "footnoteReference": Walker._note,
    "endnoteReference": Walker._note,
    "hyperlink": Walker._hyperlink,
    "hlinkClick": Walker._picture_link,
    "fldSimple": Walker._simple_field,
    "fldChar": Walker._field_mark,
    "instrText": Walker._code,
}


def plain_text(element: Element) -> str:
    """Give all text inside an element, deleted text too, paragraphs parted by a space; for excerpts."""
    parts = []
    for item in element.iter():
        name = local_name(item)
        if name in ("t", "delText"):
            parts.append(item.text or "")
        elif name in ("p", "tab", "br"):
            parts.append(" ")
    return "".join(parts).strip()


def _count(element: Element | None, otherwise: int) -> int:
    """Read a count of grid columns; Word allows 63 columns, what is more is no count."""
    value = value_of(element) if element is not None else None
    return min(int(value[:4]), 63) if value is not None and value.isdecimal() else otherwise
