"""Background work (*taustatyöt*): ids and plain JSON as arguments, a lease that is renewed, progress people can see."""

from __future__ import annotations

from django.db import models

from hankesalkku.store.models.base import Keyed


class Job(Keyed):
    """One piece of work: queued, running, done, failed or cancelled; queued again at most three times (DESIGN 5)."""

    organisation = models.ForeignKey("store.Organisation", models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=40)
    arguments = models.JSONField(default=dict)
    actor = models.JSONField(default=dict)
    state = models.CharField(max_length=12, default="queued")
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True)
    worker = models.CharField(max_length=60, blank=True)
    step = models.CharField(max_length=40, blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    is_cancel_asked = models.BooleanField(default=False)
    error = models.TextField(blank=True)
    result = models.JSONField(default=dict)
    created_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        """The worker asks for the oldest that may run."""

        indexes = [models.Index(fields=["state", "created_at"], name="job_queue")]
