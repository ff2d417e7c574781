"""Walk over one story of a Word file (body, header, footer, notes) into the stream.

Elements are known by their local name, so that the transitional and the strict namespaces, Word's drawing text and
its formulas need no branches of their own; an element nobody knows is walked through, never dropped.
Source: ECMA-376, part 1, 17 (WordprocessingML) and part 3 (alternate content).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hankesalkku.ingest.document import LINE_BREAK, BlockKind, HiddenKind
from hankesalkku.ingest.read.office_package import joined_address, relationship_key
from hankesalkku.ingest.read.story import Story
from hankesalkku.ingest.read.stream import Stream
from hankesalkku.ingest.read.word.fields import (
    Field,
    child_named,
    form_field_text,
    hyperlink_address,
    is_fetching,
    is_on,
    value_of,
)
from hankesalkku.ingest.read.word.styles import PLAIN, Style, heading_level
from hankesalkku.ingest.read.word.symbols import symbol
from hankesalkku.ingest.read.xml import Element, local_name

Links = dict[str, str]
"""The addresses of one part's external relationships by their key."""

_SKIPPED = frozenset(
    "pPr rPr tblPr tblGrid trPr tcPr sectPr sdtPr sdtEndPr proofErr delInstrText softHyphen rt txbxContent".split()
)


class Walker:
    """Writes stories into a stream; the notes that a story may refer to are made known before."""

    def __init__(self, stream: Stream, styles: dict[str, Style]) -> None:
        self.story = Story(stream)
        self._stream = stream
        self._styles = styles
        self._notes: dict[tuple[str, str], tuple[Element, Links]] = {}
        self._links: Links = {}
        self._fields: list[Field] = []
        self._concealed: list[str] | None = None
        self._later: list[tuple[Element, Links]] = []

    def add_notes(self, kind: str, root: Element | None, links: Links) -> None:
        """Make known what `footnoteReference` or `endnoteReference` (the kind) may point at."""
        for note in () if root is None else root:
            self._notes[kind, value_of(note, "id") or ""] = (note, links)

    def walk(self, part: Element, kind: BlockKind, links: Links) -> None:
        """Walk a part; what it shows elsewhere on the page (text boxes, notes) follows its paragraph or table."""
        before = self._links, self._fields
        self._links, self._fields = links, []
        with self.story.aside(kind):
            self._blocks(part)
        self._links, self._fields = before

    # Blocks: paragraphs, tables and what wraps them.

    def _blocks(self, parent: Element) -> None:
        for child in parent:
            self._block(child)
            if not self.story.is_in_cell:
                self._walk_later()

    def _block(self, child: Element) -> None:
        name = local_name(child)
        if name == "p":
            self._paragraph(child)
        elif name == "tbl":
            self._table(child)
        elif name == "altChunk":
            self._stream.hide(HiddenKind.EMBEDDED_OBJECT, "altChunk")
        elif name not in _SKIPPED:
            inner = self._visible_part(child, name)
            if inner is not None:
                self._blocks(inner)

    def _walk_later(self) -> None:
        while self._later:
            part, links = self._later.pop(0)
            self.walk(part, self.story.kind if self.story.is_furniture else BlockKind.NOTE, links)

    def _visible_part(self, element: Element, name: str) -> Element | None:
        """Choose what of a wrapper the page shows; deletions and prompts of empty controls are reported."""
        if name in ("del", "moveFrom"):
            self.story.hide(HiddenKind.DELETION, plain_text(element))
            return None
        if name in ("ins", "moveTo"):
            self.story.hide(HiddenKind.INSERTION, plain_text(element))
        if name == "AlternateContent":
            choice = child_named(element, "Choice")
            return choice if choice is not None else child_named(element, "Fallback")
        return self._control(element) if name == "sdt" else element

    def _control(self, control: Element) -> Element | None:
        content = child_named(control, "sdtContent")
        is_empty = is_on(child_named(child_named(control, "sdtPr"), "showingPlcHdr"))
        if content is None or not is_empty or not self._is_prompt(content):
            return content
        self.story.hide(HiddenKind.HIDDEN_TEXT, plain_text(content))
        return None

    def _is_prompt(self, content: Element) -> bool:
        """Tell whether all text is in the prompt's style: programs fill a control and leave it marked as empty."""
        runs = [item for item in content.iter() if local_name(item) == "r" and plain_text(item)]
        return all(self._character_style(child_named(run, "rPr")).is_prompt for run in runs)

    def _character_style(self, properties: Element | None) -> Style:
        named = child_named(properties, "rStyle")
        return self._styles.get(value_of(named) or "", PLAIN) if named is not None else PLAIN

    def _paragraph(self, paragraph: Element) -> None:
        properties = child_named(paragraph, "pPr")
        named = child_named(properties, "pStyle")
        style = self._styles.get(value_of(named) or "", PLAIN) if named is not None else PLAIN
        with self.story.paragraph(heading_level(properties, style.heading_level)):
            self._inline(paragraph, style)
        self._abandon_codes()

    # Tables.

    def _table(self, table: Element) -> None:
        merges: dict[int, int] = {}
        with self.story.table() as number:
            for row_number, row in enumerate(self._items(table, "tr")):
                self.story.row()
                self._row(row, (number, row_number), merges)

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
        """Report a tracked row or cell; tell whether it is deleted."""
        properties = child_named(item, "trPr" if local_name(item) == "tr" else "tcPr")
        if any(child_named(properties, name) is not None for name in ("ins", "cellIns")):
            self.story.hide(HiddenKind.INSERTION, plain_text(item))
        if all(child_named(properties, name) is None for name in ("del", "cellDel")):
            return False
        self.story.hide(HiddenKind.DELETION, plain_text(item))
        return True

    def _row(self, row: Element, place: tuple[int, int], merges: dict[int, int]) -> None:
        """Walk a row at its (table, row); `merges` holds the cells that go on downwards by their column."""
        column = _count(child_named(child_named(row, "trPr"), "gridBefore"), 0)
        for cell in self._items(row, "tc"):
            properties = child_named(cell, "tcPr")
            span = _count(child_named(properties, "gridSpan"), 1)
            merge = child_named(properties, "vMerge")
            if merge is not None and value_of(merge) != "restart" and column in merges:
                self._lengthen(merges[column], cell)
            else:
                merges.pop(column, None)
                with self.story.cell(table=place[0], row=place[1], column=column, columns=span) as index:
                    self._blocks(cell)
                if merge is not None:
                    merges[column] = index
            column += span

    def _lengthen(self, index: int, cell: Element) -> None:
        """Lengthen a merged cell; the page does not show what its lower cells may still hold."""
        self.story.hide(HiddenKind.HIDDEN_TEXT, plain_text(cell))
        self.story.lengthen(index)

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
        self.story.hide(HiddenKind.HIDDEN_TEXT, "".join(self._concealed))
        self._concealed = before

    def _is_hidden(self, properties: Element | None, style: Style) -> bool:
        vanish = child_named(properties, "vanish")
        if vanish is not None:
            return is_on(vanish)
        return self._character_style(properties).is_hidden or style.is_hidden

    def _say(self, text: str) -> None:
        """Write text where it belongs: onto the page, into a field's code, or among what is concealed."""
        code = next((field for field in reversed(self._fields) if field.result_start is None), None)
        if code is not None:
            code.code.append(text)
            code.swallowed.append(text)
        elif self._concealed is not None:
            self._concealed.append(text)
        else:
            self._stream.write(text)

    def _text(self, element: Element, _: Style) -> None:
        self._say(element.text or "")

    def _tab(self, _element: Element, _: Style) -> None:
        self._say("\t")

    def _hyphen(self, _element: Element, _: Style) -> None:
        self._say("-")

    def _break(self, element: Element, _: Style) -> None:
        if value_of(element, "type") in ("page", "column"):
            self._stream.end_paragraph()
        else:
            self._say(LINE_BREAK)

    def _symbol(self, element: Element, _: Style) -> None:
        self._say(symbol(value_of(element, "font") or "", value_of(element, "char") or ""))

    def _word_art(self, element: Element, _: Style) -> None:
        self._say(element.get("string", ""))

    def _page_break(self, _element: Element, _: Style) -> None:
        self.story.page_break()

    def _drawn_paragraph(self, element: Element, style: Style) -> None:
        """Walk a paragraph of drawing text inside a paragraph of the story."""
        self._inline(element, style)
        self._stream.end_paragraph()

    def _box(self, element: Element, _: Style) -> None:
        self._later.append((element, self._links))

    def _note(self, element: Element, _: Style) -> None:
        note = self._notes.pop((local_name(element), value_of(element, "id") or ""), None)
        if note is not None:
            self._later.append(note)

    def _hyperlink(self, element: Element, style: Style) -> None:
        start = self._stream.position
        self._inline(element, style)
        target = self._links.get(relationship_key(element) or "")
        if target:
            fragment = value_of(element, "anchor") or value_of(element, "docLocation") or ""
            self._link(joined_address(target, fragment), start)

    def _picture_link(self, element: Element, _: Style) -> None:
        self._link(self._links.get(relationship_key(element) or "", ""), self._stream.position)

    def _simple_field(self, element: Element, style: Style) -> None:
        start = self._stream.position
        self._inline(element, style)
        self._end_field(value_of(element, "instr") or "", start)

    def _field_mark(self, element: Element, _: Style) -> None:
        mark = value_of(element, "fldCharType")
        if mark == "begin":
            self._say(form_field_text(element))
            self._fields.append(Field())
        elif mark == "separate" and self._fields:
            self._fields[-1].result_start = self._stream.position
        elif mark == "end" and self._fields:
            field = self._fields.pop()
            start = field.result_start
            self._end_field(field.instruction, self._stream.position if start is None else start)

    def _code(self, element: Element, _: Style) -> None:
        if self._fields and self._fields[-1].result_start is None:
            self._fields[-1].code.append(element.text or "")

    def _end_field(self, instruction: str, start: int) -> None:
        if is_fetching(instruction):
            self.story.hide(HiddenKind.EXTERNAL_LINK, instruction)
        self._link(hyperlink_address(instruction) or "", start)

    def _link(self, address: str, start: int) -> None:
        self._stream.link(address, start, self._stream.position, page=self.story.page)

    def _abandon_codes(self) -> None:
        """Give up codes that their paragraph did not end: a broken file must not swallow what follows."""
        for field in self._fields:
            if field.result_start is None and field.swallowed:
                self.story.hide(HiddenKind.HIDDEN_TEXT, "".join(field.swallowed))
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
