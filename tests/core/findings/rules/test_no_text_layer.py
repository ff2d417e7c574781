from __future__ import annotations

import pytest

from tests.support.cards import findings


@pytest.mark.parametrize(("pages", "expected"), [((), []), ((3,), [3]), ((1, 2), [1, 2])])
def test_no_text_layer(pages: tuple[int, ...], expected: list[int]) -> None:
    found = findings("no-text-layer", image_pages=pages)

    assert [finding.places[0].page for finding in found] == expected
