"""Renders templates of the shared pages and of the gallery with the site's own settings, without its database."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

import django
from django.apps import apps
from django.template.backends.django import DjangoTemplates
from django.test import RequestFactory
from django.utils import timezone

WEB = Path(__file__).parents[3] / "src" / "hankesalkku" / "web"
TEMPLATES = Path(__file__).parent / "templates"


def make_django_ready() -> None:
    """Load the site's settings, with a throw-away folder for what they keep, unless they are loaded already."""
    if apps.ready:
        return
    os.environ.setdefault("HANKESALKKU_DATA_DIR", tempfile.mkdtemp(prefix="hankesalkku-gallery-"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hankesalkku.config.settings")
    django.setup()


def render(name: str, context: Mapping[str, object]) -> str:
    """Render a template with a request, in the zone of the example city."""
    request = RequestFactory().get("/app/mallila/hankkeet/?haku=esi")
    options = {"context_processors": ["django.template.context_processors.request"]}
    engine = DjangoTemplates({"NAME": "gallery", "DIRS": [TEMPLATES], "APP_DIRS": True, "OPTIONS": options})
    with timezone.override("Europe/Helsinki"):
        return str(engine.get_template(name).render(dict(context), request))
