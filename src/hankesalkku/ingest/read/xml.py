"""XML parts that strangers sent: no entities, no document type, no network, no huge trees.

Source: requirements, section 3, H4.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import lru_cache
from typing import TypedDict

from lxml import etree

from hankesalkku.ingest.refusal import CannotRead, Reason

Element = etree._Element

_DECLARATIONS = ("<!DOCTYPE", "<!ENTITY")
_ENCODINGS = ("ascii", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_SPELLINGS = tuple(text.encode(encoding) for text in _DECLARATIONS for encoding in _ENCODINGS)


class _Safely(TypedDict):
    """The switches that make libxml2 safe for what strangers send; `huge_tree` off also caps depth and text."""

    resolve_entities: bool
    load_dtd: bool
    dtd_validation: bool
    attribute_defaults: bool
    no_network: bool
    huge_tree: bool
    recover: bool
    remove_comments: bool
    remove_pis: bool


_SAFELY = _Safely(
    resolve_entities=False,
    load_dtd=False,
    dtd_validation=False,
    attribute_defaults=False,
    no_network=True,
    huge_tree=False,
    recover=False,
    remove_comments=True,
    remove_pis=True,
)


def parse(content: bytes, place: str) -> Element:
    """Parse one XML part into its root element; `place` names the part in a refusal.

    Raises:
        CannotRead: DOCUMENT_TYPE_DECLARATION, BROKEN, or OUT_OF_MEMORY.
    """
    refuse_declarations(content, place)
    try:
        root = etree.fromstring(content, parser=_parser())
    except etree.XMLSyntaxError as error:
        raise CannotRead(_reason(error), place=place, detail=str(error.msg)[:120]) from None
    except ValueError as error:
        raise CannotRead(Reason.BROKEN, place=place, detail=str(error)[:120]) from None
    information = root.getroottree().docinfo
    if information.internalDTD is not None or information.externalDTD is not None:
        raise CannotRead(Reason.DOCUMENT_TYPE_DECLARATION, place=place)
    return root


def iterate(content: bytes, place: str, names: tuple[str, ...]) -> Iterator[Element]:
    """Give the elements of these local names one by one as they end, for parts too large to hold as a tree.

    Each is emptied once the next is asked for; names must not stand inside each other.

    Raises:
        CannotRead: as `parse`.
    """
    refuse_declarations(content, place)
    events = etree.iterparse(
        io.BytesIO(content), events=("end",), tag=[f"{{*}}{name}" for name in names], **_SAFELY
    )
    try:
        for _, element in events:
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        raise CannotRead(_reason(error), place=place, detail=str(error.msg)[:120]) from None


def refuse_declarations(content: bytes, place: str) -> None:
    """Refuse a document type or entity declaration before any parser looks at the part.

    Raises:
        CannotRead: DOCUMENT_TYPE_DECLARATION.
    """
    if any(spelling in content for spelling in _SPELLINGS):
        raise CannotRead(Reason.DOCUMENT_TYPE_DECLARATION, place=place)


def local_name(element: Element) -> str:
    """Give an element's name without its namespace."""
    return _local(str(element.tag))


@lru_cache(maxsize=2_048)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def text_of(element: Element | None) -> str | None:
    """Give an element's own text without white space at its ends, None if there is none."""
    text = element.text.strip() if element is not None and element.text else ""
    return text or None


def _parser() -> etree.XMLParser:
    """Make a parser; one per part, for a parser remembers the names of all that it has read."""
    return etree.XMLParser(**_SAFELY)


def _reason(error: etree.XMLSyntaxError) -> Reason:
    return Reason.OUT_OF_MEMORY if "emory allocation" in str(error.msg) else Reason.BROKEN
