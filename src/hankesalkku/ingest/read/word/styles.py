"""What a Word style decides for a reader: heading levels and hidden text. Source: ECMA-376, part 1, 17.7."""

from __future__ import annotations

from dataclasses import dataclass

from hankesalkku.ingest.read.word.fields import child_named, is_on, value_of
from hankesalkku.ingest.read.xml import Element, local_name

_LEVELS = 9
_PROMPT = "placeholder text"


@dataclass(frozen=True, slots=True)
class Style:
    """A style with what it inherits: heading level (0 is none), hidden text, prompt of an empty control."""

    heading_level: int = 0
    is_hidden: bool = False
    is_prompt: bool = False


PLAIN = Style()


def read_styles(root: Element | None) -> dict[str, Style]:
    """Read `word/styles.xml` into styles by their id, inheritance worked out."""
    items = [] if root is None else [item for item in root if local_name(item) == "style"]
    elements = {value_of(item, "styleId") or "": item for item in items}
    styles: dict[str, Style] = {}
    for key in elements:
        _resolve(key, elements, styles)
    return styles


def _resolve(key: str, elements: dict[str, Element], styles: dict[str, Style]) -> None:
    """Work out a style from its line of ancestors, the eldest first; a circle ends where it closes."""
    line: list[str] = []
    while key in elements and key not in line and key not in styles:
        line.append(key)
        parent = child_named(elements[key], "basedOn")
        key = (value_of(parent) or "") if parent is not None else ""
    inherited = styles.get(key, PLAIN)
    for name in reversed(line):
        inherited = styles[name] = _own(elements[name], inherited)


def _own(element: Element, inherited: Style) -> Style:
    named = child_named(element, "name")
    name = (value_of(named) or "").casefold() if named is not None else ""
    level = heading_level(child_named(element, "pPr"), inherited.heading_level)
    vanish = child_named(child_named(element, "rPr"), "vanish")
    hidden = inherited.is_hidden if vanish is None else is_on(vanish)
    return Style(_named_level(name) or level, hidden, inherited.is_prompt or name == _PROMPT)


def _named_level(name: str) -> int:
    """Tell the level from a built-in style's name, which is English whatever the program's language."""
    words = name.split()
    if words == ["title"]:
        return 1
    is_heading = len(words) == 2 and words[0] == "heading" and words[1].isdecimal()
    return min(int(words[1][:2]), _LEVELS) if is_heading else 0


def heading_level(properties: Element | None, otherwise: int) -> int:
    """Read the outline level among paragraph properties (0–8 are headings 1–9, 9 is body text)."""
    outline = child_named(properties, "outlineLvl")
    value = value_of(outline) if outline is not None else None
    if value is None or not value.isdecimal():
        return otherwise
    level = int(value[:3]) + 1
    return level if level <= _LEVELS else 0
