"""Rows as they print: the norm where nothing is lost, the own words elsewhere."""

from __future__ import annotations

import pytest

from hankesalkku.core.report.printed import printed_text
from tests.support.cards import card


@pytest.mark.parametrize(
    ("key", "written", "printed"),
    [
        ("gross_income", "4.200 €", "4\u00a0200\u00a0€"),
        ("gross_income", "1,7 milj. euroa", "1\u00a0700\u00a0000\u00a0€"),
        ("gross_income", "31778,40 €", "31\u00a0778,40\u00a0€"),
        ("gross_income", "n. 5 000 €", "n. 5 000 €"),
        ("gross_income", "4.20", "4.20"),
        ("gross_income", "ei", "ei"),
        (
            "gross_income",
            "9.000 € (lukio: 4.000 €, opisto: 5.000 €)",
            "9\u00a0000\u00a0€ (lukio: 4\u00a0000\u00a0€, opisto: 5\u00a0000\u00a0€)",
        ),
        (
            "period",
            "1.1.–31.7.2023 / suunnittelu- ja toteutusvaihe",
            "1.1.2023–31.7.2023 / suunnittelu- ja toteutusvaihe",
        ),
        ("period", "1.1.2023-31.12.2023", "1.1.2023–31.12.2023"),
        ("period", "1.1.2023–31.712.2023 / toteutusvaihe", "1.1.2023–31.712.2023 / toteutusvaihe"),
        (
            "funder_decision",
            "OKM 12.4.2022 OKM/74/520/2022",
            "Opetus- ja kulttuuriministeriö 12.4.2022 OKM/74/520/2022",
        ),
        ("funder_decision", "OKM/1117/520/2021", "OKM/1117/520/2021"),
        ("funder_decision", "va-tem-2026-16", "va-tem-2026-16"),
        ("municipal_decision", "Kh § 47 / 19.5.2021", "Kh 19.5.2021 §\u00a047"),
        ("municipal_decision", "Hallintosääntö luku 5 § 23", "Hallintosääntö luku 5 § 23"),
        ("budget_years", "2022-2024", "2022–2024"),
        ("budget_years", "2022 ja 2024", "2022, 2024"),
        ("unit", "Sivistys/ Kirjasto", "Sivistys / Kirjasto"),
        ("unit", "Sivistys / Kirjasto, hankevastaava", "Sivistys / Kirjasto, hankevastaava"),
        ("responsible_persons", "rehtori Aino Esimerkki", "rehtori Aino Esimerkki"),
        ("description", "4.200 € = paljon", "4.200 € = paljon"),
    ],
)
def test_row_prints_in_the_norm_where_nothing_is_lost(key: str, written: str, printed: str) -> None:
    made = card({key: written})
    assert printed_text(made, made.rows[0], "fi") == printed


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        ("sv", "Utbildningsstyrelsen 1.2.2022 OPH/5/100/2022"),
        ("en", "Finnish National Agency for Education 1.2.2022 OPH/5/100/2022"),
    ],
)
def test_funder_prints_by_its_name_in_the_language(language: str, printed: str) -> None:
    made = card(funder_decision="Opetushallitus 1.2.2022 OPH/5/100/2022")
    assert printed_text(made, made.rows[0], language) == printed
