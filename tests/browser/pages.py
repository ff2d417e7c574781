"""Two pages for the browser tests' own tests: who is signed in, and a form that changes the name."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.urls import path

from hankesalkku.store.models.people import User

PAGE = """<!doctype html><html lang="fi"><head><meta charset="utf-8"><title>Kuka olen</title>
<link rel="icon" href="data:,"></head><body><main><h1>{name}</h1>
<form method="post"><input type="hidden" name="csrfmiddlewaretoken" value="{token}">
<label>Nimi <input name="name"></label> <button>Tallenna</button></form></main></body></html>"""


def who(request: HttpRequest) -> HttpResponseBase:
    """Show the signed-in user's name, or take a new one."""
    user = request.user if isinstance(request.user, User) else None
    if request.method == "POST" and user:
        User.objects.filter(email=user.email).update(name=request.POST["name"])
        return redirect("/")
    name = user.name if user else "Et ole kirjautunut"
    return HttpResponse(PAGE.format(name=name, token=get_token(request)))


urlpatterns = [path("", who)]
