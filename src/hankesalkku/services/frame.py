"""What the frame of every page tells: banner, head of the audit chain. Asked once a request."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from hankesalkku.store.models import AuditChain, Installation


@dataclass(frozen=True, slots=True)
class FrameFacts:
    """The banner by language, whether changes are refused now (R4), the head of the organisation's register chain."""

    banner: dict[str, str]
    is_read_only: bool
    chain_head: str


def frame_facts(organisation: UUID | None) -> FrameFacts:
    """Give the facts for an organisation's pages; for open pages give None."""
    installation = Installation.objects.filter(id=1).first()
    heads = AuditChain.objects.filter(organisation=organisation, log_class="register")
    head = heads.values_list("head", flat=True).first() if organisation else None
    return FrameFacts(
        installation.banner if installation else {},
        installation.is_read_only if installation else False,
        head or "",
    )
