"""Funders (*rahoittajat*) of an organisation: the shipped list, and what the organisation changed or added."""

from __future__ import annotations

from django.db import models

from hankesalkku.store.models.base import Owned, Versioned


class Funder(Owned, Versioned):
    """A funder with its names, number prefixes, years and successor. `is_shipped` rows came with the product."""

    name = models.CharField(max_length=200)
    name_sv = models.CharField(max_length=200, blank=True)
    name_en = models.CharField(max_length=200, blank=True)
    short_names = models.JSONField(default=list, blank=True)
    prefixes = models.JSONField(default=list, blank=True)
    group = models.CharField(max_length=30, default="other")
    valid_from = models.CharField(max_length=10, blank=True)
    valid_to = models.CharField(max_length=10, blank=True)
    successor = models.ForeignKey("self", models.SET_NULL, null=True, related_name="+")
    sort_key = models.CharField(max_length=400)
    is_shipped = models.BooleanField(default=False)
    is_changed = models.BooleanField(default=False)

    class Meta:
        """A legal name once."""

        constraints = [models.UniqueConstraint(fields=["organisation", "name"], name="funder_name_once")]
