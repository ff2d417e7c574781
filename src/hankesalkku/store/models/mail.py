"""Mail that leaves (*lähtevä posti*): written with the change it tells of, sent after the commit, failures kept."""

from __future__ import annotations

from django.db import models

from hankesalkku.store.models.base import Keyed


class OutgoingMail(Keyed):
    """A message to one person: waiting, sent or failed. Its text goes once it was sent or given up."""

    organisation = models.ForeignKey("store.Organisation", models.PROTECT, null=True, related_name="+")
    to = models.EmailField(max_length=254)
    subject = models.CharField(max_length=200)
    body = models.TextField(blank=True)
    state = models.CharField(max_length=10, default="waiting")
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    class Meta:
        """What waits is sent in order."""

        indexes = [models.Index(fields=["state", "created_at"], name="outgoing_mail_queue")]
