"""The one source of the example report of Mallila, an invented city: what `make_examples.py` sets in several forms.

Every project, person, number and link is invented. `ROWS` holds the texts as the city wrote them, faults included;
`TRUTH` what a careful person reads in them; both by hand, without the product.
"""

from __future__ import annotations

from dataclasses import dataclass, field

DIVISION = "Sivistys- ja elinvoimapalvelut"
TITLE = "ULKOPUOLISELLA RAHOITUKSELLA TOTEUTETTAVAT HANKKEET v. 2024"
DATE_LINE = "Tilanne 31.12.2024"
NOTE = "Taloustiedot ovat ennakkotietoja, ja ne täydentyvät tilinpäätöksessä."
HEADING = (DIVISION, TITLE, DATE_LINE, NOTE)

LABELS = {
    "name": "Hankkeen nimi",
    "description": "Kuvaus / mitä tehdään",
    "unit": "Hallinnoitsija / tehtävä",
    "responsible_persons": "Vastuuhenkilö",
    "period": "Toteutusaika / hankevaihe",
    "funder_decision": "Rahoittaja, päätös",
    "municipal_decision": "Kaupungin päätös",
    "budget_years": "Budjetoitu; vuodet",
    "gross_income": "Bruttotulot koko hankeajalta",
    "gross_expenditure": "Bruttomenot (suunniteltu)",
    "municipal_share": "Kaupungin rahoitusosuus",
    "other_information": "Muita tietoja",
    "status": "Hankkeen tilanne ja talouden etenemä (%-lukuna)",
    "actuals_checked": "Vastuuhenkilö on tarkastanut hankkeen taloustoteumat talous- ym. järjestelmistä",
}
CHECKED_MISSPELT = LABELS["actuals_checked"].replace("tarkastanut", "tarkistanut")


@dataclass(frozen=True)
class ExampleCard:
    """A card: its texts in the order of the rows, the labels that differ, its link's number and its true values."""

    texts: tuple[str, ...]
    link_id: int
    truth: dict[str, object]
    labels: dict[str, str] = field(default_factory=dict)

    @property
    def rows(self) -> list[tuple[str, str, str]]:
        """Give key, label and text of each row."""
        keys = zip(LABELS, self.texts, strict=True)
        return [(key, self.labels.get(key, LABELS[key]), text) for key, text in keys]

    @property
    def url(self) -> str:
        """Give the address of the card's case."""
        return f"https://dynasty.mallila.example/#/case/{self.link_id}"


def _decision(body: str, section: int, date: str) -> dict[str, object]:
    return {"body": body, "section": section, "date": date}


def _money(total: int, **parts: int) -> dict[str, object]:
    named = [{"name": name, "amount": f"{amount}.00"} for name, amount in parts.items()]
    return {"total": f"{total}.00", "parts": named}


CARDS = (
    ExampleCard(
        (
            "Lukuintoa Mallilan kouluihin 2024–2025",
            "Hankitaan koulukirjastoihin uutta kirjallisuutta, koulutetaan lukulähettiläitä ja järjestetään "
            "kirjailijavierailuja kaikille vuosiluokille.",
            "Sivistys / Perusopetus",
            "Henna Laitila",
            "1.8.2024–31.12.2025 / toteutusvaihe",
            "Opetushallitus 13.5.2024 OPH/214/6120/2024",
            "Sivistyslautakunta § 58 / 19.6.2024",
            "2024–2025",
            "45 000 €",
            "50 000 €",
            "5 000 €",
            "Dynasty: 412/02.05.01/2024",
            "Kirjat on hankittu kaikkiin kouluihin, ja lukulähettiläiden koulutus jatkuu keväällä. "
            "Talouden etenemä 38 %.",
            "Kyllä, Henna Laitila 13.1.2025",
        ),
        7767,
        {
            "unit": ["Sivistys", "Perusopetus"],
            "responsible_persons": ["Henna Laitila"],
            "period": {"start": "2024-08-01", "end": "2025-12-31"},
            "phase": "implementation",
            "funder": "Opetushallitus",
            "funder_decision": {"date": "2024-05-13", "case_number": "OPH/214/6120/2024"},
            "municipal_decision": _decision("Sivistyslautakunta", 58, "2024-06-19"),
            "budget_years": [2024, 2025],
            "gross_income": _money(45_000),
            "gross_expenditure": _money(50_000),
            "municipal_share": _money(5_000),
            "case_number": "412/02.05.01/2024",
            "progress_percent": 38,
        },
    ),
    ExampleCard(
        (
            "Oppimisen tuki lähikoulussa",
            "Palkataan tukiopettajia ja ohjaajia viiteen lähikouluun, jotta oppilas saa tarvitsemansa tuen "
            "omassa ryhmässään ja siirtymä esiopetuksesta kouluun sujuu.",
            "Sivistys / Perusopetus",
            "Tuomas Ranta / Elina Vuori",
            "1.8.2023–31.12.2024 / loppuselvitysvaihe",
            "OKM 16.5.2023 OKM/612/520/2023",
            "Sivistyslautakunta § 47 / 24.5.2023",
            "2023–2024",
            "128 000 € (esiopetus: 31 000 €, perusopetus: 96 000 €)",
            "160 000 € (esiopetus: 40 000 €, perusopetus: 120 000 €)",
            "32 000 € (esiopetus: 8 000 €, perusopetus: 24 000 €)",
            "Dynasty: 268/02.05.01/2023",
            "Tukiopettajat ovat työskennelleet viidessä lähikoulussa. Toteuma kirjataan tilinpäätöksen jälkeen.",
            "Tarkastetaan tilinpäätöksen yhteydessä.",
        ),
        5388,
        {
            "unit": ["Sivistys", "Perusopetus"],
            "responsible_persons": ["Tuomas Ranta", "Elina Vuori"],
            "period": {"start": "2023-08-01", "end": "2024-12-31"},
            "phase": "final_report",
            "funder": "Opetus- ja kulttuuriministeriö",
            "funder_decision": {"date": "2023-05-16", "case_number": "OKM/612/520/2023"},
            "municipal_decision": _decision("Sivistyslautakunta", 47, "2023-05-24"),
            "budget_years": [2023, 2024],
            "gross_income": _money(128_000, esiopetus=31_000, perusopetus=96_000),
            "gross_expenditure": _money(160_000, esiopetus=40_000, perusopetus=120_000),
            "municipal_share": _money(32_000, esiopetus=8_000, perusopetus=24_000),
            "case_number": "268/02.05.01/2023",
            "progress_percent": None,
        },
    ),
    ExampleCard(
        (
            "Kielitietoinen varhaiskasvatus",
            "Koulutetaan henkilöstöä suomi toisena kielenä -opetuksessa ja laaditaan päiväkoteihin yhteinen "
            "toimintamalli monikielisten perheiden kohtaamiseen.",
            "Sivistys / Varhaiskasvatus",
            "Kaisa Niemelä",
            "1.1.2024–31.12.2025 / toteutusvaihe",
            "OKM 8.11.2023 OKM/1430/520/2023",
            "Sivistyslautakunta § 104 / 13.12.2023",
            "2023–2025",
            "72.000 €",
            "90.000 €",
            "18.000 €",
            "Dynasty: 611/02.05.01/2023",
            "Koulutuksiin on osallistunut 84 työntekijää. Talouden etenemä 52 %.",
            "Kyllä, Kaisa Niemelä 15.1.2025",
        ),
        5731,
        {
            "unit": ["Sivistys", "Varhaiskasvatus"],
            "responsible_persons": ["Kaisa Niemelä"],
            "period": {"start": "2024-01-01", "end": "2025-12-31"},
            "phase": "implementation",
            "funder": "Opetus- ja kulttuuriministeriö",
            "funder_decision": {"date": "2023-11-08", "case_number": "OKM/1430/520/2023"},
            "municipal_decision": _decision("Sivistyslautakunta", 104, "2023-12-13"),
            "budget_years": [2023, 2024, 2025],
            "gross_income": _money(72_000),
            "gross_expenditure": _money(90_000),
            "municipal_share": _money(18_000),
            "case_number": "611/02.05.01/2023",
            "progress_percent": 52,
        },
    ),
    ExampleCard(
        (
            "Lukion opinto-ohjauksen vahvistaminen",
            "Palkataan lukioon toinen opinto-ohjaaja, lisätään henkilökohtaista ohjausta ja tuetaan "
            "siirtymistä jatko-opintoihin.",
            "Sivistys / Lukiokoulutus",
            "Oskari Salo",
            "1.8.2024–31.6.2025 / toteutusvaihe",
            "OKM/655/520/2024",
            "Sivistyslautakunta § 38 / 24.4.2024",
            "2024–2025",
            "64 000 €",
            "80 000 €",
            "16 000 €",
            "Dynasty: 455/02.05.01/2024",
            "Uusi opinto-ohjaaja aloitti elokuussa, ja ohjaustunteja on pidetty suunnitelman mukaan. "
            "Talouden etenemä 31 %.",
            "Kyllä, Oskari Salo 9.1.2025",
        ),
        7810,
        {
            "unit": ["Sivistys", "Lukiokoulutus"],
            "responsible_persons": ["Oskari Salo"],
            "period": {"start": "2024-08-01", "end": None},
            "phase": "implementation",
            "funder": "Opetus- ja kulttuuriministeriö",
            "funder_decision": {"date": None, "case_number": "OKM/655/520/2024"},
            "municipal_decision": _decision("Sivistyslautakunta", 38, "2024-04-24"),
            "budget_years": [2024, 2025],
            "gross_income": _money(64_000),
            "gross_expenditure": _money(80_000),
            "municipal_share": _money(16_000),
            "case_number": "455/02.05.01/2024",
            "progress_percent": 31,
        },
    ),
    ExampleCard(
        (
            "Etsivä nuorisotyö 2024",
            "Tavoitetaan koulutuksen ja työelämän ulkopuolella olevia alle 29-vuotiaita nuoria ja autetaan "
            "heitä palveluiden piiriin.",
            "Hyvinvointi / Nuorisopalvelut",
            "Sanna Heikkilä",
            "1.1.–31.12.2024 / toteutusvaihe",
            "ESAVI 22.2.2024 ESAVI/31877/2023",
            "Sivistyslautakunta § 104 / 13.12.2023",
            "2024",
            "36 000 €",
            "45 000 €",
            "9 000 €",
            "Dynasty: 640/02.05.01/2023",
            "Etsivä nuorisotyö on tavoittanut vuoden aikana 112 nuorta. Talouden etenemä 97 %.",
            "Kyllä, Sanna Heikkilä 10.1.2025",
        ),
        5760,
        {
            "unit": ["Hyvinvointi", "Nuorisopalvelut"],
            "responsible_persons": ["Sanna Heikkilä"],
            "period": {"start": "2024-01-01", "end": "2024-12-31"},
            "phase": "implementation",
            "funder": "Etelä-Suomen aluehallintovirasto",
            "funder_decision": {"date": "2024-02-22", "case_number": "ESAVI/31877/2023"},
            "municipal_decision": _decision("Sivistyslautakunta", 104, "2023-12-13"),
            "budget_years": [2024],
            "gross_income": _money(36_000),
            "gross_expenditure": _money(45_000),
            "municipal_share": _money(9_000),
            "case_number": "640/02.05.01/2023",
            "progress_percent": 97,
        },
    ),
    ExampleCard(
        (
            "Harrasteviikot kaikille",
            "Järjestetään maksutonta harrastustoimintaa kesä lomalla 7–15-vuotiaille yhdessä kylätalojen, "
            "seurojen ja kirjaston kanssa.",
            "Hyvinvointi / nuorisopalvelut",
            "Sanna Heikkilä",
            "1.5.2024–31.8.2024 / päättynyt",
            "Etelä-Suomen aluehallintovirasto 12.3.2024 ESAVI/2114/2024",
            "Sivistyslautakunta § 38 / 27.3.2024",
            "2024",
            "12 000 €",
            "15.000 €",
            "3 000 €",
            "Dynasty: 198/02.05.01/2024",
            "Viikoille osallistui 230 lasta ja nuorta. Palautetta voi antaa numeroon 040 123 4567. "
            "Talouden etenemä 100 %.",
            "Kyllä, Sanna Heikkilä 10.1.2025",
        ),
        7553,
        {
            "unit": ["Hyvinvointi", "nuorisopalvelut"],
            "responsible_persons": ["Sanna Heikkilä"],
            "period": {"start": "2024-05-01", "end": "2024-08-31"},
            "phase": "closed",
            "funder": "Etelä-Suomen aluehallintovirasto",
            "funder_decision": {"date": "2024-03-12", "case_number": "ESAVI/2114/2024"},
            "municipal_decision": _decision("Sivistyslautakunta", 38, "2024-03-27"),
            "budget_years": [2024],
            "gross_income": _money(12_000),
            "gross_expenditure": _money(15_000),
            "municipal_share": _money(3_000),
            "case_number": "198/02.05.01/2024",
            "progress_percent": 100,
        },
        {"gross_expenditure": "Bruttomenot"},
    ),
    ExampleCard(
        (
            "Taidetta joka kylään",
            "Tuodaan kiertäviä näyttelyitä, työpajoja ja pienoisteatteria kuuteen kylätaloon. Ohjelma "
            "suunnitellaan kyläyhdistysten kanssa.",
            "Hyvinvointi / Kulttuuri ja kirjasto",
            "Petra Koski",
            "2024–28.2.2025 / toteutusvaihe",
            "Taiteen edistämiskeskus 11.1.2024 612/2024",
            "Sivistyslautakunta § 8 / 24.1.2024",
            "2024–2025",
            "25 000 €",
            "20 000 €",
            "5 000 €",
            "Dynasty: 57/02.05.01/2024",
            "Näyttelyistä viisi on pidetty, ja viimeinen avataan helmikuussa. Talouden etenemä 84 %.",
            "Kyllä, Petra Koski 14.1.2025",
        ),
        7412,
        {
            "unit": ["Hyvinvointi", "Kulttuuri ja kirjasto"],
            "responsible_persons": ["Petra Koski"],
            "period": {"start": "2024", "end": "2025-02-28"},
            "phase": "implementation",
            "funder": "Taiteen edistämiskeskus",
            "funder_decision": {"date": "2024-01-11", "case_number": "612/2024"},
            "municipal_decision": _decision("Sivistyslautakunta", 8, "2024-01-24"),
            "budget_years": [2024, 2025],
            "gross_income": _money(25_000),
            "gross_expenditure": _money(20_000),
            "municipal_share": _money(5_000),
            "case_number": "57/02.05.01/2024",
            "progress_percent": 84,
        },
        {"unit": "Hallinoitsija / tehtävä"},
    ),
    ExampleCard(
        (
            "Digituki lähelle",
            "Annetaan digitukea kirjastoissa ja kirjastoautossa sekä koulutetaan vertaisohjaajia. Tukea saa "
            "ilman ajanvarausta.",
            "Hyvinvointi / Kulttuuri ja kirjasto",
            "Petra Koski",
            "1.4.2024–31.3.2025 / toteutusvaihe",
            "Valtiovarainministeriö 7.2.2024 VN/2217/2024",
            "Sivistyslautakunta § 27 / 20.3.2024",
            "2024–2025",
            "21 600 €",
            "27 000 €",
            "5 400 €",
            "Dynasty: 133/02.05.01/2024",
            "Digitukea on annettu 640 kertaa. Vertaisohjaajia on koulutettu yksitoista. Talouden etenemä 61 %.",
            "Kyllä, Petra Koski 14.1.2025",
        ),
        7488,
        {
            "unit": ["Hyvinvointi", "Kulttuuri ja kirjasto"],
            "responsible_persons": ["Petra Koski"],
            "period": {"start": "2024-04-01", "end": "2025-03-31"},
            "phase": "implementation",
            "funder": "Valtiovarainministeriö",
            "funder_decision": {"date": "2024-02-07", "case_number": "VN/2217/2024"},
            "municipal_decision": _decision("Sivistyslautakunta", 27, "2024-03-20"),
            "budget_years": [2024, 2025],
            "gross_income": _money(21_600),
            "gross_expenditure": _money(27_000),
            "municipal_share": _money(5_400),
            "case_number": "133/02.05.01/2024",
            "progress_percent": 61,
        },
    ),
    ExampleCard(
        (
            "Koulukiinteistöjen energiaremontti",
            "Vaihdetaan kolmen koulun öljylämmitys maalämpöön ja uusitaan ilmanvaihdon ohjaus. Tavoitteena on "
            "pienentää energiankulutusta neljänneksellä.",
            "Tekniset palvelut / Tilapalvelut",
            "Jarmo Peltola",
            "1.9.2024–31.12.2026 / toteutusvaihe",
            "Business Finland 5.4.2024 1482/2024",
            "Tekninen lautakunta § 44 / 9.6.2024",
            "2024–2026",
            "0,9 milj. €",
            "1 500 000 €",
            "600 000 €",
            "Dynasty: 377/02.05.01/2024",
            "Ensimmäisen koulun urakka on kilpailutettu, ja työt alkavat maaliskuussa. Talouden etenemä 6 %.",
            "Kyllä, Jarmo Peltola 13.1.2025",
        ),
        7732,
        {
            "unit": ["Tekniset palvelut", "Tilapalvelut"],
            "responsible_persons": ["Jarmo Peltola"],
            "period": {"start": "2024-09-01", "end": "2026-12-31"},
            "phase": "implementation",
            "funder": "Innovaatiorahoituskeskus Business Finland",
            "funder_decision": {"date": "2024-04-05", "case_number": "1482/2024"},
            "municipal_decision": _decision("Tekninen lautakunta", 44, "2024-06-09"),
            "budget_years": [2024, 2025, 2026],
            "gross_income": _money(900_000),
            "gross_expenditure": _money(1_500_000),
            "municipal_share": _money(600_000),
            "case_number": "377/02.05.01/2024",
            "progress_percent": 6,
        },
    ),
    ExampleCard(
        (
            "Asemanseudun pyöräilyreitit",
            "Rakennetaan asemalta koulukeskukseen erotettu pyörätie, turvalliset ylitykset ja katettu "
            "pyöräpysäköinti.",
            "Tekniset palvelut / Kadut ja liikenne, projektipäällikkö",
            "Ville Aaltola",
            "1.5.2024–31.10.2025 / toteutusvaihe",
            "Uudenmaan ELY-keskus 9.2.2024 UUDELY/1873/2024",
            "Tekninen lautakunta § 21 / 27.3.2024",
            "2024–2025",
            "240 000 €",
            "600 000 €",
            "340 000 €",
            "Dynasty: 291/02.05.01/2024",
            "Reitin ensimmäinen osuus on otettu käyttöön. Toinen osuus rakennetaan kesällä 2025.",
            "Tarkastetaan tilinpäätöksen yhteydessä.",
        ),
        7664,
        {
            "unit": {
                "any_of": [
                    ["Tekniset palvelut", "Kadut ja liikenne"],
                    ["Tekniset palvelut", "Kadut ja liikenne, projektipäällikkö"],
                ]
            },
            "responsible_persons": ["Ville Aaltola"],
            "period": {"start": "2024-05-01", "end": "2025-10-31"},
            "phase": "implementation",
            "funder": "Uudenmaan elinkeino-, liikenne- ja ympäristökeskus",
            "funder_decision": {"date": "2024-02-09", "case_number": "UUDELY/1873/2024"},
            "municipal_decision": _decision("Tekninen lautakunta", 21, "2024-03-27"),
            "budget_years": [2024, 2025],
            "gross_income": _money(240_000),
            "gross_expenditure": _money(600_000),
            "municipal_share": _money(340_000),
            "case_number": "291/02.05.01/2024",
            "progress_percent": None,
        },
        {"actuals_checked": CHECKED_MISSPELT},
    ),
    ExampleCard(
        (
            "Polku töihin",
            "Kehitetään nuorten työpajatoimintaa yhdessä työllisyyspalveluiden, oppilaitosten ja yritysten "
            "kanssa. Kohderyhmänä ovat alle 30-vuotiaat työttömät.",
            "Elinvoima / Työllisyyspalvelut",
            "Markus Lehtola",
            "1.8.2023–31.8.2025 / toteutusvaihe",
            "Euroopan sosiaalirahasto plus 15.6.2023 S30217",
            "Kaupunginhallitus § 187 / 19.6.2023",
            "2023–2025",
            "315 000 €",
            "420 000 €",
            "105 000 €",
            "Dynasty: 301/02.05.01/2023",
            "Työpajajaksolle on tullut 64 nuorta, ja heistä 38 on siirtynyt opintoihin tai työhön. "
            "Talouden etenemä 58 %.",
            "Kyllä, Markus Lehtola 14.1.2025",
        ),
        5421,
        {
            "unit": ["Elinvoima", "Työllisyyspalvelut"],
            "responsible_persons": ["Markus Lehtola"],
            "period": {"start": "2023-08-01", "end": "2025-08-31"},
            "phase": "implementation",
            "funder": "Euroopan sosiaalirahasto plus",
            "funder_decision": {"date": "2023-06-15", "case_number": "S30217"},
            "municipal_decision": _decision("Kaupunginhallitus", 187, "2023-06-19"),
            "budget_years": [2023, 2024, 2025],
            "gross_income": _money(315_000),
            "gross_expenditure": _money(420_000),
            "municipal_share": _money(105_000),
            "case_number": "301/02.05.01/2023",
            "progress_percent": 58,
        },
    ),
    ExampleCard(
        (
            "Yhdessä kylillä",
            "Vähennetään ikäihmisten yksinäisyyttä vertaistoiminnalla. Kaupunki on mukana järjestön "
            "hankkeessa, joka kattaa kaikki menot.",
            "Hyvinvointi/ Hyvinvoinnin edistäminen",
            "Noora Saari",
            "1.1.2024–31.12.2024 ja 1.1.2025–30.6.2025 / toteutusvaihe",
            "STEA 12.12.2023",
            "Kaupunginhallitus § 398 / 18.12.2023",
            "2024–2025",
            "18 000 €",
            "18 000 €",
            "0 €",
            "Dynasty: 655/02.05.01/2023",
            "Vertaisryhmät kokoontuvat neljällä kylällä. Talouden etenemä 66 %.",
            "Kyllä, Noora Saari 15.1.2025",
        ),
        5775,
        {
            "unit": ["Hyvinvointi", "Hyvinvoinnin edistäminen"],
            "responsible_persons": ["Noora Saari"],
            "period": {"start": "2024-01-01", "end": "2024-12-31"},
            "phase": "implementation",
            "funder": "Sosiaali- ja terveysjärjestöjen avustuskeskus",
            "funder_decision": {"date": "2023-12-12", "case_number": None},
            "municipal_decision": _decision("Kaupunginhallitus", 398, "2023-12-18"),
            "budget_years": [2024, 2025],
            "gross_income": _money(18_000),
            "gross_expenditure": _money(18_000),
            "municipal_share": _money(0),
            "case_number": "655/02.05.01/2023",
            "progress_percent": 66,
            "also": {"period": [{"start": "2025-01-01", "end": "2025-06-30"}]},
        },
    ),
    ExampleCard(
        (
            "Asiointi sujuvaksi",
            "Uudistetaan lupien ja ilmoitusten sähköinen asiointi niin, että kuntalainen näkee asiansa vaiheen "
            "yhdestä paikasta.",
            "Konsernipalvelut / Tietohallinto",
            "Riku Mattila",
            "1.3.2025–31.12.2026 / hakuvaihe",
            "Valtiovarainministeriö",
            "Kaupunginhallitus § 372 / 2.12.2024",
            "2025–2026",
            "160 000 €",
            "200 000 €",
            "40 000 €",
            "Dynasty: 540/02.05.01/2024",
            "Hakemus on jätetty. Rahoittajan päätös saadaan helmikuussa 2025.",
            "Hankkeella ei ole vielä tapahtumia.",
        ),
        7895,
        {
            "unit": ["Konsernipalvelut", "Tietohallinto"],
            "responsible_persons": ["Riku Mattila"],
            "period": {"start": "2025-03-01", "end": "2026-12-31"},
            "phase": "application",
            "funder": "Valtiovarainministeriö",
            "funder_decision": {"date": None, "case_number": None},
            "municipal_decision": _decision("Kaupunginhallitus", 372, "2024-12-02"),
            "budget_years": [2025, 2026],
            "gross_income": _money(160_000),
            "gross_expenditure": _money(200_000),
            "municipal_share": _money(40_000),
            "case_number": "540/02.05.01/2024",
            "progress_percent": None,
        },
    ),
    ExampleCard(
        (
            "Yhteisöllinen kouluhyvinvointi",
            "Vahvistetaan koulujen yhteisöllistä opiskeluhuoltoa ja tasa-arvoista kohtaamista sekä kokeillaan "
            "kouluvalmentajan työtä kahdessa yhtenäiskoulussa.",
            "Sivistys / Perusopetus",
            "Tuomas Ranta",
            "1.1.2025–31.12.2026 / suunnitteluvaihe",
            "OKM 4.10.2024 OKM/902/520/2024",
            "Sivistyslautakunta § 102 / 20.11.2025",
            "2025–2026",
            "97 500 €",
            "150 000 €",
            "52 500 €",
            "Dynasty: 498/02.05.01/2024",
            "Kouluvalmentajien tehtävät on täytetty vuoden alusta. Talouden etenemä 0 %.",
            "Kyllä, Tuomas Ranta 15.1.2025",
        ),
        7853,
        {
            "unit": ["Sivistys", "Perusopetus"],
            "responsible_persons": ["Tuomas Ranta"],
            "period": {"start": "2025-01-01", "end": "2026-12-31"},
            "phase": "planning",
            "funder": "Opetus- ja kulttuuriministeriö",
            "funder_decision": {"date": "2024-10-04", "case_number": "OKM/902/520/2024"},
            "municipal_decision": _decision("Sivistyslautakunta", 102, "2025-11-20"),
            "budget_years": [2025, 2026],
            "gross_income": _money(97_500),
            "gross_expenditure": _money(150_000),
            "municipal_share": _money(52_500),
            "case_number": "498/02.05.01/2024",
            "progress_percent": 0,
        },
    ),
)
