"""The committee's report: fourteen rows in order, links on their words, findings gathered."""

from __future__ import annotations

from datetime import date

from hankesalkku.core.card.fields import FIELDS
from hankesalkku.core.findings.context import Context
from hankesalkku.core.findings.run import run
from hankesalkku.core.report.build import Choices, build_report
from hankesalkku.core.report.model import Report, Run
from tests.support.cards import card, document

CASE = "https://asiat.mallila.example/#/case/7"
FIRST = card(
    name="Kirjasto kuuluu kaikille",
    period="1.1.2023–31.712.2023 / toteutusvaihe",
    other_information="Dynasty: 90/02.05.01.03/2023, jatkuu",
    case_url=CASE,
    extra={"Ohjausryhmä": "kokoontuu"},
)
SECOND = card(name="Pyöräreitit", period="2023–31.712.2023")


def report(*, with_findings: bool = False) -> Report:
    made = document(FIRST, SECOND)
    findings = run(Context(made)).findings
    choices = Choices(with_findings=with_findings)
    return build_report(made, findings, printed_on=date(2031, 1, 15), choices=choices)


def test_card_has_the_fourteen_rows_in_order_and_extra_rows_after() -> None:
    rows = report().cards[0].rows
    assert [row.label for row in rows] == [*(field.label("fi") for field in FIELDS), "Ohjausryhmä"]
    assert [row.number for row in rows] == [*range(1, 15), None]


def test_row_that_the_card_lacks_is_empty() -> None:
    row = report().cards[0].rows[1]
    assert (row.key, row.text, row.paragraphs) == ("description", "", ())


def test_link_is_on_the_case_number() -> None:
    row = next(row for row in report().cards[0].rows if row.key == "other_information")
    assert row.paragraphs == ((Run("Dynasty: "), Run("90/02.05.01.03/2023", CASE), Run(", jatkuu")),)


def test_annex_stands_only_where_it_was_asked_for() -> None:
    assert report().annex is None


def test_annex_gathers_like_findings_and_leaves_import_remarks_out() -> None:
    annex = report(with_findings=True).annex
    assert annex is not None
    lines = {line.title: line.cards for line in annex}
    assert (lines["Kaupungin päätös puuttuu"], lines["Mahdoton päivämäärä"]) == ("1, 2", "1, 2")
    assert not any("Otsikko" in line.title for line in annex)
    assert [line.severity.rank for line in annex] == sorted(line.severity.rank for line in annex)
