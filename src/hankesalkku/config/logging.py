"""The technical log: one JSON object a line on standard error, nothing secret in it (requirements S6, section 5: 16.2).

What was read or typed never belongs into a log; this is the net under that rule. Personal identity codes and what looks
like a secret are replaced, whoever logged them, in messages, parameters and traces alike.
"""

from __future__ import annotations

import json
import logging
import re
import sys
from datetime import UTC, datetime
from typing import TextIO

from hankesalkku.core.findings.signs.identity_code import MASK, identity_codes
from hankesalkku.services.request_facts import request_facts

KNOWN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "request", "server_time"}
HIDDEN = "[hidden]"
LONGEST = 8_000
LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}
"""What some readers take for the end of a line; the others are escaped by JSON itself."""
NAMES = (
    r"password|passwd|salasana|secret|token|access_token|id_token|refresh_token|code_verifier|client_secret"
    r"|authorization|cookie|session(?:id|_key)?|csrf\w*|api_?key|otp|nonce|credential"
)
_SECRETS = (
    (
        re.compile(
            rf"""(?i)(["']?\b(?:\w+[_-])?(?:{NAMES})["']?\s*[:=]\s*)(?:Bearer\s+|Basic\s+)?("[^"]*"|'[^']*'|[^\s,;&)}}\]]+)"""
        ),
        r"\1" + HIDDEN,
    ),
    (re.compile(r"(?i)\b(bearer|basic)\s+[\w.~+/=-]{8,}"), r"\1 " + HIDDEN),
    (re.compile(r"\beyJ[\w-]+\.[\w-]+\.[\w-]*"), HIDDEN),
    (re.compile(r"//[^/\s:@]+:[^/\s@]+@"), f"//{HIDDEN}@"),
    (re.compile(r"(/kutsu/|/uusi-salasana/)[^\s\"']+"), r"\1" + HIDDEN),
)


class JsonLines(logging.Formatter):
    """Writes a record as one JSON object on one line."""

    def format(self, record: logging.LogRecord) -> str:
        """Give the line."""
        facts = request_facts()
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": _clean(_message(record)),
            "request": facts.request or None,
            "origin": facts.origin or None,
        }
        for name, value in vars(record).items():
            if name not in KNOWN and name not in line:
                line[name] = (
                    value if isinstance(value, bool | int | float) or value is None else _clean(str(value))
                )
        if record.exc_info:
            line["trace"] = _clean(self.formatException(record.exc_info))
        text = json.dumps(line, ensure_ascii=False, default=str)
        return text.translate(LINE_ENDS)


def set_up_logs(level: str, stream: TextIO | None = None) -> None:
    """Send every logger's records to standard error as JSON lines, of the given level and above."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    for known in [one for one in root.handlers if isinstance(one.formatter, JsonLines)]:
        root.removeHandler(known)
    root.addHandler(handler)
    root.setLevel(level.upper())
    logging.getLogger("django.request").setLevel("ERROR")  # our own line tells of each request
    logging.getLogger("django.security.DisallowedHost").setLevel("ERROR")
    logging.captureWarnings(True)


def _message(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except (TypeError, ValueError):
        return str(record.msg)


def _clean(text: str) -> str:
    """Take out what no log may hold, and what is too long for a line."""
    for pattern, instead in _SECRETS:
        text = pattern.sub(instead, text)
    for sighting in reversed(list(identity_codes(text))):
        text = text[: sighting.start] + MASK + text[sighting.end :]
    return text[:LONGEST]
