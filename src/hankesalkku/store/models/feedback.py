"""Feedback (*palaute*) on accessibility and the service: answered within fourteen days."""

from __future__ import annotations

from django.db import models

from hankesalkku.store.models.base import Keyed


class Feedback(Keyed):
    """A message from anybody; `organisation` is empty where the page belonged to none."""

    organisation = models.ForeignKey("store.Organisation", models.PROTECT, null=True, related_name="+")
    number = models.PositiveIntegerField(unique=True)
    page = models.CharField(max_length=500, blank=True)
    text = models.TextField()
    email = models.EmailField(max_length=254, blank=True)
    language = models.CharField(max_length=2, default="fi")
    created_at = models.DateTimeField()
    due_on = models.DateField()
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey("store.User", models.SET_NULL, null=True, related_name="+")
