"""Phases of a project (*hankevaihe*). Source: requirements D1."""

from __future__ import annotations

from enum import StrEnum


class Phase(StrEnum):
    """Where a project stands in its life."""

    IDEA = "idea"
    APPLICATION = "application"
    AWAITING_DECISION = "awaiting_decision"
    PLANNING = "planning"
    IMPLEMENTATION = "implementation"
    FINAL_REPORT = "final_report"
    CLOSED = "closed"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
