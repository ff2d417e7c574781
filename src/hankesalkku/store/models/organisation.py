"""The organisation (*organisaatio*), its units, wordings, links and ways to sign in."""

from __future__ import annotations

from django.db import models

from hankesalkku.store.models.base import Keyed, Owned, Versioned


class Installation(models.Model):
    """One row: what the installation knows about itself: banner, read-only mode, lexicon of the search column."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    lexicon = models.CharField(max_length=60, blank=True)
    banner = models.JSONField(default=dict, blank=True)
    is_read_only = models.BooleanField(default=False)
    verified_at = models.DateTimeField(null=True)
    verified_is_clean = models.BooleanField(null=True)
    backed_up_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)


class Organisation(Keyed, Versioned):
    """A municipality or joint authority: the tenant. `settings` is what `core`'s OrganisationSettings holds."""

    slug = models.SlugField(max_length=60, unique=True)
    kind = models.CharField(max_length=20, default="kaupunki")
    name = models.CharField(max_length=200)
    name_other = models.JSONField(default=dict, blank=True)
    language = models.CharField(max_length=2, default="fi")
    time_zone = models.CharField(max_length=60, default="Europe/Helsinki")
    settings = models.JSONField(default=dict, blank=True)
    is_demo = models.BooleanField(default=False)


class Counter(models.Model):
    """The last number given out, per organisation and kind of thing (projects, imports, units)."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    name = models.CharField(max_length=30)
    value = models.PositiveIntegerField(default=0)

    class Meta:
        """One counter a kind."""

        constraints = [models.UniqueConstraint(fields=["organisation", "name"], name="counter_once")]


class Unit(Owned, Versioned):
    """A unit of the tree; `lineage` is the numbers of its ancestors and itself, each six digits and a full stop."""

    number = models.PositiveIntegerField()
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    lineage = models.CharField(max_length=120)
    name = models.CharField(max_length=200)
    name_other = models.JSONField(default=dict, blank=True)
    synonyms = models.JSONField(default=list, blank=True)
    sort_key = models.CharField(max_length=400)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    successor = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    head = models.ForeignKey("store.Person", models.SET_NULL, null=True, related_name="+")

    class Meta:
        """A number per organisation; subtree queries go by the lineage."""

        constraints = [models.UniqueConstraint(fields=["organisation", "number"], name="unit_number_once")]
        indexes = [models.Index(fields=["organisation", "lineage"], name="unit_lineage")]


class LinkTemplate(Owned, Versioned):
    """How a case number becomes an address; `is_internal` addresses never leave the house."""

    name = models.CharField(max_length=100)
    pattern = models.CharField(max_length=500)
    is_internal = models.BooleanField(default=True)
    position = models.PositiveSmallIntegerField(default=1)


class LabelWording(Owned):
    """A city's own wording of one of the fourteen labels."""

    key = models.CharField(max_length=40)
    language = models.CharField(max_length=2)
    text = models.CharField(max_length=200)

    class Meta:
        """One wording a label and language."""

        constraints = [
            models.UniqueConstraint(fields=["organisation", "key", "language"], name="label_wording_once")
        ]


class ExtraRow(Owned):
    """A row that a city adds to its cards (`extra:<label>`)."""

    label = models.CharField(max_length=200)
    position = models.PositiveSmallIntegerField(default=1)

    class Meta:
        """One row a label."""

        constraints = [models.UniqueConstraint(fields=["organisation", "label"], name="extra_row_once")]


class IdentityProvider(Owned, Versioned):
    """An OpenID Connect provider (staff tenant, school tenant). Its secret is the file `secret_name` of SECRETS_DIR."""

    key = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=100)
    issuer = models.URLField(max_length=500)
    client_id = models.CharField(max_length=200)
    secret_name = models.CharField(max_length=100, blank=True)
    groups_claim = models.CharField(max_length=60, default="groups", blank=True)
    is_enabled = models.BooleanField(default=True)


class GroupRole(Owned):
    """A role that members of a provider's group hold."""

    provider = models.ForeignKey(IdentityProvider, models.CASCADE, related_name="group_roles")
    group = models.CharField(max_length=200)
    role = models.CharField(max_length=20)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
