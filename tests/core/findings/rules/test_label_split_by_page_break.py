from __future__ import annotations

from hankesalkku.core.values.reading import Remark, RemarkCode
from tests.support.cards import card, fields

CUT = Remark(RemarkCode.LABEL_SPLIT_BY_PAGE_BREAK, "Vastuuhenkilö on tarkastanut")


def test_label_split_by_page_break_fires_on_the_row() -> None:
    one = card(remarks={"actuals_checked": (CUT,)}, name="Kirjastoauto", actuals_checked="Kyllä")

    assert fields("label-split-by-page-break", one) == ["actuals_checked"]


def test_label_split_by_page_break_is_said_once_a_row() -> None:
    one = card(remarks={"actuals_checked": (CUT, CUT)}, actuals_checked="Kyllä")

    assert fields("label-split-by-page-break", one) == ["actuals_checked"]


def test_label_in_one_piece_is_in_order() -> None:
    assert fields("label-split-by-page-break", card(actuals_checked="Kyllä")) == []
