"""The limits of the rules as an organisation has set them; the defaults where it has not."""

from __future__ import annotations

from dataclasses import fields, replace
from uuid import UUID

from hankesalkku.core.findings.context import Thresholds
from hankesalkku.store.models import Organisation


def thresholds_of(organisation: UUID) -> Thresholds:
    """Give the thresholds of an organisation; settings that name no threshold are left aside."""
    row = Organisation.objects.filter(id=organisation).only("settings").first()
    own = (row.settings.get("thresholds") if row else None) or {}
    known = {field.name for field in fields(Thresholds)}
    return replace(Thresholds(), **{name: value for name, value in own.items() if name in known})
