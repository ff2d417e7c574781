"""People named in the register, users who sign in, what they may do."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from hankesalkku.store.models.base import Keyed, Owned, Versioned


class UserManager(BaseUserManager["User"]):
    """Finds users by their address; users are made by services only."""


class User(Keyed, AbstractBaseUser):
    """Somebody who signs in: name, work address, language (V1: nothing else)."""

    email = models.EmailField(max_length=254, unique=True)
    name = models.CharField(max_length=200)
    language = models.CharField(max_length=2, default="fi")
    is_active = models.BooleanField(default=True)
    has_shortcuts = models.BooleanField(default=False)
    is_demo = models.BooleanField(default=False)
    created_at = models.DateTimeField()
    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"


class Person(Owned, Versioned):
    """A person as cards name them; may have a user. `valid_to` is the last day in the house."""

    name = models.CharField(max_length=200)
    sort_key = models.CharField(max_length=400)
    title = models.CharField(max_length=200, blank=True)
    email = models.EmailField(max_length=254, blank=True)
    unit = models.ForeignKey("store.Unit", models.PROTECT, null=True, related_name="+")
    user = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    deputy = models.ForeignKey("self", models.SET_NULL, null=True, related_name="+")
    deputy_from = models.DateField(null=True)
    deputy_to = models.DateField(null=True)

    class Meta:
        """A user is one person of an organisation; people are listed by name."""

        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "user"],
                condition=models.Q(user__isnull=False),
                name="person_user_once",
            )
        ]
        indexes = [models.Index(fields=["organisation", "sort_key"], name="person_by_name")]


class Membership(Owned, Versioned):
    """A role of a user, in a unit and below it or everywhere; `provider` marks one taken from a group."""

    user = models.ForeignKey(User, models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=20)
    unit = models.ForeignKey("store.Unit", models.PROTECT, null=True, related_name="+")
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    provider = models.ForeignKey("store.IdentityProvider", models.CASCADE, null=True, related_name="+")

    class Meta:
        """A role once per user, unit and source."""

        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "user", "role", "unit", "provider"],
                nulls_distinct=False,
                name="membership_once",
            )
        ]


class Invitation(Owned):
    """A one-time link that binds the first sign-in through it to a person (practice.md P3)."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    email = models.EmailField(max_length=254)
    token_digest = models.CharField(max_length=64, unique=True)
    roles = models.JSONField(default=list)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    invited_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")


class SavedView(Owned, Versioned):
    """A list's filters, order and columns under a name: the query string of its address."""

    owner = models.ForeignKey(User, models.CASCADE, related_name="+")
    room = models.CharField(max_length=30)
    name = models.CharField(max_length=100)
    query = models.TextField(blank=True)
    is_shared = models.BooleanField(default=False)
    is_default = models.BooleanField(default=False)

    class Meta:
        """A name once per owner and list."""

        constraints = [
            models.UniqueConstraint(fields=["organisation", "owner", "room", "name"], name="saved_view_once")
        ]
