"""The few drawn signs of the pages as inline SVG: 16 units square, in the colour of the text, hidden from readers."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.safestring import SafeString, mark_safe

_SHAPES: Mapping[str, str] = {
    "error": '<path d="M4 4l8 8M12 4l-8 8" stroke-width="2.2"/>',
    "warning": '<path d="M8 2.6v7" stroke-width="2.4"/><path d="M8 12.4v1.4" stroke-width="2.4"/>',
    "overdue": '<path d="M8 2.6v7" stroke-width="2.4"/><path d="M8 12.4v1.4" stroke-width="2.4"/>',
    "note": '<path d="M8 6.8v6.6" stroke-width="2.2"/><path d="M8 2.6v1.5" stroke-width="2.4"/>',
    "lock": '<rect x="3.5" y="7" width="9" height="6.5" rx="1"/><path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2"/>',
    "done": '<path d="M3 8.6l3.2 3.2L13 4.6" stroke-width="2.2"/>',
    "search": '<circle cx="7" cy="7" r="4.5"/><path d="M10.5 10.5l3.5 3.5"/>',
    "menu": '<path d="M2 4h12M2 8h12M2 12h12"/>',
    "down": '<path d="M4 6.5l4 4 4-4"/>',
    "up": '<path d="M4 9.5l4-4 4 4"/>',
    "both": '<path d="M5 6.2l3-3 3 3M5 9.8l3 3 3-3"/>',
    "right": '<path d="M6.5 4l4 4-4 4"/>',
    "left": '<path d="M9.5 4l-4 4 4 4"/>',
    "close": '<path d="M4.5 4.5l7 7M11.5 4.5l-7 7"/>',
    "person": '<circle cx="8" cy="5.2" r="2.7"/><path d="M2.8 14c.4-3 2.5-4.6 5.2-4.6s4.8 1.6 5.2 4.6"/>',
    "page": '<path d="M4 1.8h5.5L12.5 5v9.2H4z"/><path d="M9.2 2v3.2h3.2"/>',
    "pen": '<path d="M3 13l.7-3L10.8 3l2.2 2.2L5.9 12.3z"/>',
    "sum": '<path d="M12 4.2V3H4l4.2 5L4 13h8v-1.2"/>',
    "download": '<path d="M8 2.5v7.2M5 7l3 3 3-3M3 13.2h10"/>',
    "upload": '<path d="M8 10.4V3M5 5.8l3-3 3 3M3 13.2h10"/>',
}


def sign(name: str) -> SafeString:
    """Give a sign as SVG.

    Raises:
        KeyError: there is no such sign.
    """
    return mark_safe(  # noqa: S308 - a constant of this module
        '<svg class="hs-sign" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">'
        f"{_SHAPES[name]}</svg>"
    )
