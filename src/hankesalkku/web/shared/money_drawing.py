"""The drawing of a money bar: SVG of per cents, so that one drawing fits every width."""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString

from hankesalkku.web.shared.components import MoneyBar

HEIGHTS = {"row": 8, "project": 24}


def money_drawing(bar: MoneyBar, size: str) -> SafeString:
    """Draw budget as an outline, actual filled, forecast as a dashed end, elapsed time as a tick."""
    height = HEIGHTS[size]
    parts = [
        format_html(
            '<rect class="hs-money-budget" width="{}" height="{}"/>', bar.share(bar.budget_cents), height
        ),
        format_html(
            '<rect class="hs-money-actual" width="{}" height="{}"/>', bar.share(bar.actual_cents), height
        ),
    ]
    if bar.forecast_cents is not None and bar.forecast_cents > bar.actual_cents:
        line = '<line class="hs-money-forecast" x1="{}" x2="{}" y1="{}" y2="{}"/>'
        start, end = bar.share(bar.actual_cents), bar.share(bar.forecast_cents)
        parts.append(format_html(line, start, end, height // 2, height // 2))
    if bar.elapsed_hundredths is not None:
        elapsed = bar.budget_cents * min(bar.elapsed_hundredths, 10_000) // 10_000
        tick = '<line class="hs-money-elapsed" x1="{0}" x2="{0}" y1="-3" y2="{1}"/>'
        parts.append(format_html(tick, bar.share(elapsed), height + 3))
    return format_html(
        '<svg class="hs-money-drawing" width="100%" height="{}" aria-hidden="true" focusable="false">{}</svg>',
        height,
        SafeString("".join(parts)),
    )
