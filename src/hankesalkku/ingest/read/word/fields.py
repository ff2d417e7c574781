"""Fields in running text: what stands between their marks is code, and some codes are hyperlinks.

Source: ECMA-376, part 1, 17.16 (complex fields, HYPERLINK, form fields).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from hankesalkku.ingest.read.office_package import joined_address
from hankesalkku.ingest.read.xml import Element, local_name

_HYPERLINK = re.compile(r"\s*HYPERLINK\b\s*(?:\"([^\"]*)\"|([^\s\\\"]\S*))?", re.IGNORECASE)
_FRAGMENT = re.compile(r"\\l\s+(?:\"([^\"]*)\"|(\S+))", re.IGNORECASE)
_FETCHING = re.compile(r"\s*(?:DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK)\b", re.IGNORECASE)
_OFF = frozenset(("0", "false", "off"))

CHECKED_BOX = "\u2612"
EMPTY_BOX = "\u2610"


@dataclass(slots=True)
class Field:
    """A field that has begun: its code, the text met inside the code, and where its result begins."""

    code: list[str] = field(default_factory=list)
    swallowed: list[str] = field(default_factory=list)
    result_start: int | None = None

    @property
    def instruction(self) -> str:
        """Give the whole code."""
        return "".join(self.code)


def hyperlink_address(instruction: str) -> str | None:
    r"""Give the address of a HYPERLINK code with its `\l` part, None for other codes and links inside the file.

    >>> hyperlink_address(r' HYPERLINK "https://mallila.fi/dynasty/" \l "/case/12" ')
    'https://mallila.fi/dynasty/#/case/12'
    """
    match = _HYPERLINK.match(instruction)
    target = (match.group(1) or match.group(2)) if match else None
    if match is None or not target:
        return None
    fragment = _FRAGMENT.search(instruction, match.end())
    behind = (fragment.group(1) or fragment.group(2) or "") if fragment else ""
    return joined_address(target.replace("\\\\", "\\"), behind)


def is_fetching(instruction: str) -> bool:
    """Tell whether a code would fetch something from elsewhere or start a program (H7)."""
    return _FETCHING.match(instruction) is not None


def is_on(element: Element | None) -> bool:
    """Read an on/off property: present without a value, or with one that is not off."""
    return element is not None and (value_of(element) or "1") not in _OFF


def value_of(element: Element, name: str = "val") -> str | None:
    """Give an attribute of the element's own namespace, None without one."""
    namespace = str(element.tag).rpartition("}")[0]
    value = element.get(f"{namespace}}}{name}")
    return value if value is not None else element.get(name)


def child_named(element: Element | None, name: str) -> Element | None:
    """Give the first child of a local name, None if there is none."""
    if element is not None:
        for child in element:
            if local_name(child) == name:
                return child
    return None


def form_field_text(mark: Element) -> str:
    """Give what a form field without a result shows: a ticked or empty box, or the chosen entry of a list."""
    form = child_named(mark, "ffData")
    box = child_named(form, "checkBox")
    if box is not None:
        checked = child_named(box, "checked")
        return (
            CHECKED_BOX
            if is_on(checked if checked is not None else child_named(box, "default"))
            else EMPTY_BOX
        )
    choices = child_named(form, "ddList")
    return "" if choices is None else _chosen(choices)


def _chosen(choices: Element) -> str:
    entries = [value_of(entry) or "" for entry in choices if local_name(entry) == "listEntry"]
    result = child_named(choices, "result")
    number = (value_of(result) if result is not None else None) or "0"
    return entries[int(number)] if number.isdecimal() and int(number[:4]) < len(entries) else ""
