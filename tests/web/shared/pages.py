"""Renders shared templates without the site: just enough of Django for templates, forms and static files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import django
from django.conf import settings

WEB = Path(__file__).parents[3] / "src" / "hankesalkku" / "web"
TEMPLATES = Path(__file__).parent / "templates"


def make_django_ready() -> None:
    """Configure Django once, unless the site's own settings are in force."""
    if settings.configured:
        return
    settings.configure(
        SECRET_KEY="only-for-tests",
        INSTALLED_APPS=["django.contrib.staticfiles", "hankesalkku.web.shared"],
        STATIC_URL="/static/",
        STATICFILES_DIRS=[WEB / "static"],
        ROOT_URLCONF=__name__,
        USE_TZ=True,
        TIME_ZONE="Europe/Helsinki",
        TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}],
    )
    django.setup()


urlpatterns: list[object] = []


def render(name: str, context: Mapping[str, object], *, folder: Path = TEMPLATES) -> str:
    """Render a template of the shared pages, or of the gallery, with a request as the site gives it."""
    from django.template import engines
    from django.template.backends.django import DjangoTemplates
    from django.test import RequestFactory

    request = RequestFactory().get("/app/mallila/hankkeet/?haku=esi")
    engine = DjangoTemplates(
        {
            "NAME": "gallery",
            "DIRS": [folder],
            "APP_DIRS": True,
            "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
        }
    )
    assert engines is not None
    return str(engine.get_template(name).render(dict(context), request))
