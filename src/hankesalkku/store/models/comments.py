"""Comments (*kommentit*) on a project."""

from __future__ import annotations

from django.db import models

from hankesalkku.store.models.base import Owned


class Comment(Owned):
    """What somebody said about a project; a removed one keeps its place without its text."""

    project = models.ForeignKey("store.Project", models.CASCADE, related_name="+")
    author = models.ForeignKey("store.User", models.SET_NULL, null=True, related_name="+")
    author_name = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    field = models.CharField(max_length=100, blank=True)
    created_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    class Meta:
        """Read in order of time."""

        indexes = [models.Index(fields=["organisation", "project", "created_at"], name="comment_of_project")]
