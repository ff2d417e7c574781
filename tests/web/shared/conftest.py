"""Django with the shared pages and the gallery's own templates."""

from __future__ import annotations

from tests.web.shared.pages import make_django_ready

make_django_ready()
