"""What was read, written and read again says the same, in every form and language (CONTRACTS.md 2)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hankesalkku.core.card.document import CardDocument
from hankesalkku.core.card.fields import FIELDS, FieldKey
from hankesalkku.ingest.cards import File, read_cards
from tests.support.round_trip import WRITERS, gone_round, heading_of, values_of

LANGUAGES = ("fi", "sv", "en")
EXAMPLES = max(8, settings().max_examples // 8)
"""Fewer than the profile's: each starts a child process."""
_LATIN_ONLY = re.compile("[^\t-~\xa0-ſ–−€]|\xad")
"""What the page of our PDF cannot show: it prints a square there, and the attached cards hold the character."""
EXAMPLE = Path(__file__).parents[2] / "examples" / "mallila" / "report.docx"
BARE = "bare.pdf"
"""Its pages alone are read: the line of the day follows the note there without a gap, and is read as its end."""
SIGNATURE = "Muoto: hankesalkku.text/1 (fi)"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", WRITERS)
def test_the_real_report_survives(sample: Path, form: str, language: str) -> None:
    path = sample / "report.docx"
    document = read_cards(File(path.name, path.read_bytes()))
    again = gone_round(document, form, language)
    assert [values_of(card) for card in again.cards] == [values_of(card) for card in document.cards]
    assert heading_of(again) == heading_of(document)
    assert again.unread == ()
    assert again.coverage is not None
    assert form == "json" or again.coverage.characters == again.coverage.placed


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", WRITERS)
def test_the_example_report_survives_with_its_date(form: str, language: str) -> None:
    document = read_cards(File(EXAMPLE.name, EXAMPLE.read_bytes()))
    again = gone_round(document, form, language)
    assert [values_of(card) for card in again.cards] == [values_of(card) for card in document.cards]
    assert again.unread == ()
    assert form == BARE or heading_of(again) == heading_of(document)
    assert form == BARE or again.date == document.date


SUMS = st.sampled_from(
    [
        "305 360 €",
        "4.200 €",
        "31 778,40 €",
        "0 €",
        "346181€",
        "1,7 milj. euroa",
        "n. 5,2 miljoonaa euroa",
        "enintään 20 000 €",
        "305 360 € (esiopetus: 64 000 €, perusopetus: 241 360 €)",
        "20 000 € (josta lukio: 5 000 €)",
        "−5 000 €",
        "4.20",
        "ei",
        "–",
        "",
    ]
)
PERIODS = st.sampled_from(
    [
        "2022–31.12.2023",
        "1.1.–31.7.2023 / suunnittelu- ja toteutusvaihe",
        "1.1.2023–31.712.2023 / toteutusvaihe",
        "2022",
        "5/2022–12/2023",
        "31.12.2022 saakka",
        "1.1.2022–31.12.2022 ja 1.6.2023–31.12.2023",
        "toteutusvaihe",
        "syksyllä",
        "1.1.2023–31.12.2024 / odottaa päätöstä",
        "päättynyt",
    ]
)
FUNDERS = st.sampled_from(
    [
        "OKM 12.4.2022 OKM/74/520/2022",
        "OKM/1117/520/2021",
        "Opetushallitus 27.4.2022 66/5297/2021",
        "OPH /109/3615/2022",
        "Etelä-Suomen aluehallintovirasto 18.2.2022 41152/2021",
        "Mallilan säästöpankkisäätiö 2022",
        "Ruokavirasto 1.2.2022; Opetushallitus 3.3.2022 OPH/5/100/2022",
        "va-tem-2026-16",
        "",
    ]
)
DECISIONS = st.sampled_from(
    [
        "Sivistyslautakunta § 47 / 19.5.2021",
        "Kh 18.12.2022 § 129",
        "Hyvinvointilautakunta",
        "Viranhaltijapäätös § 12 / 3.3.2022",
        "Hallintosääntö luku 5 § 23",
        "Kh 1.2.2022 § 3; Kv 15.2.2022 § 9",
        "",
    ]
)
YEARS = st.sampled_from(
    ["2022–2023", "2022-2023", "2022", "2021, 2023", "vuodet 2022 ja 2024", "ei budjetoitu"]
)
PEOPLE = st.sampled_from(
    ["Aino Esimerkki", "Aino Esimerkki / Onni Malli", "rehtori Aino Esimerkki", "rehtori", ""]
)
UNITS = st.sampled_from(
    ["Sivistys / Kirjasto", "Sivistys/ Kirjasto", "Sivistys / Kirjasto, hankevastaava", "Kirjasto"]
)
WORDS = st.text(
    alphabet=st.characters(
        codec="utf-8", categories=("L", "N", "P", "Sc", "Zs"), exclude_characters="|<>\u2028"
    ),
    min_size=1,
    max_size=60,
).map(lambda text: " ".join(text.split()))
TEXTS = st.one_of(
    st.sampled_from(
        [
            "Vastuuhenkilö: ks. edellä.",
            "Hankkeen nimi muuttuu - esi- ja perusopetus.",
            "=SUM(A1:A9)",
            "Toteuma 45 %.",
            "Menot 120 345 € (31,5 % bruttomenoista).",
            "Dynasty: 90/02.05.01.03/2023",
            "Bruttotulot",
            "Yhteensä",
            "3",
            "",
        ]
    ),
    WORDS,
)
ROWS = st.fixed_dictionaries(
    {
        FieldKey.NAME: WORDS.filter(bool),
        FieldKey.DESCRIPTION: TEXTS,
        FieldKey.UNIT: UNITS,
        FieldKey.RESPONSIBLE_PERSONS: PEOPLE,
        FieldKey.PERIOD: PERIODS,
        FieldKey.FUNDER_DECISION: FUNDERS,
        FieldKey.MUNICIPAL_DECISION: DECISIONS,
        FieldKey.BUDGET_YEARS: YEARS,
        FieldKey.GROSS_INCOME: SUMS,
        FieldKey.GROSS_EXPENDITURE: SUMS,
        FieldKey.MUNICIPAL_SHARE: SUMS,
        FieldKey.OTHER_INFORMATION: TEXTS,
        FieldKey.STATUS: TEXTS,
        FieldKey.ACTUALS_CHECKED: TEXTS,
    }
)


def document_of(cards: list[dict[FieldKey, str]]) -> CardDocument:
    """Read cards of raw row texts, written in our own text form."""
    lines = ["Mallilan hankkeet", "", SIGNATURE, ""]
    for number, rows in enumerate(cards, 1):
        lines += ["-" * 78, f"{number}. hanke", ""]
        for field in FIELDS:
            lines += [f"{field.label('fi')}:", *([f"    {rows[field.key]}"] if rows[field.key] else [])]
    return read_cards(File("cards.txt", "\n".join(lines).encode()))


@pytest.mark.parametrize("form", WRITERS)
@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ROWS, min_size=1, max_size=2), st.sampled_from(LANGUAGES))
def test_any_cards_survive(form: str, cards: list[dict[FieldKey, str]], language: str) -> None:
    if form == "bare.pdf":
        cards = [{key: _LATIN_ONLY.sub("x", text) for key, text in rows.items()} for rows in cards]
    document = document_of(cards)
    again = gone_round(document, form, language)
    assert [values_of(card) for card in again.cards] == [values_of(card) for card in document.cards]
