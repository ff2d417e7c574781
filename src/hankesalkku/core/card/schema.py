"""The JSON Schema (2020-12) of the card document. Source: CONTRACTS.md 2; its forms are those of `exchange.py`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from hankesalkku.core.card.exchange import SCHEMA
from hankesalkku.core.card.fields import LANGUAGES, MONEY_KEYS, FieldKey
from hankesalkku.core.values.phase import Phase
from hankesalkku.core.values.reading import RemarkCode

Json = dict[str, Any]
"""A schema, or a part of one."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMA_ID = "https://hankesalkku.invalid/schema/cards-1.json"
SEVERITIES = ("error", "warning", "note")
"""Those of `core.findings`, which stands above this room; a test compares the two."""

_DATE = r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"
_AMOUNT = r"^-?\d+\.\d{2}$"
_KEYS = "|".join(key.value for key in FieldKey)
_PHASES = "|".join(phase.value for phase in Phase)


def card_document_schema() -> Json:
    """Give the schema that every written card document obeys."""
    return {
        "$schema": DIALECT,
        "$id": SCHEMA_ID,
        "title": SCHEMA,
        "description": "The cards of a report of externally funded projects, with the place of every word.",
        **_object(
            {
                "schema": {"const": SCHEMA},
                "source": _or_null(_ref("source")),
                "title": _text(),
                "division": _text(),
                "note": _text(),
                "municipality": _text(),
                "language": {"enum": list(LANGUAGES)},
                "date": _or_null(_ref("date")),
                "author": _text(),
                "cards": _list(_ref("card")),
                "furniture": _list(_ref("placed_text")),
                "links": _list(_ref("link")),
                "coverage": _or_null(_ref("coverage")),
                "unread": _list(_ref("placed_text")),
                "hidden": _list(_ref("hidden_content")),
                "image_pages": _list(_counting(1)),
                "totals": _totals(),
                "findings": _list(_ref("finding")),
            },
            optional=("date", "author", "hidden", "image_pages", "totals"),
        ),
        "$defs": {
            **_values(),
            **_source_parts(),
            "card": _card(),
            "also": _also(),
            "field": _field(),
            "finding": _finding(),
        },
    }


def _totals() -> Json:
    """Describe the sums and the number of projects that a document states itself."""
    sums = {key.value: _or_null(_ref("amount")) for key in MONEY_KEYS}
    return _object({**sums, "projects": {"type": ["integer", "null"]}, "source": _list(_ref("place"))})


def _card() -> Json:
    texts = (
        "name",
        "description",
        "funder",
        "case_number",
        "case_url",
        "other_information",
        "status",
        "actuals_checked",
    )
    return _object(
        {
            **{key: _text() for key in texts},
            "unit": _list({"type": "string"}),
            "responsible_persons": _list({"type": "string"}),
            "period": _or_null(_ref("period")),
            "phase": {"type": ["string", "null"], "pattern": rf"^({_PHASES})(\+({_PHASES}))*$"},
            "funder_decision": _or_null(_ref("funder_decision")),
            "municipal_decision": _or_null(_ref("municipal_decision")),
            "budget_years": _list({"type": "integer"}),
            "gross_income": _or_null(_ref("money")),
            "gross_expenditure": _or_null(_ref("money")),
            "municipal_share": _or_null(_ref("money")),
            "progress_percent": {"type": ["number", "null"], "minimum": 0},
            "also": _ref("also"),
            "fields": _list(_ref("field")),
        },
        optional=("also",),
    )


def _also() -> Json:
    """Describe the further values of a card, after the first, in the order written."""
    further_funder = {"funder": _text(), "date": _or_null(_ref("date")), "case_number": _text()}
    return _object(
        {
            "period": _list(_ref("period")),
            "funder_decision": _list(_object(further_funder)),
            "municipal_decision": _list(_ref("municipal_decision")),
            "case_number": _list({"type": "string"}),
        },
        optional=("period", "funder_decision", "municipal_decision", "case_number"),
    )


def _values() -> dict[str, Json]:
    """Describe dates, sums and decisions."""
    part = _object({"name": {"type": "string"}, "amount": _ref("amount")})
    decision_of_funder = {"date": _or_null(_ref("date")), "case_number": _text(), "funder_written": _text()}
    decision_of_body = {
        "body": _text(),
        "section": {"type": ["integer", "null"]},
        "date": _or_null(_ref("date")),
    }
    return {
        "date": {"type": "string", "pattern": _DATE, "description": "ISO 8601-2: a year, a month or a day."},
        "amount": {"type": "string", "pattern": _AMOUNT, "description": "Euros with two decimals."},
        "money": _object({"total": _ref("amount"), "parts": _list(part)}),
        "period": _object({"start": _or_null(_ref("date")), "end": _or_null(_ref("date"))}),
        "funder_decision": _object(decision_of_funder, optional=("funder_written",)),
        "municipal_decision": _object(
            {**decision_of_body, "by_office_holder": {"const": True}}, optional=("by_office_holder",)
        ),
    }


def _source_parts() -> dict[str, Json]:
    """Describe the file, places in it and what is not a card's."""
    return {
        "source": _object(
            {
                "name": {"type": "string"},
                "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
                "format": {"type": "string"},
                "pages": {"type": ["integer", "null"], "minimum": 0},
            }
        ),
        "place": _object(
            {
                "page": {"type": ["integer", "null"], "minimum": 1},
                "line": {"type": ["integer", "null"], "minimum": 1},
                "start": _counting(0),
                "end": _counting(0),
                "box": _box(),
            },
            optional=("box",),
        ),
        "placed_text": _object({"text": {"type": "string"}, "source": _list(_ref("place"))}),
        "link": _object({"url": {"type": "string"}, "card": _index(), "source": _list(_ref("place"))}),
        "coverage": _object({"characters": _counting(0), "placed": _counting(0)}),
        "hidden_content": _object(
            {"kind": {"type": "string"}, "count": _counting(0), "excerpt": {"type": "string"}}
        ),
    }


def _box() -> Json:
    return {
        "type": "array",
        "items": {"type": "number"},
        "minItems": 4,
        "maxItems": 4,
        "description": "Left, top, right and bottom of what holds the text on its page (a table's cell, else its "
        "lines), in points (1/72 inch) from the upper left corner of the page as it is shown; formats with pages only.",
    }


def _field() -> Json:
    """Describe a row as written."""
    remark = _object(
        {
            "code": {"enum": [code.value for code in RemarkCode]},
            "text": {"type": "string"},
            "start": _counting(0),
            "end": _counting(0),
            "note": _text(),
        }
    )
    return _object(
        {
            "key": {"type": "string", "pattern": rf"^({_KEYS}|extra:.*)$"},
            "label": _text(),
            "text": {"type": "string"},
            "source": _list(_ref("place")),
            "label_source": _list(_ref("place")),
            "remarks": _list(remark),
            "breaks": _list(_counting(0)),
        },
        optional=("label_source", "breaks"),
    )


def _finding() -> Json:
    """Describe a finding. Its parameters differ from rule to rule, hence any value is allowed there."""
    return _object(
        {
            "rule": {"type": "string", "pattern": "^[a-z][a-z0-9-]*$"},
            "severity": {"enum": list(SEVERITIES)},
            "card": _index(),
            "cards": _list(_counting(0)),
            "field": {"type": "string"},
            "evidence": {"type": "string"},
            "title": {"type": "string"},
            "message": {"type": "string"},
            "source": _list(_ref("place")),
            "params": {"type": "object"},
            "why": {"type": "string"},
            "fix": {"type": "string"},
            "suggestions": _list({"type": "string"}),
            "threshold": {},
            "variant": {"type": "string"},
            "state": {"type": "string"},
        },
        optional=("cards", "title", "params", "why", "fix", "suggestions", "threshold", "variant", "state"),
    )


def _object(properties: dict[str, Json], optional: Iterable[str] = ()) -> Json:
    left_out = set(optional)
    return {
        "type": "object",
        "properties": properties,
        "required": [key for key in properties if key not in left_out],
        "additionalProperties": False,
    }


def _list(items: Json) -> Json:
    return {"type": "array", "items": items}


def _ref(name: str) -> Json:
    return {"$ref": f"#/$defs/{name}"}


def _or_null(schema: Json) -> Json:
    return {"anyOf": [schema, {"type": "null"}]}


def _text() -> Json:
    return {"type": ["string", "null"]}


def _counting(least: int) -> Json:
    return {"type": "integer", "minimum": least}


def _index() -> Json:
    return {"type": ["integer", "null"], "minimum": 0}
