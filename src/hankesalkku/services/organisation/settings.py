"""An organisation's settings: brand, how names are published, limits of findings, labels. Source: screens.md 16."""

from __future__ import annotations

from hankesalkku.store.models import Organisation


def brand_of(slug: str) -> str | None:
    """Give the organisation's brand colour, empty where it keeps ours; None where there is no such organisation."""
    row = Organisation.objects.filter(slug=slug).only("settings").first()
    return None if row is None else str(row.settings.get("brand", ""))
