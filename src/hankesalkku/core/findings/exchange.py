"""Findings in their JSON form. Source: CONTRACTS.md 2.

Facts keep their type: a text or a whole number stands as itself, several as a list, anything else as an object of
one key that names what it is, such as `{"date": "2022-04-12"}` or `{"amount": "4200.00"}`.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from hankesalkku.core.card.exchange import Json, amount_text, places_to_list
from hankesalkku.core.card.exchange_reading import cents_of, places_from_list
from hankesalkku.core.findings.finding import (
    AnyOf,
    CardNumbers,
    ExactPercent,
    Finding,
    Label,
    Param,
    Percent,
    Severity,
    Word,
)
from hankesalkku.core.findings.render import render
from hankesalkku.core.language.wording import Wording
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.core.values.money import Amount
from hankesalkku.core.values.period import Period
from hankesalkku.core.values.phase import Phase


class NotAFinding(ValueError):
    """JSON that is no finding; the message names what is wrong."""


def finding_to_dict(finding: Finding, wording: Wording) -> Json:
    """Give the JSON form, its texts in the language of `wording`; `cards` only where several are meant."""
    words = render(finding, wording)
    several = {"cards": list(finding.cards)} if len(finding.cards) > 1 else {}
    optional: Json = {
        "suggestions": list(finding.suggestions),
        "threshold": None if finding.threshold is None else param_to_json(finding.threshold),
        "variant": finding.variant,
    }
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "card": finding.card,
        **several,
        "field": finding.field,
        "evidence": finding.evidence,
        "title": words.title,
        "message": words.message,
        "why": words.why,
        "fix": words.fix,
        "source": places_to_list(finding.places),
        "params": {name: param_to_json(value) for name, value in finding.params},
        **{key: value for key, value in optional.items() if value not in (None, [])},
    }


def finding_from_dict(data: Json) -> Finding:
    """Read a finding back; its texts are made anew from its facts.

    Raises:
        NotAFinding: a key is missing or has a value of the wrong kind.
    """
    try:
        return _finding(data)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise NotAFinding(f"{type(error).__name__}: {error}") from error


def param_to_json(value: Param) -> Any:  # noqa: ANN401 - JSON: text, number, list or object
    """Give a fact in its JSON form.

    >>> param_to_json(Amount(420000)), param_to_json((1, "OKM")), param_to_json(PartialDate(2022, 4))
    ({'amount': '4200.00'}, [1, 'OKM'], {'date': '2022-04'})
    """
    match value:
        case Phase():
            return {"phase": value.value}
        case str() | int():
            return value
        case tuple():
            return [param_to_json(each) for each in value]
        case AnyOf():
            return {"any_of": [param_to_json(each) for each in value.options]}
        case CardNumbers():
            return {"cards": list(value.indices)}
        case Period():
            return {"period": {"start": _iso(value.start), "end": _iso(value.end)}}
    return _single_to_json(value)


def param_from_json(data: Any) -> Param:  # noqa: ANN401 - JSON: text, number, list or object
    """Read a fact back.

    Raises:
        KeyError: an object names no kind of fact that is known.
        TypeError, ValueError: its value has another form.
    """
    if isinstance(data, (str, int)):
        return data
    if isinstance(data, list):
        return tuple(param_from_json(each) for each in data)
    ((kind, value),) = data.items()
    return _param(kind, value)


def _single_to_json(value: date | PartialDate | Amount | Percent | ExactPercent | Label | Word) -> Json:
    match value:
        case date():
            return {"day": value.isoformat()}
        case PartialDate():
            return {"date": value.iso}
        case Amount():
            return {"amount": amount_text(value.cents)}
        case Percent():
            return {"percent": amount_text(value.hundredths)}
        case ExactPercent():
            return {"percent_ten_thousandths": value.ten_thousandths}
        case Label():
            return {"label": value.key}
        case Word():
            return {"word": value.key}


def _param(kind: str, value: Any) -> Param:  # noqa: ANN401, PLR0911 - JSON; one line per kind of fact
    match kind:
        case "any_of":
            return AnyOf(tuple(param_from_json(each) for each in value))
        case "cards":
            return CardNumbers(tuple(value))
        case "period":
            return Period(_date(value["start"]), _date(value["end"]))
        case "day":
            return date.fromisoformat(value)
        case "date":
            return PartialDate.from_iso(value)
        case "amount":
            return Amount(cents_of(value))
        case "percent":
            return Percent(cents_of(value))
        case "percent_ten_thousandths":
            return ExactPercent(value)
        case "phase":
            return Phase(value)
        case "label":
            return Label(value)
        case "word":
            return Word(value)
    raise KeyError(kind)


def _finding(data: Json) -> Finding:
    cards = data.get("cards") or ([] if data["card"] is None else [data["card"]])
    threshold = data.get("threshold")
    return Finding(
        rule=data["rule"],
        severity=Severity(data["severity"]),
        cards=tuple(cards),
        field=data["field"],
        evidence=data["evidence"],
        params=tuple((name, param_from_json(value)) for name, value in data.get("params", {}).items()),
        places=places_from_list(data["source"]),
        suggestions=tuple(data.get("suggestions", ())),
        threshold=None if threshold is None else param_from_json(threshold),
        variant=data.get("variant"),
    )


def _iso(day: PartialDate | None) -> str | None:
    return day.iso if day else None


def _date(text: str | None) -> PartialDate | None:
    return PartialDate.from_iso(text) if text else None
