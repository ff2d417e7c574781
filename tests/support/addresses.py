"""Every address of the site, read from its resolver, so that a page added later is covered by the tests of them all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

VALUES = {
    "int": "1",
    "uuid": "0192f0c1-7b1a-7c3d-8e4f-5a6b7c8d9e0f",
    "slug": "mallila",
    "str": "x",
    "path": "x",
}
_PARAMETER = re.compile(r"<(?:(\w+):)?(\w+)>")


@dataclass(frozen=True, slots=True)
class Address:
    """One route with its parameters filled in."""

    route: str
    path: str

    def __str__(self) -> str:
        return self.route or "front"


def addresses() -> tuple[Address, ...]:
    """List every address once."""
    routes = sorted(set(_routes(get_resolver().url_patterns, "")))
    return tuple(
        Address(route, "/" + _PARAMETER.sub(lambda m: VALUES.get(m[1] or "str", "x"), route))
        for route in routes
    )


def _routes(patterns: list[URLPattern | URLResolver], before: str) -> Iterator[str]:
    for one in patterns:
        route = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from _routes(one.url_patterns, route)
        else:
            yield route
