"""What the tables share: keys made in services, the organisation of a row, its version."""

from __future__ import annotations

from django.db import models


class Keyed(models.Model):
    """A row with a UUIDv7 key, which the service that makes the row chooses."""

    id = models.UUIDField(primary_key=True, editable=False)

    class Meta:
        """No table of its own."""

        abstract = True


class Owned(Keyed):
    """A row of one organisation; no key of ours crosses organisations."""

    organisation = models.ForeignKey("store.Organisation", models.PROTECT, related_name="+")

    class Meta:
        """No table of its own."""

        abstract = True


class Versioned(models.Model):
    """A row that people change: `version` stands in the WHERE of every UPDATE (store/queries/versions.py)."""

    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        """No table of its own."""

        abstract = True
