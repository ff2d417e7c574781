"""Who visits a signed-in page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hankesalkku.core.access.actor import Actor
from hankesalkku.core.language.wording import Wording
from hankesalkku.services.organisation.organisations import OrganisationSeen


@dataclass(frozen=True, slots=True)
class Visit:
    """Who visits: the actor in the organisation of the address, the words of the page, the organisation's day."""

    actor: Actor
    organisation: OrganisationSeen
    wording: Wording
    day: date

    @property
    def base(self) -> str:
        """Give the beginning of the organisation's addresses."""
        return f"/app/{self.organisation.slug}"
