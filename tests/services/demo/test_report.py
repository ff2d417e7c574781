"""Last year's report as a file: it reads back, its faults are the planted ones, and most of it is in the register."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hankesalkku.core.card.card import Card
from hankesalkku.core.findings.context import Context
from hankesalkku.core.findings.finding import Severity
from hankesalkku.core.findings.run import run
from hankesalkku.ingest.cards import File, read_cards
from hankesalkku.services.demo.projects import projects
from hankesalkku.services.demo.report import (
    LAST_YEAR_DAY,
    ReportForm,
    last_year_document,
    last_year_file_name,
    last_year_report,
)

PLANTED = {
    "Kielitietoinen varhaiskasvatus": {"budget-years-outside-period"},
    "Yhteisöllinen kouluhyvinvointi": {"sum-mismatch"},
    "Harrastamisen Suomen malli 2025–2026": {"date-invalid"},
    "Lukion hyvinvointimentorit": {
        "attestation-missing",
        "budget-years-outside-period",
        "progress-missing",
    },
    "Koulukiinteistöjen energiaremontti": {"phone-number"},
    "Myllyojan hulevesikosteikko": {"meeting-on-sunday", "section-two-dates"},
    "Luontopolku kaikille": {"funder-decision-date-missing", "section-two-dates"},
    "Maailma kylässä": {"parts-sum-mismatch"},
}
NEW = {"Luontopolku kaikille", "Maailma kylässä", "Senioreiden digikerhot", "Yöbussi kotiin"}


def severe(cards: tuple[Card, ...]) -> dict[str, set[str]]:
    document = replace(last_year_document(), cards=cards)
    found: dict[str, set[str]] = {}
    for finding in run(Context(document, LAST_YEAR_DAY)).findings:
        for index in finding.cards if finding.severity is not Severity.NOTE else ():
            found.setdefault(cards[index].name or "", set()).add(finding.rule)
    return found


def values(card: Card) -> Card:
    return replace(card, rows=())


def test_findings_are_the_planted_ones() -> None:
    assert severe(last_year_document().cards) == PLANTED


@pytest.mark.parametrize("form", list(ReportForm))
def test_report_reads_back_with_its_faults(form: ReportForm) -> None:
    read = read_cards(File(last_year_file_name(form), last_year_report(form)))

    assert [card.name for card in read.cards] == [card.name for card in last_year_document().cards]
    assert severe(read.cards) == PLANTED
    assert read.unread == ()


def test_most_cards_are_in_the_register_with_other_values() -> None:
    register = {project.card.case_number: project.card for project in projects()}
    known = {card.case_number: card for card in last_year_document().cards if card.case_number in register}

    assert {card.name for card in last_year_document().cards if card.case_number not in register} == NEW
    assert len(known) == 11
    assert all(values(card) != values(register[number]) for number, card in known.items())


def test_report_is_the_same_bytes_again() -> None:
    assert last_year_report.__wrapped__(ReportForm.WORD) == last_year_report(ReportForm.WORD)
