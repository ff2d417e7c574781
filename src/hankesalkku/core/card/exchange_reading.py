"""The card document read back from its JSON form, `hankesalkku.cards/1`. Source: CONTRACTS.md 2."""

from __future__ import annotations

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
from hankesalkku.core.card.exchange import SCHEMA, Json
from hankesalkku.core.card.fields import MONEY_KEYS
from hankesalkku.core.values.case_number import CaseNumber, NumberKind, find_numbers
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.core.values.decision import FunderDecision, MunicipalDecision
from hankesalkku.core.values.money import Money, NamedPart
from hankesalkku.core.values.period import Period
from hankesalkku.core.values.phase import Phase
from hankesalkku.core.values.place import Box, Place
from hankesalkku.core.values.reading import Remark, RemarkCode


class NotACardDocument(ValueError):
    """JSON that is no card document; the message names the place."""


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
        links=tuple(
            Link(x["url"], x.get("card"), places_from_list(x.get("source"))) for x in data.get("links", ())
        ),
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
        case_number=number_from_text(data.get("case_number")),
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
    return PrintedTotals(
        income, expenditure, share, data.get("projects"), places_from_list(data.get("source"))
    )


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
    return tuple(PlacedText(piece["text"], places_from_list(piece.get("source"))) for piece in pieces or ())


def places_from_list(places: list[Json] | None) -> tuple[Place, ...]:
    """Read places back from their JSON form."""
    return tuple(
        Place(p.get("page"), p.get("line"), p["start"], p["end"], _box(p.get("box"))) for p in places or ()
    )


def _box(sides: list[float] | None) -> Box | None:
    """Read a box.

    Raises:
        ValueError: there are more or fewer than four sides.
        TypeError: a side is no number.
    """
    if sides is None:
        return None
    if not all(isinstance(side, int | float) for side in sides):
        raise TypeError("box holds something else than numbers")
    left, top, right, bottom = sides
    return (left, top, right, bottom)


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
    return FunderDecision(written, _date(data.get("date")), number_from_text(data.get("case_number")))


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


def number_from_text(text: str | None) -> CaseNumber | None:
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
        case_numbers=tuple(number for x in data.get("case_number", ()) if (number := number_from_text(x))),
    )


def _row(data: Json) -> Row:
    return Row(
        key=_required(data, "key"),
        label=_string(data, "label"),
        text=_required(data, "text"),
        places=places_from_list(data.get("source")),
        label_places=places_from_list(data.get("label_source")),
        remarks=remarks_from_list(data.get("remarks")),
        breaks=tuple(data.get("breaks", ())),
    )


def remarks_from_list(remarks: list[Json] | None) -> tuple[Remark, ...]:
    """Read remarks back from their JSON form."""
    return tuple(_remark(remark) for remark in remarks or ())


def _remark(data: Json) -> Remark:
    return Remark(RemarkCode(data["code"]), data["text"], data["start"], data["end"], data.get("note"))
