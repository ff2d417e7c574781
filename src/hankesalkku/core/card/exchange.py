"""The card document in its JSON form, `hankesalkku.cards/1`. Source: CONTRACTS.md 2.

Dictionaries with agreed keys exist here only: this module is the boundary between cards and their exchange form.
"""

from __future__ import annotations

from typing import Any

from hankesalkku.core.card.card import Card, Further, Row
from hankesalkku.core.card.document import (
    CardDocument,
    Coverage,
    HiddenContent,
    Link,
    PlacedText,
    PrintedTotals,
    Source,
)
from hankesalkku.core.card.fields import MONEY_KEYS
from hankesalkku.core.values.case_number import CaseNumber, NumberKind, find_numbers
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.core.values.decision import FunderDecision, MunicipalDecision
from hankesalkku.core.values.money import Money, NamedPart
from hankesalkku.core.values.period import Period
from hankesalkku.core.values.phase import Phase
from hankesalkku.core.values.place import Place
from hankesalkku.core.values.reading import Remark, RemarkCode

SCHEMA = "hankesalkku.cards/1"

Json = dict[str, Any]
"""One JSON object; its shape is what `schema.py` says."""


class NotACardDocument(ValueError):
    """JSON that is no card document; the message names the place."""


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
    """Give places in their JSON form."""
    return [{"page": p.page, "line": p.line, "start": p.start, "end": p.end} for p in places]


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
        "remarks": [_remark_to_dict(remark) for remark in row.remarks],
    }
    return found | {"breaks": list(row.breaks)} if row.breaks else found


def _remark_to_dict(remark: Remark) -> Json:
    return {
        "code": remark.code.value,
        "text": remark.text,
        "start": remark.start,
        "end": remark.end,
        "note": remark.note,
    }


def document_from_dict(data: Json) -> CardDocument:
    """Read the JSON form back; findings in it are left to whoever checks anew.

    Raises:
        NotACardDocument: the schema is another, or a key has a value of the wrong kind.
    """
    if data.get("schema") != SCHEMA:
        raise NotACardDocument(f"schema: {data.get('schema')!r}")
    try:
        return _document(data)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise NotACardDocument(f"{type(error).__name__}: {error}") from error


def _document(data: Json) -> CardDocument:
    return CardDocument(
        cards=tuple(card_from_dict(card) for card in data.get("cards", ())),
        source=_source(data.get("source")),
        title=_string(data, "title"),
        division=_string(data, "division"),
        note=_string(data, "note"),
        municipality=_string(data, "municipality"),
        language=data.get("language") or "fi",
        date=_date(data.get("date")),
        author=_string(data, "author"),
        furniture=_placed(data.get("furniture")),
        links=tuple(Link(x["url"], x.get("card"), _places(x.get("source"))) for x in data.get("links", ())),
        unread=_placed(data.get("unread")),
        coverage=_coverage(data.get("coverage")),
        hidden=tuple(HiddenContent(**piece) for piece in data.get("hidden", ())),
        image_pages=tuple(data.get("image_pages", ())),
        totals=_totals(data.get("totals") or {}),
    )


def card_from_dict(data: Json) -> Card:
    """Read a card back.

    Raises:
        KeyError, TypeError, ValueError: a value has the wrong kind.
    """
    progress = data.get("progress_percent")
    return Card(
        rows=tuple(_row(row) for row in data.get("fields", ())),
        name=_string(data, "name"),
        description=_string(data, "description"),
        unit=_strings(data, "unit"),
        responsible_persons=_strings(data, "responsible_persons"),
        period=_period(data.get("period")),
        phases=tuple(Phase(phase) for phase in (data.get("phase") or "").split("+") if phase),
        funder=_string(data, "funder"),
        funder_decision=_funder_decision(data.get("funder_decision")),
        municipal_decision=_municipal_decision(data.get("municipal_decision")),
        budget_years=tuple(int(year) for year in data.get("budget_years") or ()),
        gross_income=_money(data.get("gross_income")),
        gross_expenditure=_money(data.get("gross_expenditure")),
        municipal_share=_money(data.get("municipal_share")),
        case_number=_number(data.get("case_number")),
        case_url=_string(data, "case_url"),
        other_information=_string(data, "other_information"),
        status=_string(data, "status"),
        progress_tenths=None if progress is None else round(progress * 10),
        actuals_checked=_string(data, "actuals_checked"),
        further=_further(data.get("also") or {}),
    )


def cents_of(text: str) -> int:
    """Read the exchange form's string of euros.

    Raises:
        ValueError: the text is no amount with two decimals.

    >>> cents_of("-305360.05")
    -30536005
    """
    euros, _, rest = text.partition(".")
    if len(rest) != 2 or not rest.isdigit():
        raise ValueError(f"not an amount with two decimals: {text}")
    cents = int(euros.lstrip("-")) * 100 + int(rest)
    return -cents if text.startswith("-") else cents


def _totals(data: Json) -> PrintedTotals:
    income, expenditure, share = (
        None if data.get(key) is None else cents_of(data[key]) for key in MONEY_KEYS
    )
    return PrintedTotals(income, expenditure, share, data.get("projects"), _places(data.get("source")))


def _string(data: Json, key: str) -> str | None:
    """Give a text, None where there is none.

    Raises:
        TypeError: the value is something else.
    """
    value = data.get(key)
    if value is not None and not isinstance(value, str):
        raise TypeError(f"{key} is no text")
    return value


def _required(data: Json, key: str) -> str:
    """Give a text that must be there.

    Raises:
        KeyError: the key is absent.
        TypeError: the value is no text.
    """
    if not isinstance(data[key], str):
        raise TypeError(f"{key} is no text")
    return str(data[key])


def _strings(data: Json, key: str) -> tuple[str, ...]:
    """Give a list of texts, none where the key is null or absent.

    Raises:
        TypeError: the value is no list, or holds something else than texts.
    """
    value = data.get(key) or []
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise TypeError(f"{key} is no list of texts")
    return tuple(value)


def _source(data: Json | None) -> Source | None:
    return Source(data["name"], data["sha256"], data["format"], data.get("pages")) if data else None


def _placed(pieces: list[Json] | None) -> tuple[PlacedText, ...]:
    return tuple(PlacedText(piece["text"], _places(piece.get("source"))) for piece in pieces or ())


def _places(places: list[Json] | None) -> tuple[Place, ...]:
    return tuple(Place(p.get("page"), p.get("line"), p["start"], p["end"]) for p in places or ())


def _coverage(data: Json | None) -> Coverage | None:
    return Coverage(data["characters"], data["placed"]) if data else None


def _date(text: str | None) -> PartialDate | None:
    return PartialDate.from_iso(text) if text else None


def _period(data: Json | None) -> Period | None:
    return Period(_date(data.get("start")), _date(data.get("end"))) if data else None


def _funder_decision(data: Json | None) -> FunderDecision | None:
    if data is None:
        return None
    written = data.get("funder_written") or data.get("funder")
    return FunderDecision(written, _date(data.get("date")), _number(data.get("case_number")))


def _municipal_decision(data: Json | None) -> MunicipalDecision | None:
    if data is None:
        return None
    section = data.get("section")
    by_office_holder = bool(data.get("by_office_holder"))
    return MunicipalDecision(data.get("body"), section, _date(data.get("date")), by_office_holder)


def _money(data: Json | None) -> Money | None:
    if data is None:
        return None
    parts = tuple(NamedPart(part["name"], cents_of(part["amount"])) for part in data.get("parts", ()))
    return Money(cents_of(data["total"]), parts)


def _number(text: str | None) -> CaseNumber | None:
    """Read a number that is known to be one: an unknown form is kept as a bare one."""
    if not text:
        return None
    for found in find_numbers(text, bare=True):
        if (found.start, found.end) == (0, len(text)):
            return found.number
    return CaseNumber(NumberKind.BARE, text, text, None, None)


def _further(data: Json) -> Further:
    funder_decisions = (_funder_decision(decision) for decision in data.get("funder_decision", ()))
    municipal_decisions = (_municipal_decision(decision) for decision in data.get("municipal_decision", ()))
    return Further(
        periods=tuple(period for x in data.get("period", ()) if (period := _period(x))),
        funder_decisions=tuple(decision for decision in funder_decisions if decision),
        municipal_decisions=tuple(decision for decision in municipal_decisions if decision),
        case_numbers=tuple(number for x in data.get("case_number", ()) if (number := _number(x))),
    )


def _row(data: Json) -> Row:
    return Row(
        key=_required(data, "key"),
        label=_string(data, "label"),
        text=_required(data, "text"),
        places=_places(data.get("source")),
        label_places=_places(data.get("label_source")),
        remarks=tuple(_remark(remark) for remark in data.get("remarks", ())),
        breaks=tuple(data.get("breaks", ())),
    )


def _remark(data: Json) -> Remark:
    return Remark(RemarkCode(data["code"]), data["text"], data["start"], data["end"], data.get("note"))
