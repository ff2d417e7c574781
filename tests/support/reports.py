"""A report made by hand: the invented city of Mallila, invented people, cards short and long."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hankesalkku.core.card.card import Card, Row
from hankesalkku.core.card.document import CardDocument
from hankesalkku.core.card.fields import FIELDS, MONEY_KEYS, FieldKey
from hankesalkku.core.findings.finding import Severity
from hankesalkku.core.language.formats import format_cents, format_number, format_percent
from hankesalkku.core.language.wording import Wording
from hankesalkku.core.report.model import (
    FindingLine,
    MoneyLines,
    Report,
    ReportCard,
    ReportRow,
    Run,
    Summary,
    SummaryRow,
)
from hankesalkku.core.values.money import Money, NamedPart

WORDS = (
    "annex_findings annex_findings_empty annex_findings_lead by_funder by_unit cards column_card column_field "
    "column_finding column_fix column_funder column_place column_row column_severity column_unit column_value contents "
    "continued funder_unknown gross_expenditure gross_income municipal_share no_name page_of printed_on projects "
    "reporting_date share_percent sheet_cards sheet_findings sheet_summary summary total unit_unknown"
).split()

CASE_URL = "https://asiat.mallila.example/dynasty/#/case/{}"
PENDING = "Tiedot päivittyvät v. 2022 tilinpäätökseen."
NARRATIVE = (
    "Hankkeen ensimmäinen vuosi on toteutunut suunnitelman mukaisesti. Resurssiopettajat aloittivat elokuussa kolmessa "
    "koulussa, ja syksyn aikana pidettiin kahdeksan yhteistä suunnittelupäivää. Huoltajien kyselyyn vastasi 412 "
    "perhettä.\n"
    "Kevään painopiste on siirtymävaiheissa: esiopetuksesta kouluun siirtyvien lasten tuen jatkuvuus varmistetaan "
    "yhteisillä palavereilla ja tiedonsiirtolomakkeella. Kansainvälisen toiminnan koordinaattori vaihtui 1.1.2023.\n"
    "Toteuma 31.12.2022: menot 120 345 € (31,5 % bruttomenoista), kirjatut tulot 96 276 € (31,5 % bruttotuloista)."
)

Values = tuple[str, str, str, str, str, str, str, str, Money | str, Money | str, Money | str, str, str, str]


def euros(total: int, **parts: int) -> Money:
    """Make a sum of whole euros with its parts."""
    return Money(total * 100, tuple(NamedPart(name, amount * 100) for name, amount in parts.items()))


SAMPLES: tuple[Values, ...] = (
    (
        "Oppimisen tuen, inkluusion, tasa-arvon ja yhdenvertaisuuden kehittäminen 2022–2023",
        "Esi- ja perusopetuksen tasa-arvoa edistäviin toimenpiteisiin ja laadun kehittäminen",
        "Hyvinvointi / Esi- ja perusopetus",
        "Aino Esimerkki / Veikko Mallikas / Sirkka Keksitty",
        "2022–31.12.2023",
        "Opetus- ja kulttuuriministeriö 12.4.2022 OKM/74/520/2022",
        "Hyvinvointilautakunta",
        "2022–2023",
        euros(305_360, esiopetus=64_000, perusopetus=241_360),
        euros(381_700, esiopetus=80_000, perusopetus=301_700),
        euros(76_340, esiopetus=16_000, perusopetus=60_340),
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
        euros(20_000),
        euros(20_000),
        euros(0),
        "Dynasty: 93/12.07.00.00/2023",
        PENDING,
        PENDING,
    ),
    (
        "Digiloikka",
        "",
        "Sivistys / Kirjasto",
        "",
        "2023",
        "",
        "",
        "2023",
        "noin 12 000 € (arvio)",
        Money(1_250_050),
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
        euros(1_480_000, EAKR=1_200_000, valtio=280_000),
        euros(2_114_300),
        euros(634_300),
        "Dynasty: 411/10.03.01/2022",
        "Valaistusurakka on kilpailutettu. Kosteikon rakentaminen alkaa maaliskuussa 2023. " * 3,
        "Kyllä, Onni Oletettu 20.1.2023",
    ),
)


def a_report(
    count: int = 12,
    language: str = "fi",
    *,
    with_annex: bool = True,
    changes: dict[FieldKey, str] | None = None,
) -> Report:
    """Make a report of `count` cards; `changes` puts other texts into the first card."""
    cards = [_card(index, SAMPLES[index % len(SAMPLES)]) for index in range(count)]
    if changes and cards:
        cards[0] = _changed(cards[0], changes)
    wording = Wording(language)
    total = _sums(cards, wording.say("report.total"))
    summaries = (
        _summary(cards, wording, "by_unit", "column_unit", lambda card: " / ".join(card.unit)),
        _summary(
            cards,
            wording,
            "by_funder",
            "column_funder",
            lambda card: card.funder or wording.say("report.funder_unknown"),
        ),
    )
    return Report(
        language=language,
        title="Ulkopuolisella rahoituksella toteutettavat hankkeet 2023",
        organisation="Mallilan kaupunki",
        division="Hyvinvointilautakunnan toimiala",
        note="Taloustilanne päivittyy v. 2022 tilinpäätökseen",
        date="31.12.2022",
        printed_on=date(2023, 1, 20),
        figures=(
            (wording.say("report.projects"), format_number(count)),
            (wording.say("report.gross_income"), format_cents(total.gross_income_cents, language)),
            (wording.say("report.gross_expenditure"), format_cents(total.gross_expenditure_cents, language)),
            (wording.say("report.municipal_share"), format_cents(total.municipal_share_cents, language)),
            (wording.say("report.share_percent"), _percent(total, language)),
        ),
        summaries=summaries,
        cards=tuple(_report_card(index, card, language) for index, card in enumerate(cards)),
        annex=ANNEX if with_annex else None,
        words={key: wording.say(f"report.{key}") for key in WORDS},
        document=CardDocument(tuple(cards), title="Ulkopuolisella rahoituksella toteutettavat hankkeet 2023"),
    )


def _percent(total: SummaryRow, language: str) -> str:
    return (
        "–"
        if total.share_hundredths is None
        else format_percent(total.share_hundredths, language, decimals=1)
    )


def _card(index: int, values: Values) -> Card:
    rows, sums = [], {}
    for field, value in zip(FIELDS, values, strict=True):
        if isinstance(value, Money):
            sums[field.key] = value
        text, breaks = _folded(_money_text(value) if isinstance(value, Money) else value)
        rows.append(Row(field.key.value, field.label("fi"), text, breaks=breaks))
    if index % 12 == 3:
        rows.append(Row("extra:Hankekoodi", "Hankekoodi", "4711"))
    first = values[11].partition(": ")[2]
    return Card(
        tuple(rows),
        name=values[0],
        unit=tuple(values[2].split(" / ")),
        funder=values[5].split(" 1")[0] or None,
        gross_income=sums.get(FieldKey.GROSS_INCOME),
        gross_expenditure=sums.get(FieldKey.GROSS_EXPENDITURE),
        municipal_share=sums.get(FieldKey.MUNICIPAL_SHARE),
        case_url=CASE_URL.format(3700 + index) if first else None,
    )


def _changed(card: Card, changes: dict[FieldKey, str]) -> Card:
    rows = tuple(
        replace(row, text=changes[FieldKey(row.key)], breaks=()) if row.key in changes else row
        for row in card.rows
    )
    return replace(card, rows=rows, name=changes.get(FieldKey.NAME, card.name))


def _folded(value: str) -> tuple[str, tuple[int, ...]]:
    pieces = value.strip().split("\n")
    breaks, length = [], 0
    for piece in pieces[:-1]:
        length += len(piece) + 1
        breaks.append(length)
    return " ".join(pieces), tuple(breaks)


def _money_text(money: Money) -> str:
    total = format_cents(money.total_cents)
    parts = ", ".join(f"{part.name}: {format_cents(part.cents)}" for part in money.parts)
    return f"{total} ({parts})" if parts else total


def _report_card(index: int, card: Card, language: str) -> ReportCard:
    rows = tuple(_report_row(card, row, language) for row in card.rows)
    period = card.rows[4].text.partition(" / ")
    quiet = " · ".join(piece for piece in (card.unit[-1], period[0], period[2]) if piece)
    return ReportCard(index + 1, card.name or "", quiet, rows)


def _report_row(card: Card, row: Row, language: str) -> ReportRow:
    fields = {field.key.value: field for field in FIELDS}
    field = fields.get(row.key)
    money = card.money(FieldKey(row.key)) if row.key in MONEY_KEYS else None
    lines = None
    if money is not None:
        parts = tuple((part.name, format_cents(part.cents, language)) for part in money.parts)
        lines = MoneyLines(format_cents(money.total_cents, language), parts)
    url = card.case_url if row.key == FieldKey.OTHER_INFORMATION else None
    paragraphs = tuple(_runs(piece, url) for piece in row.paragraphs if piece)
    label = field.label(language) if field else row.label or row.key
    return ReportRow(row.key, field.number if field else None, label, row.text, paragraphs, lines)


def _runs(text: str, url: str | None) -> tuple[Run, ...]:
    if url is None:
        return (Run(text),)
    word, colon, number = text.partition(": ")
    return (Run(word + colon), Run(number, url)) if number else (Run(text, url),)


def _sums(cards: list[Card], name: str) -> SummaryRow:
    sums = [[card.money(key) for key in MONEY_KEYS] for card in cards]
    income, expenditure, share = (
        sum(money.total_cents for money in column if money)
        for column in (zip(*sums, strict=True) if sums else ((), (), ()))
    )
    part = (share * 20_000 + expenditure) // (2 * expenditure) if expenditure else None
    return SummaryRow(
        name, len(cards), income, expenditure, share, part, sum(1 for row in sums if None in row)
    )


def _summary(cards: list[Card], wording: Wording, title: str, heading: str, name_of) -> Summary:  # type: ignore[no-untyped-def]
    groups: dict[str, list[Card]] = {}
    for card in cards:
        groups.setdefault(name_of(card), []).append(card)
    rows = tuple(_sums(groups[name], name) for name in sorted(groups))
    total = _sums(cards, wording.say("report.total"))
    return Summary(wording.say(f"report.{title}"), wording.say(f"report.{heading}"), rows, total)


ANNEX = (
    FindingLine(
        Severity.ERROR,
        "Päivämäärää ei ole",
        "3",
        "Toteutusaika / hankevaihe",
        "s. 9, rivi 3",
        "Päivämäärää 31.712.2023 ei ole olemassa.",
        "Korjaa päivämäärä: 31.7.2023 tai 31.12.2023.",
    ),
    FindingLine(
        Severity.WARNING,
        "Summat eivät täsmää",
        "1, 4–5",
        "Bruttomenot (suunniteltu)",
        "s. 1, rivi 22",
        "Menot 381 700 € eivät vastaa tulojen (305 360 €) ja rahoitusosuuden (76 000 €) summaa, ero 340 €.",
        "Tarkista luvut päätöksestä.",
    ),
    FindingLine(
        Severity.NOTE, "Vastuuhenkilö puuttuu", "3", "Vastuuhenkilö", "", "Riviä ei ole täytetty.", ""
    ),
)
