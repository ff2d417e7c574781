"""The audit log (*tapahtumaloki*): append-only, hash-chained per organisation and log class. Source: DESIGN.md 5.

Triggers of both engines forbid UPDATE everywhere here but on the chain's head, and DELETE everywhere but on a payload
that a tombstone speaks of.
"""

from __future__ import annotations

from django.db import models

from hankesalkku.store.models.base import Keyed


class AuditChain(Keyed):
    """The head of a chain: its length and last link; the row is locked last in the transaction of an act."""

    organisation = models.ForeignKey("store.Organisation", models.PROTECT, null=True, related_name="+")
    log_class = models.CharField(max_length=20)
    length = models.PositiveBigIntegerField(default=0)
    head = models.CharField(max_length=64)

    class Meta:
        """One chain per organisation and class."""

        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "log_class"], nulls_distinct=False, name="audit_chain_once"
            )
        ]


class AuditEntry(Keyed):
    """The header of an entry: who, when, act, object, digest of the payload; `link` chains it to the one before."""

    chain = models.ForeignKey(AuditChain, models.PROTECT, related_name="+")
    organisation = models.ForeignKey("store.Organisation", models.PROTECT, null=True, related_name="+")
    number = models.PositiveBigIntegerField()
    act = models.UUIDField()
    at = models.DateTimeField()
    actor_kind = models.CharField(max_length=12)
    actor = models.UUIDField(null=True)
    action = models.CharField(max_length=40)
    result = models.CharField(max_length=12, default="done")
    object_kind = models.CharField(max_length=30)
    object_id = models.UUIDField(null=True)
    origin = models.CharField(max_length=60, blank=True)
    request = models.CharField(max_length=40, blank=True)
    digest = models.CharField(max_length=64)
    link = models.CharField(max_length=64)

    class Meta:
        """Numbers without gaps; read by object, by time, by person."""

        constraints = [models.UniqueConstraint(fields=["chain", "number"], name="audit_entry_number_once")]
        indexes = [
            models.Index(fields=["organisation", "object_kind", "object_id", "at"], name="audit_by_object"),
            models.Index(fields=["organisation", "at"], name="audit_by_time"),
            models.Index(fields=["organisation", "actor", "at"], name="audit_by_actor"),
        ]


class AuditPayload(models.Model):
    """What changed, as canonical JSON with its salt: gone after a lawful redaction, while the entry's digest stays."""

    entry = models.OneToOneField(AuditEntry, models.PROTECT, primary_key=True, related_name="payload")
    salt = models.CharField(max_length=32)
    content = models.TextField()


class AuditTombstone(models.Model):
    """Says that the payload of an entry was removed, under which act: the one reason a payload may go."""

    entry = models.OneToOneField(AuditEntry, models.PROTECT, primary_key=True, related_name="tombstone")
    act = models.UUIDField()
    reason = models.CharField(max_length=300)
