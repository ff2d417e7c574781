"""Words for phases in three languages: requirements D1."""

from __future__ import annotations

import pytest

from hankesalkku.core.values.phase import PHASE_WORDS, Phase, read_phases


@pytest.mark.parametrize(
    ("text", "phases"),
    [
        ("toteutusvaihe", (Phase.IMPLEMENTATION,)),
        ("Toteutusvaiheessa", (Phase.IMPLEMENTATION,)),
        ("käynnissä", (Phase.IMPLEMENTATION,)),
        ("suunnittelu- ja toteutusvaihe", (Phase.PLANNING, Phase.IMPLEMENTATION)),
        ("toteutus- ja suunnitteluvaihe", (Phase.IMPLEMENTATION, Phase.PLANNING)),
        ("planerings- och genomförandefas", (Phase.PLANNING, Phase.IMPLEMENTATION)),
        ("planning and implementation phase", (Phase.PLANNING, Phase.IMPLEMENTATION)),
        ("odottaa rahoituspäätöstä", (Phase.AWAITING_DECISION,)),
        ("väntar på beslut", (Phase.AWAITING_DECISION,)),
        ("decision pending", (Phase.AWAITING_DECISION,)),
        ("final report", (Phase.FINAL_REPORT,)),
        ("hylätty", (Phase.REJECTED,)),
        ("hakemus peruttu", (Phase.WITHDRAWN,)),
        ("toteutus, toteutusvaihe", (Phase.IMPLEMENTATION,)),
    ],
)
def test_phases_in_the_order_written(text: str, phases: tuple[Phase, ...]) -> None:
    reading = read_phases(text)
    assert reading.value == phases
    assert reading.remarks == ()


@pytest.mark.parametrize("text", ["", "1.1.2023–31.12.2023", "jatkuva"])
def test_phases_none_named(text: str) -> None:
    assert read_phases(text).value is None


def test_phases_leave_other_words_over() -> None:
    assert [remark.text for remark in read_phases("toteutusvaihe alkaa").remarks] == ["alkaa"]


@pytest.mark.parametrize("language", PHASE_WORDS)
@pytest.mark.parametrize("joint", [", ", " / ", " ja ", " och ", " and ", " + "])
def test_phase_words_read_back_in_each_language(language: str, joint: str) -> None:
    words = PHASE_WORDS[language]
    reading = read_phases(joint.join(words[phase] for phase in Phase))
    assert reading.value == tuple(Phase)
    assert reading.remarks == ()
