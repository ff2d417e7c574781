"""Files brought in (*tuonti*): originals under their hash, what was read, what was proposed and decided."""

from __future__ import annotations

from django.db import models

from hankesalkku.store.models.base import Owned, Versioned


class StoredFile(Owned):
    """A kept file: its bytes lie in the files folder under their SHA-256, never under its name."""

    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=120)
    created_at = models.DateTimeField()

    class Meta:
        """The same bytes once per organisation."""

        constraints = [models.UniqueConstraint(fields=["organisation", "sha256"], name="stored_file_once")]


class ImportBatch(Owned, Versioned):
    """One act of bringing in files (one or several years): reading, review, undo concern it as a whole.

    `state`: queued, reading, mapping (a list waits for its columns), review, done, failed, cancelled, undone.
    `undo_left` lists what an undo left alone: {"project": key, "number": 12, "name": …, "fields": […]}.
    """

    number = models.PositiveIntegerField()
    state = models.CharField(max_length=12, default="queued")
    imported_by = models.ForeignKey("store.User", models.SET_NULL, null=True, related_name="+")
    imported_by_name = models.CharField(max_length=200)
    job = models.ForeignKey("store.Job", models.SET_NULL, null=True, related_name="+")
    mapping = models.ForeignKey("store.ColumnMapping", models.SET_NULL, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True)
    undo_left = models.JSONField(default=list)

    class Meta:
        """A number per organisation."""

        constraints = [models.UniqueConstraint(fields=["organisation", "number"], name="import_number_once")]


class ImportedFile(Owned):
    """One file of a batch and what was read from it: `document` is the card document without its cards' findings.

    `state`: queued, read, mapping, refused. `text` is the kept file of its lines, for the review beside the card.
    """

    batch = models.ForeignKey(ImportBatch, models.CASCADE, related_name="files")
    position = models.PositiveSmallIntegerField()
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    name = models.CharField(max_length=300)
    format = models.CharField(max_length=20, blank=True)
    state = models.CharField(max_length=12, default="queued")
    refusal = models.JSONField(null=True)
    report_date = models.CharField(max_length=10, blank=True)
    document = models.JSONField(null=True)
    findings = models.JSONField(default=list)
    table = models.JSONField(null=True)
    text = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    pages = models.PositiveIntegerField(null=True)
    cards = models.PositiveIntegerField(default=0)
    characters = models.PositiveIntegerField(default=0)
    placed = models.PositiveIntegerField(default=0)

    class Meta:
        """Read in order."""

        constraints = [
            models.UniqueConstraint(fields=["batch", "position"], name="imported_file_position_once")
        ]
        indexes = [models.Index(fields=["organisation", "file"], name="imported_file_by_file")]


class PagePicture(Owned):
    """A page of an imported PDF as a picture (a stored PNG), for the review beside the card."""

    imported_file = models.ForeignKey(ImportedFile, models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    points_wide = models.FloatField()
    points_high = models.FloatField()

    class Meta:
        """A picture a page."""

        constraints = [models.UniqueConstraint(fields=["imported_file", "number"], name="page_picture_once")]


class Proposal(Owned, Versioned):
    """A card proposed to the register, and what was decided. `card` is its exchange form as read, never changed.

    `choices` holds the reviewer's decision per field: {key: {"take": "proposed"|"register"|"text", "text": …}}.
    `kind`: new, changed, same, conflict. `state`: open, accepted, skipped, undone. `origins` tells where a card put
    together from several files has its rows from, and their older values: {"rows": {key: file}, "past": [{"key": …,
    "text": …, "file": …, "date": …}]}. `alternatives` are other projects that come near: {"project": …, "score": …}.
    `before` is what an accepted merge changed, for its undo.
    """

    imported_file = models.ForeignKey(ImportedFile, models.CASCADE, related_name="proposals")
    position = models.PositiveIntegerField()
    name = models.CharField(max_length=500, blank=True)
    card = models.JSONField()
    findings = models.JSONField(default=list)
    worst = models.PositiveSmallIntegerField(default=3)
    kind = models.CharField(max_length=12)
    match = models.ForeignKey("store.Project", models.SET_NULL, null=True, related_name="+")
    match_version = models.PositiveIntegerField(null=True)
    match_score = models.PositiveSmallIntegerField(default=0)
    match_reasons = models.JSONField(default=list)
    alternatives = models.JSONField(default=list)
    is_close = models.BooleanField(default=False)
    twins = models.JSONField(default=list)
    origins = models.JSONField(default=dict)
    choices = models.JSONField(default=dict)
    state = models.CharField(max_length=12, default="open")
    reason = models.CharField(max_length=500, blank=True)
    decided_by = models.ForeignKey("store.User", models.SET_NULL, null=True, related_name="+")
    decided_by_name = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True)
    result = models.ForeignKey("store.Project", models.SET_NULL, null=True, related_name="+")
    result_version = models.PositiveIntegerField(null=True)
    before = models.JSONField(null=True)

    class Meta:
        """Read in the order of the file."""

        constraints = [
            models.UniqueConstraint(fields=["imported_file", "position"], name="proposal_position_once")
        ]


class Leftover(Owned):
    """Text of a file that found no place; a person may attach it to a field of a proposed card."""

    imported_file = models.ForeignKey(ImportedFile, models.CASCADE, related_name="leftovers")
    position = models.PositiveIntegerField()
    text = models.TextField()
    places = models.JSONField(default=list)
    state = models.CharField(max_length=12, default="open")
    proposal = models.ForeignKey(Proposal, models.SET_NULL, null=True, related_name="+")
    field = models.CharField(max_length=200, blank=True)


class ColumnMapping(Owned, Versioned):
    """What the columns of a list mean, corrected once and remembered (*sarakemääritys*)."""

    name = models.CharField(max_length=100)
    columns = models.JSONField()
    used_at = models.DateTimeField(null=True)


class LearnedSynonym(Owned):
    """A label or a unit's spelling that a reviewer taught (*Opi tämä*)."""

    kind = models.CharField(max_length=10)
    text = models.CharField(max_length=200)
    target = models.CharField(max_length=200)

    class Meta:
        """A spelling means one thing."""

        constraints = [
            models.UniqueConstraint(fields=["organisation", "kind", "text"], name="learned_synonym_once")
        ]
