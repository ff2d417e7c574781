"""The card document's JSON form goes out and comes back whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankesalkku.core.card.card import Card, Further, Row
from hankesalkku.core.card.document import CardDocument, Coverage, HiddenContent, Link, PlacedText, Source
from hankesalkku.core.card.exchange import amount_text, document_to_dict, places_to_list
from hankesalkku.core.card.exchange_reading import NotACardDocument, cents_of, document_from_dict
from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.values.case_number import find_numbers
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.core.values.decision import FunderDecision, MunicipalDecision
from hankesalkku.core.values.money import Money, NamedPart
from hankesalkku.core.values.period import Period
from hankesalkku.core.values.phase import Phase
from hankesalkku.core.values.place import Place
from hankesalkku.core.values.reading import Remark, RemarkCode

PLACE = Place(1, 12, 310, 402)
BOXED = Place(1, 13, 403, 420, (187.4, 165.5, 459.5, 199.65))
NUMBER = find_numbers("OKM/74/520/2031", bare=True)[0].number
CASE = find_numbers("90/02.05.01.03/2031", bare=False)[0].number
ROW = Row(
    key=FieldKey.GROSS_INCOME,
    label="Bruttotulot",
    text="4.200 € jotain",
    places=(PLACE, BOXED),
    label_places=(PLACE,),
    remarks=(Remark(RemarkCode.THOUSANDS_WITH_DOT, "4.200", 0, 5, "4 200 €"),),
    breaks=(8,),
)
CARD = Card(
    rows=(ROW, Row("extra:Ohjausryhmä", None, "kyllä")),
    name="Kirjasto kuuluu kaikille",
    unit=("Sivistys", "Kirjasto"),
    responsible_persons=("Aino Esimerkki",),
    period=Period(PartialDate(2031), PartialDate(2032, 12, 31)),
    phases=(Phase.PLANNING, Phase.IMPLEMENTATION),
    funder="Opetus- ja kulttuuriministeriö",
    funder_decision=FunderDecision("OKM", PartialDate(2031, 4, 12), NUMBER),
    municipal_decision=MunicipalDecision("Sivistyslautakunta", 47, PartialDate(2031, 5)),
    budget_years=(2031, 2032),
    gross_income=Money(420_000, (NamedPart("kirjasto", 420_000),)),
    case_number=CASE,
    case_url="https://asiat.mallila.example/#/case/7",
    progress_tenths=315,
    further=Further(
        periods=(Period(None, PartialDate(2033)),),
        funder_decisions=(FunderDecision(None, None, NUMBER),),
        municipal_decisions=(MunicipalDecision("rehtori", 3, None, by_office_holder=True),),
        case_numbers=(CASE,),
    ),
)
DOCUMENT = CardDocument(
    cards=(CARD, Card(rows=())),
    source=Source("raportti.pdf", "0" * 64, "pdf", 9),
    title="HANKKEET",
    division="Sivistystoimiala",
    language="sv",
    date=PartialDate(2031, 12, 31),
    author="Mallilan kaupunki",
    furniture=(PlacedText("Sivu 1/9", (PLACE,)),),
    links=(
        Link("https://asiat.mallila.example/#/case/7", 0, (PLACE,)),
        Link("https://mallila.example", None),
    ),
    unread=(PlacedText("?", ()),),
    coverage=Coverage(100, 100),
    hidden=(HiddenContent("comment", 2, "tarkista"),),
    image_pages=(3,),
)


def test_document_comes_back_whole() -> None:
    assert document_from_dict(document_to_dict(DOCUMENT)) == DOCUMENT


def test_place_has_a_box_only_where_its_page_has_one() -> None:
    without, boxed = places_to_list((PLACE, Place(1, 2, 0, 1, (1 / 3, 2, 3, 4))))

    assert "box" not in without
    assert boxed["box"] == [0.33, 2, 3, 4]


@pytest.mark.parametrize(
    "damage",
    [
        {"schema": "other/1"},
        {"cards": [{"fields": [{"text": "no key"}]}]},
        {"cards": [{"gross_income": {"total": "12"}}]},
        {"cards": [{"period": {"start": "2031-13"}}]},
        {"cards": "none"},
        {"coverage": [1]},
        {"unread": [{"text": "?", "source": [{"start": 0, "end": 1, "box": [1, 2, 3]}]}]},
        {"unread": [{"text": "?", "source": [{"start": 0, "end": 1, "box": [1, 2, 3, "4"]}]}]},
    ],
)
def test_what_is_no_card_document_is_refused(damage: dict[str, object]) -> None:
    with pytest.raises(NotACardDocument):
        document_from_dict(document_to_dict(DOCUMENT) | damage)


@given(st.integers(-(10**12), 10**12))
def test_amounts_come_back_to_the_cent(cents: int) -> None:
    assert cents_of(amount_text(cents)) == cents
