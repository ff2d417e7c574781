"""Findings (*havainnot*) as they stand in the register, and those set aside."""

from __future__ import annotations

from django.db import models

from hankesalkku.store.models.base import Owned, Versioned


class OpenFinding(Owned):
    """A finding of the last run on a project. Identity: code, projects, field, part; never a page or line (DESIGN 5).

    `content` is the finding's exchange form (core/findings/exchange.py) without places; a card's index there is its
    project's number less one. A finding about several projects has a row at each; `is_first` marks the one that lists
    and counts take.
    """

    project = models.ForeignKey("store.Project", models.CASCADE, related_name="+")
    identity = models.CharField(max_length=64)
    code = models.CharField(max_length=60)
    severity = models.PositiveSmallIntegerField()
    field = models.CharField(max_length=100)
    evidence = models.TextField(blank=True)
    content = models.JSONField()
    is_waived = models.BooleanField(default=False)
    is_first = models.BooleanField(default=True)
    first_seen_at = models.DateTimeField()

    class Meta:
        """A finding stands once per project; lists go by code and by severity."""

        constraints = [
            models.UniqueConstraint(fields=["organisation", "project", "identity"], name="open_finding_once")
        ]
        indexes = [
            models.Index(fields=["organisation", "is_waived", "severity", "code"], name="open_finding_list"),
            models.Index(fields=["project"], name="open_finding_of_project"),
        ]


class Waiver(Owned, Versioned):
    """A finding set aside (*kuittaus*): who, why, until when; it lapses when the evidence changes."""

    project = models.ForeignKey("store.Project", models.CASCADE, null=True, related_name="+")
    code = models.CharField(max_length=60)
    identity = models.CharField(max_length=64, blank=True)
    field = models.CharField(max_length=100, blank=True)
    evidence = models.TextField(blank=True)
    reason_kind = models.CharField(max_length=20)
    reason = models.TextField(blank=True)
    until = models.DateField(null=True)
    waived_by = models.ForeignKey("store.User", models.SET_NULL, null=True, related_name="+")
    waived_by_name = models.CharField(max_length=200)
    ended_at = models.DateTimeField(null=True)
    ended_why = models.CharField(max_length=20, blank=True)

    class Meta:
        """Looked up by identity while it runs."""

        indexes = [models.Index(fields=["organisation", "identity"], name="waiver_by_identity")]
