"""Projects (*hankkeet*): the fourteen rows as written and as values, and what a card cannot hold."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from hankesalkku.store.models.base import Owned, Versioned

EDTF = 10


class Project(Owned, Versioned):
    """A project and the values of its card's rows; dates are EDTF at their own precision, money is cents.

    Rows 3, 4, 6 and 7 are ProjectUnit, ProjectPerson, Grant and MunicipalDecision. `funder` is the card's funder as
    core names it. The text of every row stands in ProjectRow.
    """

    number = models.PositiveIntegerField()
    state = models.CharField(max_length=12, default="registered")
    visibility = models.CharField(max_length=10, default="internal")
    visibility_ground = models.CharField(max_length=300, blank=True)
    is_partner = models.BooleanField(default=False)
    language = models.CharField(max_length=2, default="fi")
    name = models.TextField(blank=True)
    name_other = models.JSONField(default=dict, blank=True)
    description = models.TextField(blank=True)
    description_other = models.JSONField(default=dict, blank=True)
    has_period = models.BooleanField(default=False)
    period_start = models.CharField(max_length=EDTF, blank=True)
    period_end = models.CharField(max_length=EDTF, blank=True)
    phases = models.CharField(max_length=120, blank=True)
    funder = models.TextField(blank=True)
    budget_years = models.JSONField(default=list, blank=True)
    gross_income_cents = models.BigIntegerField(null=True)
    gross_expenditure_cents = models.BigIntegerField(null=True)
    municipal_share_cents = models.BigIntegerField(null=True)
    case_number = models.CharField(max_length=200, blank=True)
    case_url = models.TextField(blank=True)
    other_information = models.TextField(blank=True)
    status = models.TextField(blank=True)
    progress_tenths = models.PositiveIntegerField(null=True)
    actuals_checked = models.TextField(blank=True)
    report_date = models.CharField(max_length=EDTF, blank=True)

    class Meta:
        """A short permanent number per organisation."""

        constraints = [
            models.UniqueConstraint(fields=["organisation", "number"], name="project_number_once"),
            models.CheckConstraint(
                condition=Q(visibility__in=["public", "internal", "restricted"]),
                name="project_visibility_known",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "registered"]), name="project_state_known"
            ),
        ]


class ProjectRow(Owned):
    """A row of the card as written: typed by a person, or imported with its places in the file.

    `original` is the imported text, kept when the row is edited; `file` is the imported file it came from.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="rows")
    position = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=220)
    label = models.CharField(max_length=300, null=True)
    text = models.TextField(blank=True)
    breaks = models.JSONField(default=list, blank=True)
    remarks = models.JSONField(default=list, blank=True)
    original = models.TextField(blank=True)
    places = models.JSONField(default=list, blank=True)
    file = models.ForeignKey("store.ImportedFile", models.SET_NULL, null=True, related_name="+")
    changed_at = models.DateTimeField()
    changed_by_name = models.CharField(max_length=200, blank=True)

    class Meta:
        """The order of the card."""

        constraints = [
            models.UniqueConstraint(fields=["project", "position"], name="project_row_position_once")
        ]


class SumPart(Owned):
    """A named part of one of the three sums."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="parts")
    key = models.CharField(max_length=40)
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=300)
    cents = models.BigIntegerField()

    class Meta:
        """The order as written."""

        constraints = [models.UniqueConstraint(fields=["project", "key", "position"], name="sum_part_once")]


class FurtherPeriod(Owned):
    """A period after the first of row 5."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="further_periods")
    position = models.PositiveSmallIntegerField()
    start = models.CharField(max_length=EDTF, blank=True)
    end = models.CharField(max_length=EDTF, blank=True)


class PhaseChange(Owned):
    """When a project came into its phases (D1: phase history)."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="phase_changes")
    phases = models.CharField(max_length=120, blank=True)
    on = models.DateField()


class ProjectUnit(Owned):
    """A unit of a project, dated; one leads (practice.md P1). `part_name` is the named part that the unit carries.

    `written` is the path as the card wrote it, printed while it means the tree's path.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="units")
    unit = models.ForeignKey("store.Unit", models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    written = models.JSONField(default=list, blank=True)
    is_lead = models.BooleanField(default=True)
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    part_name = models.CharField(max_length=300, blank=True)

    class Meta:
        """Asked both ways."""

        indexes = [models.Index(fields=["organisation", "unit"], name="project_unit_by_unit")]


class ProjectPerson(Owned):
    """A responsible person of a project; the first is the accountable one. `written` is the name as the card has it."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="people")
    person = models.ForeignKey("store.Person", models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    written = models.CharField(max_length=200)

    class Meta:
        """Asked both ways."""

        indexes = [models.Index(fields=["organisation", "person"], name="project_person_by_person")]


class NamedViewer(Owned):
    """A person who may see a restricted project."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="viewers")
    person = models.ForeignKey("store.Person", models.CASCADE, related_name="+")

    class Meta:
        """Named once."""

        constraints = [models.UniqueConstraint(fields=["project", "person"], name="named_viewer_once")]


class Grant(Owned):
    """A grant (*avustus*): funder, decision date, the funder's number and the grant service's number (D11), call."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="grants")
    position = models.PositiveSmallIntegerField()
    funder = models.ForeignKey("store.Funder", models.PROTECT, null=True, related_name="+")
    funder_written = models.CharField(max_length=300, blank=True)
    decision_date = models.CharField(max_length=EDTF, blank=True)
    case_number = models.CharField(max_length=200, blank=True)
    service_number = models.CharField(max_length=200, blank=True)
    call = models.CharField(max_length=300, blank=True)

    class Meta:
        """Their order by hand."""

        constraints = [models.UniqueConstraint(fields=["project", "position"], name="grant_position_once")]


class MunicipalDecision(Owned):
    """A decision of the municipality's own (*kaupungin päätös*) with its purpose (D6)."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="decisions")
    position = models.PositiveSmallIntegerField()
    body = models.CharField(max_length=300, blank=True)
    section = models.PositiveIntegerField(null=True)
    date = models.CharField(max_length=EDTF, blank=True)
    by_office_holder = models.BooleanField(default=False)
    purpose = models.CharField(max_length=10, blank=True)
    url = models.CharField(max_length=1000, blank=True)

    class Meta:
        """Their order as written."""

        constraints = [models.UniqueConstraint(fields=["project", "position"], name="decision_position_once")]


class CaseLink(Owned):
    """A further case number of row 12 with its address; internal addresses never leave the house."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="case_links")
    position = models.PositiveSmallIntegerField()
    case_number = models.CharField(max_length=200)
    url = models.TextField(blank=True)
    is_internal = models.BooleanField(default=True)


class ProjectListing(Owned):
    """One row per project for lists, search, sums and charts: stored keys, indexed with the project's id as tie-break.

    Written by services in the transaction of every change (`services.projects.listing`). Missing values sort last:
    texts are then empty and numbers null.
    """

    project = models.OneToOneField(Project, models.CASCADE, related_name="listing")
    number = models.PositiveIntegerField()
    visibility = models.CharField(max_length=10)
    state = models.CharField(max_length=12)
    name = models.TextField(blank=True)
    name_key = models.CharField(max_length=200, blank=True)
    unit = models.ForeignKey("store.Unit", models.PROTECT, null=True, related_name="+")
    unit_name = models.CharField(max_length=500, blank=True)
    unit_key = models.CharField(max_length=200, blank=True)
    lineages = models.CharField(max_length=600, blank=True)
    funder = models.CharField(max_length=300, blank=True)
    funder_key = models.CharField(max_length=200, blank=True)
    person_name = models.CharField(max_length=200, blank=True)
    person_key = models.CharField(max_length=200, blank=True)
    phases = models.CharField(max_length=120, blank=True)
    phase_rank = models.PositiveSmallIntegerField(default=99)
    period_start = models.CharField(max_length=EDTF, blank=True)
    period_end = models.CharField(max_length=EDTF, blank=True)
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    income_cents = models.BigIntegerField(null=True)
    expenditure_cents = models.BigIntegerField(null=True)
    share_cents = models.BigIntegerField(null=True)
    share_hundredths = models.IntegerField(null=True)
    progress_tenths = models.PositiveIntegerField(null=True)
    case_number = models.CharField(max_length=200, blank=True)
    decision_key = models.CharField(max_length=60, blank=True)
    errors = models.PositiveSmallIntegerField(default=0)
    warnings = models.PositiveSmallIntegerField(default=0)
    notes = models.PositiveSmallIntegerField(default=0)
    trouble = models.PositiveIntegerField(default=0)
    is_partner = models.BooleanField(default=False)
    lacks_funder_date = models.BooleanField(default=False)
    lacks_decision_date = models.BooleanField(default=False)
    lacks_progress = models.BooleanField(default=False)
    lacks_person = models.BooleanField(default=False)
    changed_at = models.DateTimeField()
    terms = models.TextField(blank=True)

    class Meta:
        """One index a sortable column, each ending in the tie-break."""

        indexes = [
            models.Index(fields=["organisation", column, "project"], name=f"listing_by_{column}"[:30])
            for column in (
                "name_key",
                "unit_key",
                "funder_key",
                "person_key",
                "phase_rank",
                "starts_on",
                "ends_on",
                "income_cents",
                "expenditure_cents",
                "share_cents",
                "share_hundredths",
                "progress_tenths",
                "case_number",
                "decision_key",
                "trouble",
                "changed_at",
            )
        ]


class EditDraft(Owned):
    """What somebody has typed and not saved yet (autosave): gone when saved or thrown away."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="+")
    user = models.ForeignKey("store.User", models.CASCADE, related_name="+")
    group = models.CharField(max_length=30)
    based_on = models.PositiveIntegerField()
    content = models.JSONField()
    saved_at = models.DateTimeField()

    class Meta:
        """One draft per person and group of rows."""

        constraints = [models.UniqueConstraint(fields=["project", "user", "group"], name="edit_draft_once")]
