"""The addresses of the pages; the one place where the rooms meet."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from hankesalkku.web.shared.front import front
from hankesalkku.web.shared.health import healthz
from hankesalkku.web.shared.language import choose_language
from hankesalkku.web.shared.themes import theme_css

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", healthz, name="healthz"),
    path("kieli/", choose_language, name="language"),
    path("app/<slug:slug>/", front, name="front"),
    path("app/<slug:slug>/teema.css", theme_css, name="theme"),
    path("app/<slug:slug>/", include("hankesalkku.web.imports.urls")),
    path("", include("hankesalkku.web.signin.urls")),
]
