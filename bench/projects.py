"""Invented projects of the city of Mallila, as many as asked: each the fourteen texts of a card, and its address.

Project number n is the same in every run and whatever the count, so that a document of 100 is the beginning of one
of 1,000. People, units and numbers are made up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from random import Random

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.language.formats import format_cents

Texts = dict[FieldKey, str]

_THEMES = (
    "Lukutaitoa kaikille|Kotoutumisen alkuvaiheen ohjaus|Etsivä nuorisotyö|Hyvinvoiva henkilöstö|"
    "Kaksivuotinen esiopetus|Oppimisen tuki ja tasa-arvo|Rannan luontopolku|Digitaalinen kaksonen|"
    "Ikäihmisten kotikuntoutus|Liikkuva koulu|Harrastamisen malli|Varhaiskasvatuksen laatu|"
    "Hulevesien luonnonmukainen hallinta|Opinto-ohjauksen lisäresurssi|Yritysneuvonnan uudistaminen|"
    "Kulttuuria kylille"
).split("|")
_PLACES = (
    "Keskusta|Rantakylä|Itäharju|Myllymäki|Satama-alue|Pohjoispää|Kirkonseutu|Asemanseutu|Lehtola|Vanhakaupunki"
).split("|")
_UNITS = (
    "Hyvinvointi / Esi- ja perusopetus|Hyvinvointi / Varhaiskasvatus|Sivistys / Kirjastopalvelut|"
    "Sivistys / Nuorisopalvelut|Elinvoima / Kaupunkisuunnittelu|Elinvoima / Tekniset palvelut|"
    "Konsernipalvelut / Henkilöstöpalvelut|Sivistys / Liikuntapalvelut"
).split("|")
_GIVEN = "Aino Veikko Sirkka Kerttu Onni Tyyne Helka Oiva Kaisa Tuomas".split()
_FAMILY = "Esimerkki Mallikas Keksitty Kuvitteellinen Oletettu Tekaistu Näyte Otos Kuviteltu Tapaus".split()
_BOARDS = "Hyvinvointilautakunta Sivistyslautakunta Kaupunginhallitus Elinvoimalautakunta".split()
_PHASES = ("", " / toteutusvaihe", " / suunnitteluvaihe", " / suunnittelu- ja toteutusvaihe")
_SENTENCES = (
    "Hankkeessa palkataan kaksi resurssityöntekijää kouluille ja järjestetään yhteisiä suunnittelupäiviä.",
    "Toimenpiteet kohdennetaan alueille, joilla niiden vaikuttavuus arvioidaan suurimmaksi.",
    "Kyselyyn vastasi 412 perhettä, ja vastausten perusteella toimintaa on muutettu syksyn aikana.",
    "Kansainvälisen toiminnan koordinaattori aloitti tehtävässään suunnitelman mukaisesti.",
    "Siirtymävaiheiden tuki varmistetaan palavereilla ja yhteisellä tiedonsiirtolomakkeella.",
    "Kilpailutus on käynnissä ja sopimus allekirjoitetaan kevään aikana.",
    "Ohjauspiste palvelee kirjastossa kahtena päivänä viikossa viidellä kielellä.",
    "Kosteikon rakentaminen alkaa maaliskuussa, valaistuksen energiankulutus pienenee merkittävästi.",
    "Työpajoihin osallistui eri-ikäisiä asukkaita, tapahtumiin myös naapurikunnista.",
    "Toteuma raportoidaan tilinpäätöksen yhteydessä.",
)


@dataclass(frozen=True, slots=True)
class Project:
    """One invented project: its rows in the order of the card, and the address of its case, if it has one."""

    number: int
    texts: Texts
    case_number: str
    url: str | None


def invent(count: int) -> Iterator[Project]:
    """Give projects 1 to `count`."""
    return (_project(number) for number in range(1, count + 1))


def _project(number: int) -> Project:
    """Make a project; one in twenty has no case number, a quarter have a long narrative of several paragraphs."""
    chance = Random(number)
    start = chance.randint(2019, 2023)
    end = start + chance.randint(0, 3)
    has_case = number % 20 != 0
    case = f"{100 + number}/{chance.randint(1, 14):02d}.{chance.randint(0, 9):02d}.01/{start}"
    texts: Texts = {
        FieldKey.NAME: f"{chance.choice(_THEMES)} {number} – {chance.choice(_PLACES)}",
        FieldKey.DESCRIPTION: _narrative(chance, chance.randint(1, 3)),
        FieldKey.UNIT: chance.choice(_UNITS),
        FieldKey.RESPONSIBLE_PERSONS: _people(chance),
        FieldKey.PERIOD: f"1.{chance.randint(2, 6)}.{start}–31.12.{end}{chance.choice(_PHASES)}",
        FieldKey.FUNDER_DECISION: f"OKM {chance.randint(2, 28)}.1.{start} OKM/{number}/520/{start}",
        FieldKey.MUNICIPAL_DECISION: _decision(chance, start - 1),
        FieldKey.BUDGET_YEARS: f"{start}–{end}" if end > start else f"{start}",
        **_sums(chance),
        FieldKey.OTHER_INFORMATION: f"Dynasty: {case}" if has_case else "",
        FieldKey.STATUS: _status(chance),
        FieldKey.ACTUALS_CHECKED: f"Kyllä, {_name(chance)} {chance.randint(2, 28)}.1.{end + 1}"
        if number % 3
        else "",
    }
    url = f"https://asiat.mallila.example/dynasty/#/case/{3700 + number}" if has_case else None
    return Project(number, texts, case, url)


def _narrative(chance: Random, sentences: int) -> str:
    """Give sentences, a new paragraph after each fifth."""
    said = [chance.choice(_SENTENCES) for _ in range(sentences)]
    groups = [" ".join(said[first : first + 5]) for first in range(0, len(said), 5)]
    return "\n".join(groups)


def _status(chance: Random) -> str:
    """Give where a project stands: nothing for one in ten, else a narrative, and how much of the money is spent."""
    if chance.random() < 0.1:
        return ""
    return f"{_narrative(chance, chance.choice((1, 1, 2, 2, 4, 4, 8, 14)))} Menot {chance.randint(3, 99)} %."


def _name(chance: Random) -> str:
    return f"{chance.choice(_GIVEN)} {chance.choice(_FAMILY)}"


def _people(chance: Random) -> str:
    return " / ".join(dict.fromkeys(_name(chance) for _ in range(chance.choice((1, 1, 1, 2, 3)))))


def _decision(chance: Random, year: int) -> str:
    """Give a decision of a board: each meets on the third Wednesday of a month, its sections run through the year."""
    board, month = chance.choice(_BOARDS), chance.choice((1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12))
    third_wednesday = 15 + (2 - date(year, month, 15).weekday()) % 7
    return f"{board} {third_wednesday}.{month}.{year} § {30 * month + chance.randint(1, 29)}"


def _sums(chance: Random) -> Texts:
    """Give the three sums, a fifth of them with named parts."""
    expenditure = chance.randint(20, 900) * 1_000
    share = expenditure * chance.choice((0, 10, 20, 20, 20, 30)) // 100
    has_parts = chance.random() < 0.2
    amounts = {
        FieldKey.GROSS_INCOME: expenditure - share,
        FieldKey.GROSS_EXPENDITURE: expenditure,
        FieldKey.MUNICIPAL_SHARE: share,
    }
    return {key: _with_parts(amount) if has_parts else _euros(amount) for key, amount in amounts.items()}


def _with_parts(amount: int) -> str:
    part = amount // 4
    return f"{_euros(amount)} (esiopetus: {_euros(part)}, perusopetus: {_euros(amount - part)})"


def _euros(amount: int) -> str:
    return format_cents(amount * 100)
