"""The one Django application that owns tables of ours."""

from __future__ import annotations

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """Name and label; the models live in `store.models`."""

    name = "hankesalkku.store"
    label = "store"
    default_auto_field = "django.db.models.BigAutoField"
