"""What OpenDocument files have in common: their parts, properties, styles and foreign content.

Source: OASIS OpenDocument 1.3, parts 2 (packages) and 3 (schema).
"""

from __future__ import annotations

from dataclasses import dataclass

from hankesalkku.core.values.dates import PartialDate
from hankesalkku.ingest.document import HiddenKind, Properties
from hankesalkku.ingest.limits import Limits
from hankesalkku.ingest.read.archive import Archive
from hankesalkku.ingest.read.stream import Stream, clean
from hankesalkku.ingest.read.xml import Element, local_name, parse, text_of
from hankesalkku.ingest.refusal import CannotRead, Reason

_PROPERTY_LENGTH = 1_000
_FETCHED = frozenset(
    ("image", "section-source", "object", "object-ole", "plugin", "applet", "floating-frame")
)


@dataclass(frozen=True, slots=True)
class OpenStyle:
    """What a style decides for a reader: hidden text, a hidden sheet, the page layout that it begins."""

    parent: str = ""
    hides_text: bool | None = None
    hides_table: bool = False
    master_page: str = ""


class OpenPackage:
    """An OpenDocument file: content, styles and properties, each parsed at most once by its reader."""

    def __init__(self, content: bytes, limits: Limits) -> None:
        """Open a package.

        Raises:
            CannotRead: as `Archive`; ENCRYPTED, or WRONG_FORMAT without content.
        """
        self.archive = Archive(content, limits)
        manifest = self.part("META-INF/manifest.xml")
        if manifest is not None and any(local_name(item) == "encryption-data" for item in manifest.iter()):
            raise CannotRead(Reason.ENCRYPTED)
        root = self.part("content.xml")
        if root is None:
            raise CannotRead(Reason.WRONG_FORMAT)
        self.content = root

    def part(self, name: str) -> Element | None:
        """Parse a part, None if the package lacks it."""
        return parse(self.archive.read(name), name) if name in self.archive else None

    def metadata(self) -> dict[str, str]:
        """Give the texts and counts of meta.xml by local name."""
        root = self.part("meta.xml")
        found: dict[str, str] = {}
        for item in () if root is None else root.iter():
            text = text_of(item)
            if text is not None:
                found.setdefault(local_name(item), clean(text[:_PROPERTY_LENGTH]))
            if local_name(item) == "document-statistic":
                found["page-count"] = attribute(item, "page-count")
        return found

    def report_foreign_content(self, stream: Stream) -> None:
        """Name macros, embedded objects and what is fetched from elsewhere; none of it is run or opened (H7)."""
        for name in self.archive.names:
            if name.startswith(("Basic/", "Scripts/")) and not name.endswith("/"):
                stream.hide(HiddenKind.MACRO, name)
        for name in sorted({name.partition("/")[0] for name in self.archive.names}):
            if name.startswith("Object "):
                stream.hide(HiddenKind.EMBEDDED_OBJECT, name)
        for item in self.content.iter():
            name = local_name(item)
            if name in _FETCHED and ":" in attribute(item, "href"):
                stream.hide(HiddenKind.EXTERNAL_LINK, attribute(item, "href"))
            elif name == "script":
                stream.hide(HiddenKind.MACRO, "script")


def attribute(element: Element, name: str) -> str:
    """Give an attribute by its local name, "" without one."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""


def count_of(element: Element, name: str, otherwise: int = 1) -> int:
    """Give a count among the attributes (repetitions, spans); a senseless one is the default.

    A count is at most a million and some, so that no repetition can be asked for that a sheet could not hold.
    """
    value = attribute(element, name)
    return min(int(value), 1 << 20) if value.isdecimal() and len(value) < 10 else otherwise


def properties_of(metadata: dict[str, str]) -> Properties:
    """Read what the file says of itself."""
    return Properties(
        title=metadata.get("title"),
        author=metadata.get("initial-creator") or metadata.get("creator"),
        created=_day(metadata.get("creation-date", "")),
        language=metadata.get("language"),
        generator=metadata.get("generator"),
    )


def read_styles(*roots: Element | None) -> dict[str, OpenStyle]:
    """Read the styles of all families by their name."""
    styles = {}
    for root in roots:
        for item in () if root is None else root.iter():
            if local_name(item) == "style":
                styles[attribute(item, "name")] = _style(item)
    return styles


def hides_text(styles: dict[str, OpenStyle], name: str) -> bool:
    """Tell whether a style, or the nearest ancestor that says anything, hides its text."""
    seen: set[str] = set()
    while name in styles and name not in seen:
        seen.add(name)
        own = styles[name].hides_text
        if own is not None:
            return own
        name = styles[name].parent
    return False


def _style(item: Element) -> OpenStyle:
    hides: bool | None = None
    hides_table = False
    for child in item:
        shown = attribute(child, "display")
        if local_name(child) == "text-properties" and shown:
            hides = shown == "none"
        elif local_name(child) == "table-properties":
            hides_table = shown == "false"
    return OpenStyle(
        attribute(item, "parent-style-name"), hides, hides_table, attribute(item, "master-page-name")
    )


def _day(text: str) -> PartialDate | None:
    try:
        return PartialDate.from_iso(text[:10])
    except ValueError:
        return None
