"""Walk inside a paragraph of an OpenDocument file. Source: OpenDocument 1.3, part 3, 6 (paragraph elements)."""

from __future__ import annotations

import re
from collections.abc import Callable

from hankesalkku.ingest.document import LINE_BREAK, HiddenKind
from hankesalkku.ingest.read.open_document.package import OpenStyle, attribute, count_of, hides_text
from hankesalkku.ingest.read.story import Story
from hankesalkku.ingest.read.stream import EXCERPT_LENGTH
from hankesalkku.ingest.read.xml import Element, local_name

_WHITE_SPACE = re.compile(r"[ \t\r\n]+")
_SPACES_AT_MOST = 1_000
_SKIPPED = frozenset(
    "ruby-text title desc script annotation-end bookmark bookmark-start bookmark-end tracked-changes forms "
    "event-listeners glue-point image object object-ole plugin change".split()
)
_BLOCKS = frozenset(("p", "h", "list", "table"))


class InlineWalker:
    """Writes the inside of paragraphs; what stands elsewhere on the page is gathered in `later`."""

    def __init__(self, story: Story, styles: dict[str, OpenStyle]) -> None:
        self.later: list[Element] = []
        self._story = story
        self._stream = story.stream
        self._styles = styles
        self._is_after_space = True
        self._concealed: list[str] | None = None
        self._insertions: dict[str, list[str]] = {}

    def paragraph(self, paragraph: Element) -> None:
        """Walk a paragraph or heading inside an open block."""
        self._is_after_space = True
        if attribute(paragraph, "class-names") == "hidden" or self._is_hidden(paragraph):
            self._conceal(paragraph)
        else:
            self.inside(paragraph)

    def inside(self, parent: Element) -> None:
        """Walk the texts and elements inside an element."""
        self._collapsed(parent.text)
        for child in parent:
            name = local_name(child)
            if name in _INLINE:
                _INLINE[name](self, child)
            elif name not in _SKIPPED:
                self._other(child)
            self._collapsed(child.tail)

    def _other(self, element: Element) -> None:
        """Walk through an unknown element; one that holds blocks is a box that stands elsewhere on the page."""
        if any(local_name(child) in _BLOCKS for child in element):
            self.later.append(element)
        else:
            self.inside(element)

    def _collapsed(self, text: str | None) -> None:
        """Write text of the file, its white space folded (6.1.2): line ends and indents are not content."""
        if text:
            folded = _WHITE_SPACE.sub(" ", text)
            self._say(folded[1:] if self._is_after_space and folded[0] == " " else folded)

    def _say(self, text: str) -> None:
        if not text:
            return
        self._is_after_space = text[-1] == " "
        if self._concealed is not None:
            self._concealed.append(text)
            return
        for excerpt in self._insertions.values():
            if len(excerpt) < EXCERPT_LENGTH:
                excerpt.append(text)
        self._stream.write(text)

    def _is_hidden(self, element: Element) -> bool:
        return hides_text(self._styles, attribute(element, "style-name"))

    def _conceal(self, element: Element) -> None:
        before, self._concealed = self._concealed, []
        self.inside(element)
        self._story.hide(HiddenKind.HIDDEN_TEXT, "".join(self._concealed))
        self._concealed = before

    def _span(self, element: Element) -> None:
        if self._is_hidden(element):
            self._conceal(element)
        else:
            self.inside(element)

    def _hidden_field(self, element: Element) -> None:
        """Walk a field that may be hidden (`text:hidden-text`, `text:hidden-paragraph`)."""
        if attribute(element, "is-hidden") == "true":
            self._story.hide(
                HiddenKind.HIDDEN_TEXT, attribute(element, "string-value") or plain_text(element)
            )
        else:
            self.inside(element)

    def _prompt(self, element: Element) -> None:
        self._story.hide(HiddenKind.HIDDEN_TEXT, plain_text(element))

    def _spaces(self, element: Element) -> None:
        self._say(" " * min(count_of(element, "c"), _SPACES_AT_MOST))
        self._is_after_space = False

    def _tab(self, _: Element) -> None:
        self._say("\t")

    def _line_break(self, _: Element) -> None:
        self._say(LINE_BREAK)
        self._is_after_space = True

    def _number(self, element: Element) -> None:
        """Write the number of a heading or list item, which stands apart from its text."""
        self._say(f"{plain_text(element)} ")

    def _page_break(self, _: Element) -> None:
        self._story.page_break()

    def _link(self, element: Element) -> None:
        start = self._stream.position
        self.inside(element)
        address = attribute(element, "href")
        if not address.startswith("#"):
            self._stream.link(address, start, self._stream.position, page=self._story.page)

    def _note(self, element: Element) -> None:
        self.later.extend(child for child in element if local_name(child) == "note-body")

    def _comment(self, element: Element) -> None:
        self._story.hide(HiddenKind.COMMENT, comment_text(element))

    def _insertion_start(self, element: Element) -> None:
        self.begin_insertion(attribute(element, "change-id"))

    def _insertion_end(self, element: Element) -> None:
        self.end_insertion(attribute(element, "change-id"))

    def begin_insertion(self, key: str) -> None:
        """Begin to gather the excerpt of a tracked change; it may span paragraphs."""
        self._insertions[key] = []

    def end_insertion(self, key: str) -> None:
        """Report a tracked insertion; a change of formatting alone has the same marks and is reported too."""
        self._story.hide(HiddenKind.INSERTION, "".join(self._insertions.pop(key, [])))


_INLINE: dict[str, Callable[[InlineWalker, Element], None]] = {
    "span": InlineWalker._span,
    "a": InlineWalker._link,
    "s": InlineWalker._spaces,
    "tab": InlineWalker._tab,
    "line-break": InlineWalker._line_break,
    "soft-page-break": InlineWalker._page_break,
    "number": InlineWalker._number,
    "note": InlineWalker._note,
    "annotation": InlineWalker._comment,
    "hidden-text": InlineWalker._hidden_field,
    "hidden-paragraph": InlineWalker._hidden_field,
    "placeholder": InlineWalker._prompt,
    "change-start": InlineWalker._insertion_start,
    "change-end": InlineWalker._insertion_end,
}


def plain_text(element: Element) -> str:
    """Give all text inside an element, paragraphs parted by a space; for excerpts."""
    parts = []
    for item in element.iter():
        if local_name(item) in ("p", "h", "s", "tab", "line-break"):
            parts.append(" ")
        parts.append(item.text or "")
        if item is not element:
            parts.append(item.tail or "")
    return "".join(parts).strip()


def comment_text(annotation: Element) -> str:
    """Give what a comment says, without its author and date."""
    return " ".join(plain_text(item) for item in annotation if local_name(item) in ("p", "list"))
