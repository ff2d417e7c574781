"""What Word and Excel packages have in common: relationships, the main part, properties, foreign content.

Source: ECMA-376, part 2 (Open Packaging Conventions); the strict variants of ISO/IEC 29500 use other namespaces.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from urllib.parse import unquote

from hankesalkku.core.values.dates import PartialDate
from hankesalkku.ingest.document import HiddenKind, Properties
from hankesalkku.ingest.limits import Limits
from hankesalkku.ingest.read.archive import Archive
from hankesalkku.ingest.read.stream import Stream, clean
from hankesalkku.ingest.read.xml import Element, local_name, parse, text_of
from hankesalkku.ingest.refusal import CannotRead, Reason

RELATIONSHIP_NAMESPACES = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)

_APPLICATION = ("extended-properties", "extendedProperties")
_PROPERTY_LENGTH = 1_000


@dataclass(frozen=True, slots=True)
class Relationship:
    """One arrow from a part to another part, or to the outside: `kind` is the last word of its type."""

    key: str
    kind: str
    target: str
    is_external: bool


class OfficePackage:
    """An Office file: its archive, its one main part, and what each part points at."""

    def __init__(self, content: bytes, limits: Limits) -> None:
        """Open a package.

        Raises:
            CannotRead: as `Archive`; WRONG_FORMAT without a main part, DUPLICATE_PART with two.
        """
        self.archive = Archive(content, limits)
        self._relationships: dict[str, list[Relationship]] = {}
        main = {target.target for target in self.relationships("") if target.kind == "officeDocument"}
        if len({target.casefold() for target in main}) > 1 or self._main_types() > 1:
            raise CannotRead(Reason.DUPLICATE_PART, place=max(main, default=None))
        self.main = min(main, default="")
        if self.main not in self.archive:
            raise CannotRead(Reason.WRONG_FORMAT)

    def _main_types(self) -> int:
        """Count the parts that [Content_Types].xml calls a main part."""
        root = self.part("[Content_Types].xml")
        overrides = [] if root is None else [item for item in root if local_name(item) == "Override"]
        return sum(item.get("ContentType", "").endswith(".main+xml") for item in overrides)

    def relationships(self, part: str) -> list[Relationship]:
        """List what a part points at, targets as part names; "" is the package itself."""
        if part not in self._relationships:
            self._relationships[part] = self._read_relationships(part)
        return self._relationships[part]

    def _read_relationships(self, part: str) -> list[Relationship]:
        folder, name = posixpath.split(part)
        source = posixpath.join(folder, "_rels", f"{name}.rels")
        if source not in self.archive:
            return []
        root = parse(self.archive.read(source), source)
        return [_relationship(item, folder) for item in root if local_name(item) == "Relationship"]

    def part(self, name: str) -> Element | None:
        """Parse a part, None if the package lacks it."""
        return parse(self.archive.read(name), name) if name in self.archive else None

    def related(self, part: str, *kinds: str) -> Element | None:
        """Parse the first part of these kinds that a part points at, None if there is none."""
        for relation in self.relationships(part):
            if relation.kind in kinds and not relation.is_external:
                return self.part(relation.target)
        return None

    def properties(self) -> Properties:
        """Read what the package says of itself (docProps/core.xml and app.xml)."""
        core = _texts(self.related("", "core-properties"))
        application = _texts(self.related("", *_APPLICATION))
        generator = " ".join(application[key] for key in ("Application", "AppVersion") if key in application)
        return Properties(
            title=core.get("title"),
            author=core.get("creator"),
            created=_day(core.get("created", "")),
            language=core.get("language"),
            generator=generator or None,
        )

    def page_count(self) -> int | None:
        """Tell how many pages the program that saved the file counted, None if it does not say."""
        pages = _texts(self.related("", *_APPLICATION)).get("Pages", "")
        return int(pages) if pages.isascii() and pages.isdigit() and len(pages) < 7 else None

    def report_foreign_content(self, stream: Stream) -> None:
        """Name macros, embedded objects and what is fetched from elsewhere; none of it is run or opened (H7)."""
        for name in self.archive.names:
            kind = _foreign_kind(name.casefold())
            if kind is not None:
                stream.hide(kind, name)
            if name.endswith(".rels"):
                self._report_external(name, stream)

    def _report_external(self, source: str, stream: Stream) -> None:
        root = parse(self.archive.read(source), source)
        for item in root:
            if item.get("TargetMode") == "External" and not item.get("Type", "").endswith("/hyperlink"):
                stream.hide(HiddenKind.EXTERNAL_LINK, item.get("Target", ""))


def relationship_key(element: Element, name: str = "id") -> str | None:
    """Give an element's `r:id` (or another attribute of that namespace), None without one."""
    for namespace in RELATIONSHIP_NAMESPACES:
        key = element.get(f"{{{namespace}}}{name}")
        if key is not None:
            return key
    return None


def joined_address(target: str, fragment: str) -> str:
    """Join an address and the part behind '#' that Office writers keep apart.

    >>> joined_address("https://dynasty.mallila.fi/dynasty/", "/case/12")
    'https://dynasty.mallila.fi/dynasty/#/case/12'
    """
    if not fragment or target.endswith(f"#{fragment}"):
        return target
    return f"{target.removesuffix('#')}#{fragment.removeprefix('#')}"


def _relationship(item: Element, folder: str) -> Relationship:
    target = item.get("Target", "")
    is_external = item.get("TargetMode") == "External"
    if not is_external:
        path = posixpath.normpath(posixpath.join("/", folder, unquote(target.replace("\\", "/"))))
        target = path.lstrip("/")
    return Relationship(item.get("Id", ""), item.get("Type", "").rpartition("/")[2], target, is_external)


def _texts(root: Element | None) -> dict[str, str]:
    """Give the texts of a part's children by local name, empty ones left out."""
    children = () if root is None else root
    found = {local_name(child): text_of(child) for child in children}
    return {name: clean(text[:_PROPERTY_LENGTH]) for name, text in found.items() if text is not None}


def _day(text: str) -> PartialDate | None:
    try:
        return PartialDate.from_iso(text[:10])
    except ValueError:
        return None


def _foreign_kind(name: str) -> HiddenKind | None:
    if name.endswith("vbaproject.bin") or "/macrosheets/" in name:
        return HiddenKind.MACRO
    if "/embeddings/" in name or ("/activex/" in name and not name.endswith(".rels")):
        return HiddenKind.EMBEDDED_OBJECT
    return HiddenKind.EXTERNAL_LINK if "/externallinks/externallink" in name else None
