"""Documents (*asiakirjat*) of a project: a kept file, or a link into the case system."""

from __future__ import annotations

from django.db import models

from hankesalkku.store.models.base import Owned, Versioned


class Document(Owned, Versioned):
    """A decision, application, contract, report or other paper."""

    project = models.ForeignKey("store.Project", models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20)
    name = models.CharField(max_length=300)
    file = models.ForeignKey("store.StoredFile", models.PROTECT, null=True, related_name="+")
    url = models.CharField(max_length=1000, blank=True)
    case_number = models.CharField(max_length=100, blank=True)
    date = models.CharField(max_length=10, blank=True)
    is_public = models.BooleanField(default=False)
    added_by = models.ForeignKey("store.User", models.SET_NULL, null=True, related_name="+")

    class Meta:
        """Read per project."""

        indexes = [models.Index(fields=["organisation", "project"], name="document_of_project")]
