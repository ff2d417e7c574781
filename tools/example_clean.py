"""The source of a clean report: three cards, a heading that says who, when and how much; nothing to find."""

from __future__ import annotations

from example_source import ExampleCard

CLEAN_HEADING = (
    "Mallilan kaupungin sivistyspalvelut",
    "ULKOPUOLISELLA RAHOITUKSELLA TOTEUTETTAVAT HANKKEET v. 2024",
    "Laatija: hankekoordinaattori, sivistyspalvelut",
    "Tilanne 31.12.2024",
    "Luvut perustuvat kirjanpitoon. Raportissa on 3 hanketta: bruttotulot 124 000 €, bruttomenot 150 000 € ja "
    "kaupungin osuus 26 000 €.",
)

CLEAN_CARDS = (
    ExampleCard(
        (
            "Kirjastoauto uudistuu",
            "Hankitaan kirjastoautoon uusi ajantasainen kalusto ja kokoelma sekä kokeillaan pysäkkejä "
            "kouluilla, hoivakodeissa ja kylätaloilla.",
            "Hyvinvointi / Kulttuuri ja kirjasto",
            "Petra Koski",
            "1.9.2024–31.12.2025 / toteutusvaihe",
            "Opetus- ja kulttuuriministeriö 17.5.2024 OKM/318/520/2024",
            "Sivistyslautakunta § 58 / 19.6.2024",
            "2024–2025",
            "64 000 €",
            "80 000 €",
            "16 000 €",
            "Dynasty: 401/02.05.01/2024",
            "Kalusto on tilattu ja pysäkkikokeilu alkoi marraskuussa. Talouden etenemä 41 %.",
            "Kyllä, Petra Koski 14.1.2025",
        ),
        7756,
        {},
    ),
    ExampleCard(
        (
            "Turvallinen koulutie",
            "Kartoitetaan koulumatkojen vaaranpaikat oppilaiden kanssa ja järjestetään pyöräilykasvatusta "
            "alakouluissa.",
            "Sivistys / Perusopetus",
            "Henna Laitila",
            "1.1.2025–31.12.2025 / suunnitteluvaihe",
            "Opetushallitus 2.10.2024 OPH/77/6344/2024",
            "Sivistyslautakunta § 95 / 13.11.2024",
            "2025",
            "27 000 €",
            "30 000 €",
            "3 000 €",
            "Dynasty: 523/02.05.01/2024",
            "Kartoitus alkaa tammikuussa. Talouden etenemä 0 %.",
            "Kyllä, Henna Laitila 13.1.2025",
        ),
        7878,
        {},
    ),
    ExampleCard(
        (
            "Nuorten kesätyöseteli",
            "Jaetaan kesätyöseteleitä peruskoulun päättäville ja valmennetaan nuoria työnhakuun.",
            "Elinvoima / Työllisyyspalvelut",
            "Markus Lehtola",
            "1.2.2025–30.9.2025 / hakuvaihe",
            "Etelä-Suomen aluehallintovirasto",
            "Kaupunginhallitus § 372 / 2.12.2024",
            "2025",
            "33 000 €",
            "40 000 €",
            "7 000 €",
            "Dynasty: 548/02.05.01/2024",
            "Hakemus on jätetty. Päätös saadaan helmikuussa.",
            "Hankkeella ei ole vielä tapahtumia.",
        ),
        7903,
        {},
    ),
)
