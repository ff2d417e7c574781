from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from hankesalkku.core.card.document import HiddenContent, Link, PlacedText, Source
from hankesalkku.core.findings.finding import Severity
from hankesalkku.core.findings.run import catalogue
from hankesalkku.core.findings.signs.identity_code import check_character
from tests.support.cards import card, findings

ERROR, WARNING = Severity.ERROR, Severity.WARNING
CODE = "131052-308T"
"""The example of the Digital and Population Data Services Agency; nobody has it."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Oppilas {CODE} aloitti", [ERROR]),
        ("131052–308t", [ERROR]),
        ("131052X308T", [ERROR]),
        ("131052 - 308T", [ERROR]),
        ("131052+308T", [ERROR]),
        ("131052A308T", [ERROR]),
        ("131052-308U", [WARNING]),
        ("131052308T", [WARNING]),
        ("311352-308T", []),
        ("290223A1234", []),
        ("010203-2023", []),
        ("1131052-308T", []),
        ("12/02.05.01.03/2021", []),
        (f"{CODE} ja {CODE}", [ERROR, ERROR]),
        ("", []),
    ],
)
def test_personal_identity_code(text: str, expected: list[Severity]) -> None:
    found = findings("personal-identity-code", card(description=text))

    assert [finding.severity for finding in found] == expected


@pytest.mark.parametrize(
    "facts",
    [
        {"title": CODE},
        {"note": CODE},
        {"source": Source(f"{CODE}.docx", "", "docx")},
        {"links": (Link(f"https://mallila.example/{CODE}", None),)},
        {"unread": (PlacedText(CODE),)},
        {"furniture": (PlacedText(CODE),)},
        {"hidden": (HiddenContent("comment", 1, CODE),)},
    ],
)
def test_personal_identity_code_is_found_everywhere_in_a_document(facts: dict[str, object]) -> None:
    assert [finding.field for finding in findings("personal-identity-code", **facts)] == ["document"]


def test_personal_identity_code_is_found_in_every_row_and_never_repeated() -> None:
    rows = {"name": CODE, "unit": CODE, "gross_income": CODE, "other_information": CODE}

    found = findings("personal-identity-code", card(rows, extra={"Muuta": CODE}))

    assert [finding.field for finding in found] == [*rows, "extra:Muuta"]
    assert "308T" not in repr(found)


def test_personal_identity_code_can_only_be_mended() -> None:
    rule = catalogue()["personal-identity-code"]

    assert (rule.stops_publication, rule.can_be_waived) == (True, False)


def test_personal_identity_codes_planted_are_found() -> None:
    texts = list(planted_codes(random.Random(2023), 200))

    found = sum(bool(findings("personal-identity-code", card(status=text))) for text in texts)

    assert found >= 198


def test_case_numbers_and_dates_are_no_personal_identity_codes() -> None:
    texts = list(case_numbers_and_dates(random.Random(2024), 2_000))

    false = [text for text in texts if findings("personal-identity-code", card(status=text))]

    assert len(false) <= 20


def planted_codes(chance: random.Random, count: int) -> Iterator[str]:
    """Make sentences that hold a code each: any day since 1900, every sign of its century, every kind of dash."""
    frames = (
        "Asiakas {} on mukana.",
        "({})",
        "hetu:{}",
        "tunnus {}, siirto",
        "{}.",
        "Lapset {} ja muut",
        "”{}”",
    )
    for _ in range(count):
        day = date(1900, 1, 1) + timedelta(days=chance.randrange(46_000))
        sign = chance.choice("-–‐−YXWVU" if day.year < 2000 else "ABCDEF")
        digits, serial = f"{day:%d%m%y}", f"{chance.randrange(2, 900):03d}"
        code = f"{digits}{sign}{serial}{check_character(digits + serial)}"
        yield chance.choice(frames).format(chance.choice((code, code.lower())))


def case_numbers_and_dates(chance: random.Random, count: int) -> Iterator[str]:
    """Make case numbers, dates, ranges, amounts and accounts in the forms of D60, D80 and D81."""
    for _ in range(count):
        run, year = chance.randrange(1, 1_000_000), chance.randrange(1990, 2030)
        day = date(year, 1, 1) + timedelta(days=chance.randrange(365))
        yield chance.choice(
            (
                f"{run}/02.05.01.03/{year}",
                f"{run:06d}-{year}",
                f"{run}-{year} (041)",
                f"HEL {year}-{run:06d} T 02 05 02",
                f"MliDno-{year}-{run}",
                f"OKM/{run}/520/{year}",
                f"ESAVI/{run}/{year}",
                f"{day:%d%m%y}-{year}",
                f"{day:%d.%m.%Y}-{day:%d.%m.%Y}",
                f"{day:%d%m%y}–{day:%d%m%y}",
                f"{day:%Y-%m-%d}",
                f"{day.day}.{day.month}.–31.12.{year}",
                f"{run} 000 €",
                f"{run:07d}-{chance.randrange(10)}",
            )
        )
