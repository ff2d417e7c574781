"""A whole report of the invented city of Mallila: twelve cards, short and long, built as the product builds reports.

For tests of writers, and of what reads their files. What the report says by card is in `CARDS`; a test that is about
another text puts it in by `changes` or takes `report_saying`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import accumulate

from hankesalkku.core.card.card import Card
from hankesalkku.core.card.document import CardDocument
from hankesalkku.core.card.fields import FIELDS, FieldKey
from hankesalkku.core.findings.context import Context
from hankesalkku.core.findings.run import run
from hankesalkku.core.report.build import Choices, build_report
from hankesalkku.core.report.model import Report, ReportCard, Run
from hankesalkku.core.values.dates import PartialDate
from tests.support.cards import card, document

PRINTED_ON = date(2023, 1, 20)
CASE_URL = "https://asiat.mallila.example/dynasty/#/case/{}"
ANNEXED = frozenset({"city-decision-incomplete", "date-invalid", "own-share-zero", "responsible-missing"})
"""The rules whose findings are annexed: an annex of a few lines, whatever rules there are."""

PENDING = "Tiedot päivittyvät v. 2022 tilinpäätökseen."
NARRATIVE = (
    "Hankkeen ensimmäinen vuosi on toteutunut suunnitelman mukaisesti. Resurssiopettajat aloittivat elokuussa kolmessa "
    "koulussa, ja syksyn aikana pidettiin kahdeksan yhteistä suunnittelupäivää. Huoltajien kyselyyn vastasi 412 "
    "perhettä.\n"
    "Kevään painopiste on siirtymävaiheissa: esiopetuksesta kouluun siirtyvien lasten tuen jatkuvuus varmistetaan "
    "yhteisillä palavereilla ja tiedonsiirtolomakkeella. Kansainvälisen toiminnan koordinaattori vaihtui 1.1.2023.\n"
    "Toteuma 31.12.2022: menot 120 345 € (31,5 % bruttomenoista), kirjatut tulot 96 276 € (31,5 % bruttotuloista)."
)
LONG = (
    "Hankkeessa rakennetaan kaupungin kouluihin ja päiväkoteihin yhteinen toimintamalli, jossa lapsen tuen tarve "
    "tunnistetaan varhain ja tuki järjestetään siinä ryhmässä, jossa lapsi on. Malli kuvataan, sitä kokeillaan "
    "neljässä yksikössä ja se otetaan käyttöön kaikissa yksiköissä seuraavan lukuvuoden alusta. Henkilöstö saa "
    "kolmipäiväisen koulutuksen, ja jokaisessa yksikössä on vuoden ajan nimetty vertaisohjaaja. "
)

CARDS: tuple[tuple[str, ...], ...] = (
    (
        "Oppimisen tuen, inkluusion, tasa-arvon ja yhdenvertaisuuden kehittäminen 2022–2023",
        "Esi- ja perusopetuksen tasa-arvoa edistäviin toimenpiteisiin ja laadun kehittäminen",
        "Hyvinvointi / Esi- ja perusopetus",
        "Aino Esimerkki / Veikko Mallikas / Sirkka Keksitty",
        "2022–31.12.2023",
        "Opetus- ja kulttuuriministeriö 12.4.2022 OKM/74/520/2022",
        "Hyvinvointilautakunta",
        "2022–2023",
        "305 360 € (esiopetus: 64 000 €, perusopetus: 241 360 €)",
        "381 700 € (esiopetus: 80 000 €, perusopetus: 301 700 €)",
        "76 340 € (esiopetus: 16 000 €, perusopetus: 60 340 €)",
        "Dynasty: 90/02.05.01.03/2023",
        NARRATIVE,
        "Kyllä, Aino Esimerkki 15.1.2023",
    ),
    (
        "Kaksivuotisen esiopetuksen kokeilu",
        "Käytetään kokeilusta aiheutuviin kustannuksiin.",
        "Hyvinvointi / Varhaiskasvatus",
        "Kerttu Kuvitteellinen",
        "17.11.2021–31.5.2024 / suunnittelu- ja toteutusvaihe",
        "OKM/1117/520/2021",
        "Hyvinvointilautakunta 19.5.2021 §\u00a047",
        "2021–2024",
        "20 000 €",
        "20 000 €",
        "0 €",
        "Dynasty: 93/12.07.00.00/2023",
        PENDING,
        PENDING,
    ),
    (
        "Digiloikka",
        "",
        "Sivistys / Kirjasto",
        "",
        "2023–31.712.2023",
        "",
        "",
        "2023",
        "selviää syksyllä",
        "12 500,50 €",
        "",
        "",
        "",
        "",
    ),
    (
        "Rantapromenadin valaistuksen ja esteettömyyden parantaminen sekä hulevesien luonnonmukainen hallinta "
        "keskustan ja satama-alueen välillä",
        "Hankkeessa uusitaan 2,4 kilometrin valaistus ledeiksi, rakennetaan kolme levähdyspaikkaa ja kosteikko. "
        "Valaistuksen energiankulutus pienenee arviolta kuuteenkymmeneen prosenttiin nykyisestä.",
        "Elinvoima / Kaupunkitekniikka",
        "Onni Oletettu / Tyyne Tekaistu",
        "1.3.2022–30.11.2025 / toteutusvaihe",
        "Etelä-Savon elinkeino-, liikenne- ja ympäristökeskus 3.2.2022 EURA 2021/301245/09 02 01 01/2022/ESAELY",
        "Kaupunginhallitus 14.3.2022 §\u00a0112; Tekninen lautakunta 5.4.2022 §\u00a031",
        "2022–2025",
        "1 480 000 € (EAKR: 1 200 000 €, valtio: 280 000 €)",
        "2 114 300 €",
        "634 300 €",
        "Dynasty: 411/10.03.01/2022",
        "Valaistusurakka on kilpailutettu. Kosteikon rakentaminen alkaa maaliskuussa 2023. " * 3,
        "Kyllä, Onni Oletettu 20.1.2023",
    ),
    (
        "Digitaalinen kaksonen – Mallilan keskustan energiamalli",
        LONG,
        "Elinvoima / Kaupunkisuunnittelu",
        "Kaisa Kuviteltu",
        "1.3.2023–28.2.2026",
        "Uudenmaan liitto 2.2.2023 EURA 2021/400123/09 02 01 01/2022/UML",
        "Kaupunginhallitus 13.2.2023 § 61",
        "2023–2026",
        "812 400 €",
        "1 160 571 €",
        "348 171 €",
        "Dynasty: 1502/08.00.00/2022",
        "Hankehenkilöstö on rekrytoitu ja kilpailutus käynnissä. " + LONG,
        "",
    ),
    (
        "Opinto-ohjauksen lisäresurssi",
        "Yksi opinto-ohjaaja lisää kolmeen kouluun",
        "Hyvinvointi / Esi- ja perusopetus",
        "Aino Esimerkki",
        "1.8.2022–31.12.2023",
        "OPH 9.6.2022 OPH-2345-2022",
        "Hyvinvointilautakunta 25.8.2022 § 70",
        "2022–2023",
        "54 000 €",
        "60 000 €",
        "6 000 €",
        "Dynasty: 1640/12.00.01/2022",
        "Ohjaaja valittu. Menot 20 115,40 € (34 %).",
        "Kyllä, Aino Esimerkki 15.1.2023",
    ),
    (
        "Ikäihmisten kotikuntoutus ja etsivä vanhustyö maaseutualueilla",
        LONG + LONG + "Kotikuntoutuksen tiimi tapaa asukkaan viisi kertaa kolmen kuukauden aikana. " + LONG,
        "Hyvinvointi / Ikäihmisten palvelut / Kotona asumisen tuki",
        "Oiva Otos / Kaisa Kuviteltu / Tuomas Tapaus",
        "1.9.2022–31.8.2024",
        "STM 17.8.2022 VN/12345/2022",
        "Hyvinvointilautakunta 8.9.2022 § 84",
        "2022–2024",
        "940 000 €",
        "1 175 000 €",
        "235 000 €",
        "Dynasty: 1703/05.10.00/2022",
        LONG * 5 + "Menot 310 200 € (26 %), tulot 248 000 € (26 %), kulunut aika 29 %. " + LONG * 2,
        "Kyllä, Aino Esimerkki 15.1.2023",
    ),
    (
        "Liikkuva koulu",
        "Välituntiliikunta",
        "Sivistys / Liikuntapalvelut",
        "Veikko Malli",
        "2023",
        "AVI 3.3.2023 ESAVI/4410/2023",
        "Liikuntajohtaja 6.3.2023 § 12",
        "2023",
        "9 000 €",
        "12 000 €",
        "3 000 €",
        "",
        "Alkaa syksyllä.",
        "",
    ),
    (
        "Rannan luontopolku esteettömäksi",
        "Pitkospuut uusitaan, opasteet saavutettaviksi",
        "Elinvoima / Tekniset palvelut",
        "Kaisa Kuviteltu",
        "1.5.2023–30.9.2023",
        "ELY 11.4.2023 VARELY/2210/2023",
        "Tekninen lautakunta 18.4.2023 § 33",
        "2023",
        "38 250 €",
        "51 000 €",
        "12 750 €",
        "Dynasty: 1911/10.03.02/2023",
        "Sopimus urakasta allekirjoitettu.",
        "Kyllä, Aino Esimerkki 15.1.2023",
    ),
    (
        "Kotoutumisen alkuvaiheen ohjaus",
        "Ohjauspiste kirjastossa kahtena päivänä viikossa, ohjaus viidellä kielellä",
        "Elinvoima / Työllisyyspalvelut",
        "Oiva Otos",
        "1.1.2023–31.12.2023",
        "TEM 20.12.2022 VN/30111/2022",
        "",
        "2023",
        "120 000 €",
        "120 000 €",
        "0 €",
        "Dynasty: 1477/00.01.05/2022",
        "Menot 31 778,40 € (26 %).",
        "Kyllä, Aino Esimerkki 15.1.2023",
    ),
    (
        "Etsivä nuorisotyö",
        "Kaksi etsivää nuorisotyöntekijää",
        "Sivistys / Nuorisopalvelut",
        "Helka Näyte",
        "1.1.2023–31.12.2023",
        "AVI 28.2.2023 ESAVI/2091/2023",
        "Nuorisojohtaja 1.3.2023 § 4",
        "2023",
        "66 000 €",
        "82 500 €",
        "16 500 €",
        "Dynasty: 1888/12.05.01/2023",
        "Toteutuu suunnitellusti.",
        "",
    ),
    (
        "Hyvinvoiva henkilöstö",
        "Työkykyjohtamisen kehittäminen",
        "Konsernipalvelut / Henkilöstöpalvelut",
        "Aino Esimerkki",
        "2023–2024",
        "Työsuojelurahasto 15.11.2022 220455",
        "Kaupunginhallitus 5.12.2022 § 402",
        "2023–2024",
        "40 000 €",
        "80 000 €",
        "40 000 €",
        "Dynasty: 1622/01.04.00/2022",
        "",
        "Kyllä, Aino Esimerkki 15.1.2023",
    ),
)
"""The texts of the cards' rows, in the order of the fields."""


@cache
def a_report(count: int = 12, language: str = "fi", *, with_annex: bool = True) -> Report:
    """Make the report of `count` cards, the twelve over and over."""
    return _built(tuple(_card(index, {}) for index in range(count)), language, with_annex=with_annex)


def changed_report(changes: Mapping[FieldKey, str], count: int = 1) -> Report:
    """Make the report of `count` cards, in the first of which some rows say something else."""
    first, *others = (_card(index, {} if index else changes) for index in range(count))
    return _built((first, *others), "fi", with_annex=False)


def report_saying(text: str) -> Report:
    """Put a text everywhere a report of two cards has one, in its first card also as words and address of links."""
    report = a_report(2)
    first = report.cards[0]
    paragraphs = ((Run(text), Run(text, f"https://x.example/ä?q={text}"), Run(text, "javascript:alert(1)")),)
    rows = tuple(
        replace(row, label=text, text=text, paragraphs=paragraphs, money=None) for row in first.rows[:3]
    )
    saying = replace(first, heading=text, subheading=text, rows=rows)
    return replace(
        report, title=text, organisation=text, division=text, note=text, cards=(saying, report.cards[1])
    )


def growing_cards() -> tuple[ReportCard, ...]:
    """Give cards from a little under a page to a little over three, of many short paragraphs and of long words."""
    first = a_report().cards[1]
    description = first.rows[1]
    short = tuple(
        replace(description, paragraphs=((Run("Rivi."),),) * lines) for lines in (*range(18, 36), 60, 150)
    )
    wide = tuple(
        replace(description, paragraphs=((Run("W" * letters),),)) for letters in (700, 900, 1_200, 5_000)
    )
    return tuple(replace(first, rows=(first.rows[0], row, *first.rows[2:])) for row in (*short, *wide))


def _card(index: int, changes: Mapping[FieldKey, str]) -> Card:
    """Make a card; a line end in a text begins a new paragraph."""
    keys = (field.key.value for field in FIELDS)
    texts = dict(zip(keys, CARDS[index % len(CARDS)], strict=True)) | dict(changes)
    paragraphs = {key: text.strip().split("\n") for key, text in texts.items()}
    made = card(
        {key: " ".join(pieces) for key, pieces in paragraphs.items()},
        extra={"Hankekoodi": "4711"} if index % len(CARDS) == 3 else None,
        case_url=CASE_URL.format(3700 + index) if texts["other_information"] else None,
    )
    rows = (replace(row, breaks=_breaks(paragraphs.get(row.key, []))) for row in made.rows)
    return replace(made, rows=tuple(rows))


def _breaks(paragraphs: list[str]) -> tuple[int, ...]:
    """Give the offsets at which paragraphs begin after the first, each set apart by one space."""
    return tuple(accumulate(len(paragraph) + 1 for paragraph in paragraphs[:-1]))


def _built(cards: tuple[Card, ...], language: str, *, with_annex: bool) -> Report:
    made: CardDocument = document(
        *cards,
        title="Ulkopuolisella rahoituksella toteutettavat hankkeet 2023",
        municipality="Mallilan kaupunki",
        division="Hyvinvointilautakunnan toimiala",
        note="Taloustilanne päivittyy v. 2022 tilinpäätökseen",
        date=PartialDate(2022, 12, 31),
    )
    found = tuple(finding for finding in run(Context(made)).findings if finding.rule in ANNEXED)
    choices = Choices(language, with_findings=with_annex)
    return build_report(made, found, printed_on=PRINTED_ON, choices=choices)
