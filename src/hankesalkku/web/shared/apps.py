"""Makes the shared templates, tags and the static files known to Django."""

from __future__ import annotations

from django.apps import AppConfig


class SharedPagesConfig(AppConfig):
    """The shared part of the pages; it has no tables."""

    name = "hankesalkku.web.shared"
    label = "shared_pages"
