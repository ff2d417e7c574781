"""The card document in its JSON form, `hankesalkku.cards/1`. Source: CONTRACTS.md 2.

Dictionaries with agreed keys exist here and in `exchange_reading` only: the boundary between cards and their exchange
form.
"""

from __future__ import annotations

from typing import Any

from hankesalkku.core.card.card import Card, Further, Row
from hankesalkku.core.card.document import (
    CardDocument,
    Coverage,
    PlacedText,
    PrintedTotals,
    Source,
)
from hankesalkku.core.card.fields import MONEY_KEYS
from hankesalkku.core.values.case_number import CaseNumber
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.core.values.decision import FunderDecision, MunicipalDecision
from hankesalkku.core.values.money import Money
from hankesalkku.core.values.period import Period
from hankesalkku.core.values.place import Place
from hankesalkku.core.values.reading import Remark

SCHEMA = "hankesalkku.cards/1"

Json = dict[str, Any]
"""One JSON object; its shape is what `schema.py` says."""


def document_to_dict(document: CardDocument, findings: list[Json] | None = None) -> Json:
    """Give the JSON form; `findings` are already in theirs (core/findings/exchange.py)."""
    return {
        "schema": SCHEMA,
        "source": _source_to_dict(document.source),
        "title": document.title,
        "division": document.division,
        "note": document.note,
        "municipality": document.municipality,
        "language": document.language,
        "date": document.date.iso if document.date else None,
        "author": document.author,
        "cards": [card_to_dict(card) for card in document.cards],
        "furniture": [_placed_to_dict(piece) for piece in document.furniture],
        "links": [
            {"url": link.url, "card": link.card, "source": places_to_list(link.places)}
            for link in document.links
        ],
        "coverage": _coverage_to_dict(document.coverage),
        "unread": [_placed_to_dict(piece) for piece in document.unread],
        "hidden": [{"kind": h.kind, "count": h.count, "excerpt": h.excerpt} for h in document.hidden],
        "image_pages": list(document.image_pages),
        "totals": _totals_to_dict(document.totals),
        "findings": findings or [],
    }


def card_to_dict(card: Card) -> Json:
    """Give a card's JSON form: values first, then the rows as written."""
    return {
        "name": card.name,
        "description": card.description,
        "unit": list(card.unit),
        "responsible_persons": list(card.responsible_persons),
        "period": _period_to_dict(card.period),
        "phase": "+".join(card.phases) or None,
        "funder": card.funder,
        "funder_decision": _funder_decision_to_dict(card.funder_decision),
        "municipal_decision": _municipal_decision_to_dict(card.municipal_decision),
        "budget_years": list(card.budget_years),
        "gross_income": money_to_dict(card.gross_income),
        "gross_expenditure": money_to_dict(card.gross_expenditure),
        "municipal_share": money_to_dict(card.municipal_share),
        "case_number": card.case_number.normal if card.case_number else None,
        "case_url": card.case_url,
        "other_information": card.other_information,
        "status": card.status,
        "progress_percent": None if card.progress_tenths is None else card.progress_tenths / 10,
        "actuals_checked": card.actuals_checked,
        "also": _further_to_dict(card.further),
        "fields": [_row_to_dict(row) for row in card.rows],
    }


def amount_text(cents: int) -> str:
    """Write cents as the exchange form's string of euros.

    >>> amount_text(-30536005)
    '-305360.05'
    """
    sign = "-" if cents < 0 else ""
    return f"{sign}{abs(cents) // 100}.{abs(cents) % 100:02d}"


def money_to_dict(money: Money | None) -> Json | None:
    """Give a sum's JSON form, None for none."""
    if money is None:
        return None
    parts = [{"name": part.name, "amount": amount_text(part.cents)} for part in money.parts]
    return {"total": amount_text(money.total_cents), "parts": parts}


def places_to_list(places: tuple[Place, ...]) -> list[Json]:
    """Give places in their JSON form; a box in hundredths of a point, only where there is one."""
    return [_place_to_dict(place) for place in places]


def _place_to_dict(place: Place) -> Json:
    found: Json = {"page": place.page, "line": place.line, "start": place.start, "end": place.end}
    return found if place.box is None else found | {"box": [round(side, 2) for side in place.box]}


def _totals_to_dict(totals: PrintedTotals) -> Json:
    sums = (totals.gross_income_cents, totals.gross_expenditure_cents, totals.municipal_share_cents)
    texts = (None if cents is None else amount_text(cents) for cents in sums)
    return {
        **{key.value: text for key, text in zip(MONEY_KEYS, texts, strict=True)},
        "projects": totals.projects,
        "source": places_to_list(totals.places),
    }


def _source_to_dict(source: Source | None) -> Json | None:
    if source is None:
        return None
    return {"name": source.name, "sha256": source.sha256, "format": source.format, "pages": source.pages}


def _placed_to_dict(piece: PlacedText) -> Json:
    return {"text": piece.text, "source": places_to_list(piece.places)}


def _coverage_to_dict(coverage: Coverage | None) -> Json | None:
    return None if coverage is None else {"characters": coverage.characters, "placed": coverage.placed}


def _period_to_dict(period: Period | None) -> Json | None:
    if period is None:
        return None
    return {"start": _iso(period.start), "end": _iso(period.end)}


def _iso(date: PartialDate | None) -> str | None:
    return date.iso if date else None


def _funder_decision_to_dict(decision: FunderDecision | None) -> Json | None:
    if decision is None:
        return None
    number = decision.case_number
    return {
        "date": _iso(decision.date),
        "case_number": number.normal if number else None,
        "funder_written": decision.funder_written,
    }


def _municipal_decision_to_dict(decision: MunicipalDecision | None) -> Json | None:
    if decision is None:
        return None
    found: Json = {"body": decision.body, "section": decision.section, "date": _iso(decision.date)}
    return found | {"by_office_holder": True} if decision.by_office_holder else found


def _further_to_dict(further: Further) -> Json:
    return {
        "period": [_period_to_dict(period) for period in further.periods],
        "funder_decision": [
            {
                "funder": decision.funder_written,
                "date": _iso(decision.date),
                "case_number": _normal(decision.case_number),
            }
            for decision in further.funder_decisions
        ],
        "municipal_decision": [
            _municipal_decision_to_dict(decision) for decision in further.municipal_decisions
        ],
        "case_number": [number.normal for number in further.case_numbers],
    }


def _normal(number: CaseNumber | None) -> str | None:
    return number.normal if number else None


def _row_to_dict(row: Row) -> Json:
    found: Json = {
        "key": row.key,
        "label": row.label,
        "text": row.text,
        "source": places_to_list(row.places),
        "label_source": places_to_list(row.label_places),
        "remarks": remarks_to_list(row.remarks),
    }
    return found | {"breaks": list(row.breaks)} if row.breaks else found


def remarks_to_list(remarks: tuple[Remark, ...]) -> list[Json]:
    """Give remarks in their JSON form."""
    return [_remark_to_dict(remark) for remark in remarks]


def _remark_to_dict(remark: Remark) -> Json:
    return {
        "code": remark.code.value,
        "text": remark.text,
        "start": remark.start,
        "end": remark.end,
        "note": remark.note,
    }
