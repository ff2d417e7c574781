"""Texts as any database takes them: no zero signs, no halves of surrogate pairs; the bytes of the file keep theirs."""

from __future__ import annotations

import re
from typing import Any

_NOT_STORED = re.compile("[\x00\ud800-\udfff]")
REPLACEMENT = "\ufffd"


def storable(value: Any) -> Any:  # noqa: ANN401 - JSON
    """Give JSON with what no database stores replaced by the sign for it; lengths and places stay.

    >>> storable({"a": ["x\\x00y"]})
    {'a': ['x\ufffdy']}
    """
    if isinstance(value, str):
        return _NOT_STORED.sub(REPLACEMENT, value)
    if isinstance(value, list):
        return [storable(item) for item in value]
    if isinstance(value, dict):
        return {storable(key): storable(item) for key, item in value.items()}
    return value
