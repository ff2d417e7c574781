"""Reports of the invented city of Mallila, made by hand: what writers print without asking the builder."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

from hankesalkku.core.card.document import CardDocument
from hankesalkku.core.card.fields import FIELDS
from hankesalkku.core.findings.finding import Severity
from hankesalkku.core.language.formats import format_cents
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

WORDS = """annex_findings annex_findings_empty annex_findings_lead by_funder by_unit cards column_card column_field
column_finding column_fix column_funder column_place column_row column_severity column_unit column_value contents
continued gross_expenditure gross_income municipal_share page_of printed_on projects reporting_date share_percent
skip_to_cards substituted summary total""".split()
NO_BREAK_SPACE = "\u00a0"
LONG = (
    "Hankkeessa rakennetaan kaupungin kouluihin ja päiväkoteihin yhteinen toimintamalli, jossa lapsen tuen tarve "
    "tunnistetaan varhain ja tuki järjestetään siinä ryhmässä, jossa lapsi on. Malli kuvataan, sitä kokeillaan "
    "neljässä yksikössä ja se otetaan käyttöön kaikissa yksiköissä seuraavan lukuvuoden alusta. Henkilöstö saa "
    "kolmipäiväisen koulutuksen, ja jokaisessa yksikössä on vuoden ajan nimetty vertaisohjaaja. "
)

# Name, description, unit, people, period, funder, decision, years, income, expenditure, share (euros), case, status.
_Facts = tuple[str, str, str, str, str, str, str, str, int, int, int, str, str]
FACTS: tuple[_Facts, ...] = (
    (
        "Esi- ja perusopetuksen oppimisen tuen, inkluusion, tasa-arvon ja yhdenvertaisuuden vahvistaminen 2022–2023",
        "Tasa-arvoa edistävät toimenpiteet ja opetuksen laadun kehittäminen",
        "Hyvinvointi / Esi- ja perusopetus",
        "Aino Esimerkki / Veikko Malli",
        "2022–31.12.2023",
        "OKM 12.4.2022 OKM/1074/520/2022",
        "Hyvinvointilautakunta 19.5.2021 § 47",
        "2022–2023",
        305_360,
        381_700,
        76_340,
        "1090/02.05.01.03/2023",
        "Tiedot päivittyvät vuoden 2022 tilinpäätökseen.",
    ),
    (
        "Varhaiskasvatuksen laatu 2023",
        "Ryhmäkoon pienentäminen ja resurssityöntekijät",
        "Hyvinvointi / Varhaiskasvatus",
        "Helka Näyte",
        "12.4.2022–31.12.2023",
        "OKM 12.4.2022 OKM/1041/520/2022",
        "Hyvinvointilautakunta",
        "2022–2023",
        256_000,
        320_000,
        64_000,
        "1243/02.05.01.03/2023",
        "Menot 98 210 € (31 %), tulot 80 000 € (31 %).",
    ),
    (
        "Lukutaitoa kaikille – kirjasto koulun kumppanina",
        "Lukutaidon tuki alakouluissa, lukuagenttien palkkaaminen kahdeksi vuodeksi, kirjavinkkaus ja "
        "vanhempien lukuillat. Hanke toteutetaan yhdessä kaupunginkirjaston ja kuuden alakoulun kanssa.",
        "Sivistys / Kirjastopalvelut",
        "Tuomas Tapaus",
        "1.1.2023–31.12.2024",
        "AVI 14.12.2022 ESAVI/18233/2022",
        "Sivistyslautakunta 24.1.2023 § 8",
        "2023, 2024",
        48_000,
        60_000,
        12_000,
        "1377/12.03.01/2022",
        "Lukuagentit ovat aloittaneet. Menot 12 400 € (21 %).",
    ),
    (
        "Harrastamisen Suomen malli",
        "Maksuttomat harrastukset koulupäivän yhteydessä",
        "Sivistys / Nuorisopalvelut",
        "Helka Näyte / Oiva Otos",
        "1.8.2022–31.7.2023",
        "OKM 22.6.2022 OKM/1161/625/2022",
        "Sivistyslautakunta 30.8.2022 § 91",
        "2022–2023",
        71_500,
        71_500,
        0,
        "1811/12.05.00/2022",
        "",
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
        812_400,
        1_160_571,
        348_171,
        "1502/08.00.00/2022",
        "Hankehenkilöstö on rekrytoitu ja kilpailutus käynnissä. " + LONG,
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
        54_000,
        60_000,
        6_000,
        "1640/12.00.01/2022",
        "Ohjaaja valittu. Menot 20 115,40 € (34 %).",
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
        940_000,
        1_175_000,
        235_000,
        "1703/05.10.00/2022",
        LONG * 5 + "Menot 310 200 € (26 %), tulot 248 000 € (26 %), kulunut aika 29 %. " + LONG * 2,
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
        9_000,
        12_000,
        3_000,
        "",
        "Alkaa syksyllä.",
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
        38_250,
        51_000,
        12_750,
        "1911/10.03.02/2023",
        "Sopimus urakasta allekirjoitettu.",
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
        120_000,
        120_000,
        0,
        "1477/00.01.05/2022",
        "Menot 31 778,40 € (26 %).",
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
        66_000,
        82_500,
        16_500,
        "1888/12.05.01/2023",
        "Toteutuu suunnitellusti.",
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
        40_000,
        80_000,
        40_000,
        "1622/01.04.00/2022",
        "",
    ),
)


def _paragraphs(text: str, url: str | None = None) -> tuple[tuple[Run, ...], ...]:
    """Give no paragraph for an empty text."""
    return ((Run(text, url),),) if text else ()


def _row(
    number: int, language: str, text: str, paragraphs: tuple[tuple[Run, ...], ...] | None = None
) -> ReportRow:
    field = FIELDS[number - 1]
    words = _paragraphs(text) if paragraphs is None else paragraphs
    return ReportRow(field.key.value, number, field.label(language), text, words)


def _money(number: int, language: str, euros: int, parts: tuple[tuple[str, int], ...] = ()) -> ReportRow:
    total = format_cents(euros * 100, language)
    lines = tuple((name, format_cents(part * 100, language)) for name, part in parts)
    text = total + (f" ({', '.join(f'{name}: {amount}' for name, amount in lines)})" if lines else "")
    return replace(_row(number, language, text), money=MoneyLines(total, lines))


def _card(number: int, facts: _Facts, language: str) -> ReportCard:
    """Set one project's facts as the card's fourteen rows."""
    (
        name,
        description,
        unit,
        people,
        period,
        funder,
        decision,
        years,
        income,
        expenditure,
        share,
        case,
        status,
    ) = facts
    halves = (("esiopetus", 5), ("perusopetus", 0)) if number == 1 else ()
    split = [
        tuple((part, euros // cut if cut else euros - euros // 5) for part, cut in halves)
        for euros in (income, expenditure, share)
    ]
    dynasty = ((Run("Dynasty: "), Run(case, f"https://asiat.mallila.example/case/{number}")),) if case else ()
    paragraphs = (
        tuple((Run(half + "."),) for half in status.rstrip(".").split(". ") if half) if number == 7 else None
    )
    rows = (
        _row(1, language, name),
        _row(2, language, description.strip()),
        _row(3, language, unit),
        _row(4, language, people),
        _row(5, language, period),
        _row(6, language, funder),
        _row(7, language, decision),
        _row(8, language, years),
        _money(9, language, income, split[0]),
        _money(10, language, expenditure, split[1]),
        _money(11, language, share, split[2]),
        _row(12, language, f"Dynasty: {case}" if case else "", dynasty),
        _row(13, language, status.strip(), paragraphs),
        _row(14, language, "Kyllä, Aino Esimerkki 15.1.2023" if number % 3 else ""),
    )
    return ReportCard(number, name, f"{unit} · {period}", rows)


def _summary(title: str, group: str, count: int, names: tuple[str, ...]) -> Summary:
    rows = tuple(
        SummaryRow(
            name, 2 + index, 30_536_000 * (index + 1), 38_170_000 * (index + 1), 7_634_000 * (index + 1), 2000
        )
        for index, name in enumerate(names)
    )
    rows = (*rows[:-1], replace(rows[-1], share_hundredths=None, incomplete=1)) if rows else ()
    total = SummaryRow(
        "Yhteensä",
        count,
        sum(row.gross_income_cents for row in rows),
        sum(row.gross_expenditure_cents for row in rows),
        sum(row.municipal_share_cents for row in rows),
        2000 if rows else None,
        sum(row.incomplete for row in rows),
    )
    note = "Summista puuttuu 1 hanke, jonka kaikkia summia ei voitu lukea." if rows else ""
    return Summary(title, group, rows, total, note)


def _annex() -> tuple[FindingLine, ...]:
    def line(severity: Severity, title: str, cards: str, field: str, message: str, fix: str) -> FindingLine:
        return FindingLine(severity, title, cards, field, "s. 9, rivi 3", message, fix)

    return (
        line(
            Severity.ERROR,
            "Päivää ei ole olemassa",
            "12",
            "Toteutusaika / hankevaihe",
            "Päättymispäivä ”31.712.2023” ei ole päivämäärä, joten hankkeen kestoa ja käyttöaikaa ei voida laskea.",
            "Kirjoita päättymispäivä muodossa 31.12.2023.",
        ),
        line(
            Severity.WARNING,
            "Päätös on vain toimielimen nimi",
            "2",
            "Kaupungin päätös",
            "Rivillä on ”Hyvinvointilautakunta” ilman pykälää ja päivää.",
            "Lisää kokouksen päivä ja pykälä, esimerkiksi Hyvinvointilautakunta 19.5.2021 § 47.",
        ),
        line(
            Severity.WARNING,
            "Päätös puuttuu",
            "10",
            "Kaupungin päätös",
            "Rivi on tyhjä, vaikka rahoittajan päätös on 20.12.2022.",
            "Lisää päätös tai kirjoita, milloin asia käsitellään.",
        ),
        line(
            Severity.NOTE,
            "Tilanne puuttuu",
            "4, 12",
            "Hankkeen tilanne ja talouden etenemä (%-lukuna)",
            "Rivi on tyhjä.",
            "",
        ),
    )


@cache
def make_report(language: str = "fi", count: int = 12, *, annex: bool = True) -> Report:
    """Make Mallila's report with as many cards as asked, the twelve over and over."""
    wording = Wording(language)
    words = {key: wording.say(f"report.{key}") for key in WORDS if wording.has(f"report.{key}")}
    cards = tuple(_card(number, FACTS[(number - 1) % len(FACTS)], language) for number in range(1, count + 1))
    units = ("Elinvoima", "Hyvinvointi", "Konsernipalvelut", "Sivistys") if count else ()
    funders = (
        "Aluehallintovirasto", "Elinkeino-, liikenne- ja ympäristökeskus", "Opetus- ja kulttuuriministeriö",
        "Sosiaali- ja terveysministeriö", "Uudenmaan liitto",
    ) if count else ()  # fmt: skip
    return Report(
        language=language,
        title="Hyvinvointitoimialan vuonna 2023 jatkuvat ja uudet hankkeet",
        organisation="Mallilan kaupunki",
        division="Hyvinvointilautakunnan toimiala",
        note="Taloustilanne päivittyy vuoden 2022 tilinpäätökseen.",
        date="31.3.2023",
        printed_on=date(2023, 4, 12),
        figures=(
            (words["projects"], str(count)),
            (words["gross_income"], format_cents(276_051_000, language)),
            (words["gross_expenditure"], format_cents(357_427_100, language)),
            (words["municipal_share"], format_cents(81_376_100, language)),
            (words["share_percent"], "22,8\u00a0%"),
        ),
        summaries=(
            _summary(words["by_unit"], wording.say("report.column_unit"), count, units),
            _summary(words["by_funder"], wording.say("report.column_funder"), count, funders),
        ),
        cards=cards,
        annex=_annex() if annex else None,
        words=words,
        document=CardDocument((), language=language),
    )
