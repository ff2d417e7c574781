"""The addresses of the imports' pages, below `/app/<slug>/`."""

from __future__ import annotations

from django.urls import path

from hankesalkku.web.imports import acts, files, ledger, review

urlpatterns = [
    path("tuonti/", ledger.upload, name="imports"),
    path("tuonti/esimerkki/", files.example, name="import-example"),
    path("tuonti/<int:number>/", ledger.progress, name="import"),
    path("tuonti/<int:number>/keskeyta/", ledger.cancel, name="import-cancel"),
    path("tuonti/<int:number>/uudelleen/", ledger.retry, name="import-retry"),
    path("tuonti/<int:number>/peru/", ledger.undo, name="import-undo"),
    path("tuonti/<int:number>/tarkista/", review.review, name="import-review"),
    path("tuonti/<int:number>/lukematta/", review.leftovers, name="import-leftovers"),
    path("tuonti/<int:number>/hyvaksy/", acts.accept_clean, name="import-accept-clean"),
    path("tuonti/<int:number>/opi/", acts.learn, name="import-learn"),
    path("tuonti/<int:number>/kortti/<int:place>/kentta/", acts.choose, name="import-choose"),
    path("tuonti/<int:number>/kortti/<int:place>/hyvaksy/", acts.accept, name="import-accept"),
    path("tuonti/<int:number>/kortti/<int:place>/ohita/", acts.skip, name="import-skip"),
    path("tuonti/<int:number>/kortti/<int:place>/avaa/", acts.reopen, name="import-reopen"),
    path("tuonti/<int:number>/kortti/<int:place>/hanke/", acts.match, name="import-match"),
    path("tuonti/<int:number>/tiedosto/<int:position>/", files.original, name="import-original"),
    path("tuonti/<int:number>/tiedosto/<int:position>/teksti/", files.text, name="import-text"),
    path(
        "tuonti/<int:number>/tiedosto/<int:position>/<int:page_number>.png",
        files.page_picture,
        name="import-page",
    ),
]
