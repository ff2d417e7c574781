"""A small report of Mallila as the text of a file, two cards with planted faults: for tests of the commands."""

from __future__ import annotations

from pathlib import Path

HEADING = """\
Sivistyslautakunnan toimiala

SIVISTYSTOIMIALAN v. 2023 JATKUVAT JA UUDET HANKKEET

"""

FIRST = """\
Hankkeen nimi
Lukuinto kasvaa – koulukirjastojen kehittäminen 2022–2023
Hankkeen tarkoitus / kuvaus
Koulukirjastoihin hankitaan kirjoja ja palkataan kirjastopedagogi.
Yksikkö
Sivistys / Perusopetus
Vastuuhenkilö
Aino Esimerkki
Toteutusaika / hankevaihe
1.1.2022–31.12.2023 / toteutusvaihe
Rahoittaja, päätös
Opetushallitus 12.11.2021 OPH-4321-2021
Kaupungin päätös
Sivistyslautakunta 14.12.2021 § 88
Budjetoitu; vuodet
2022–2023
Bruttotulot koko hankeajalta
40 000 €
Bruttomenot (suunniteltu)
50 000 €
Kaupungin rahoitusosuus
10 000 €
Muita tietoja
Dynasty: 120/12.03.00/2022
Hankkeen tilanne ja talouden etenemä (%-lukuna)
Kirjastopedagogi aloitti elokuussa. Etenemä 48 %.
Vastuuhenkilö on tarkastanut hankkeen taloustoteumat talous- ym. järjestelmistä
Kyllä, Aino Esimerkki 10.1.2023

"""

SECOND = """\
Hankkeen nimi
Rantapuiston esteettömät polut
Hankkeen tarkoitus / kuvaus
Polut päällystetään ja penkit uusitaan.
Yksikkö
Elinvoima / Kaupunkitekniikka
Vastuuhenkilö
Onni Oletettu
Toteutusaika / hankevaihe
1.3.2023–31.712.2023 / toteutusvaihe
Rahoittaja, päätös
Opetus- ja kulttuuriministeriö 3.2.2023 OKM/12/620/2023
Kaupungin päätös
Tekninen lautakunta 7.3.2023 § 31
Budjetoitu; vuodet
2023
Bruttotulot koko hankeajalta
24 000 €
Bruttomenot (suunniteltu)
30 000 €
Kaupungin rahoitusosuus
5 000 €
Muita tietoja
Dynasty: 411/10.03.01/2023
Hankkeen tilanne ja talouden etenemä (%-lukuna)
Urakka on kilpailutettu. Etenemä 5 %.
Vastuuhenkilö on tarkastanut hankkeen taloustoteumat talous- ym. järjestelmistä
Kyllä, Onni Oletettu 10.1.2023
"""

REPORT = HEADING + FIRST + SECOND


def a_file(folder: Path, text: str = REPORT, name: str = "raportti.txt") -> str:
    """Put a report into a folder and give its path as a command takes it."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)
