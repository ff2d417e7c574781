"""Every address of the site."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [path("", include("hankesalkku.web.urls"))]
handler403 = "hankesalkku.web.shared.errors.refused"
handler404 = "hankesalkku.web.shared.errors.not_found"
handler500 = "hankesalkku.web.shared.errors.service_fault"
