"""How people sign in: identities at providers, open sessions, counted tries."""

from __future__ import annotations

from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from hankesalkku.store.models.base import Keyed


class Identity(Keyed):
    """A user's account at an identity provider: known by issuer and subject, never by an e-mail address (P3, O1)."""

    user = models.ForeignKey("store.User", models.CASCADE, related_name="identities")
    provider = models.ForeignKey("store.IdentityProvider", models.PROTECT, related_name="+")
    issuer = models.CharField(max_length=500)
    subject = models.CharField(max_length=255)
    label = models.CharField(max_length=254, blank=True)
    bound_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        """One user per account at a provider."""

        constraints = [models.UniqueConstraint(fields=["issuer", "subject"], name="identity_once")]


class SignInSession(AbstractBaseSession):
    """A browser's session; `user` tells whose, so that a person sees and ends their own."""

    user = models.ForeignKey("store.User", models.CASCADE, null=True, related_name="sessions")


class SignInTries(models.Model):
    """How often something was tried in a stretch of time; the key is a digest and names nobody."""

    key = models.CharField(max_length=64, primary_key=True)
    started_at = models.DateTimeField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        """Old ones are found by time."""

        indexes = [models.Index(fields=["started_at"], name="sign_in_tries_by_time")]
