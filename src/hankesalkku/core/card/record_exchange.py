"""A project's one canonical JSON form: what the audit log compares, exports hold, and a state is rebuilt from."""

from __future__ import annotations

from typing import Any

from hankesalkku.core.card.exchange import Json, card_to_dict
from hankesalkku.core.card.record import CaseLinkRecord, DecisionRecord, GrantRecord, ProjectRecord, UnitSpell


def record_to_dict(record: ProjectRecord) -> Json:
    """Give the JSON form of a project: its own facts, its lists, the card's rows by key.

    Values that follow from the lists (funder's decision, municipal decision, unit, people) stand in both, as in the
    card document.
    """
    card = card_to_dict(record.card)
    rows = card.pop("fields")
    return {
        "number": record.number,
        "state": record.state,
        "visibility": record.visibility,
        "visibility_ground": record.visibility_ground,
        "is_partner": record.is_partner,
        "language": record.language,
        "name_other": dict(record.name_other),
        "description_other": dict(record.description_other),
        "report_date": record.report_date,
        "grants": [grant_to_dict(grant) for grant in record.grants],
        "decisions": [decision_to_dict(decision) for decision in record.decisions],
        "units": [_unit_to_dict(spell) for spell in record.units],
        "people": [{"person": str(one.person), "written": one.written} for one in record.people],
        "viewers": [str(person) for person in record.viewers],
        "case_links": [_link_to_dict(link) for link in record.case_links],
        **{f"value:{key}": value for key, value in card.items()},
        **{f"row:{row['key']}": row["text"] for row in rows},
    }


def changed_keys(old: Json, new: Json) -> tuple[str, ...]:
    """Name the keys whose values differ, in alphabetical order; a key that is missing counts as None."""
    keys = sorted(old.keys() | new.keys())
    return tuple(key for key in keys if old.get(key) != new.get(key))


def difference(old: Json, new: Json) -> tuple[Json, Json]:
    """Give both forms cut down to the keys whose values differ."""
    keys = changed_keys(old, new)
    return {key: old.get(key) for key in keys}, {key: new.get(key) for key in keys}


def grant_to_dict(grant: GrantRecord) -> Json:
    """Give a grant's JSON form."""
    return {
        "funder": grant.funder,
        "decision_date": grant.decision_date.iso if grant.decision_date else None,
        "case_number": grant.case_number.normal if grant.case_number else None,
        "service_number": grant.service_number,
        "call": grant.call,
    }


def decision_to_dict(record: DecisionRecord) -> Json:
    """Give a municipal decision's JSON form."""
    decision = record.decision
    found: dict[str, Any] = {
        "body": decision.body,
        "section": decision.section,
        "date": decision.date.iso if decision.date else None,
        "by_office_holder": decision.by_office_holder,
        "purpose": record.purpose.value if record.purpose else None,
        "url": record.url,
    }
    return found


def _unit_to_dict(spell: UnitSpell) -> Json:
    return {
        "unit": str(spell.unit),
        "path": list(spell.path),
        "is_lead": spell.is_lead,
        "starts_on": spell.starts_on.isoformat() if spell.starts_on else None,
        "ends_on": spell.ends_on.isoformat() if spell.ends_on else None,
        "part_name": spell.part_name,
    }


def _link_to_dict(link: CaseLinkRecord) -> Json:
    return {"case_number": link.case_number.normal, "url": link.url, "is_internal": link.is_internal}
