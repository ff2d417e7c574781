"""THE table of rights: which role may do what, and how far. Source: DESIGN.md 8, requirements A1, A7, A8."""

from __future__ import annotations

from enum import IntEnum, StrEnum

from hankesalkku.core.access.actor import ActorKind, Role


class Action(StrEnum):
    """Every act that a service asks about; the value is what the log shows."""

    PROJECT_VIEW = "project.view"
    PROJECT_CREATE = "project.create"
    PROJECT_EDIT = "project.edit"
    PROJECT_BULK_EDIT = "project.bulk_edit"
    PROJECT_SET_VISIBILITY = "project.set_visibility"
    PROJECT_DELETE_DRAFT = "project.delete_draft"
    PROJECT_EXPORT = "project.export"
    PROJECT_REDACT = "project.redact"
    COMMENT_ADD = "comment.add"
    COMMENT_REMOVE = "comment.remove"
    DOCUMENT_VIEW = "document.view"
    DOCUMENT_EDIT = "document.edit"
    REPORT_MAKE = "report.make"
    FINDING_VIEW = "finding.view"
    FINDING_WAIVE = "finding.waive"
    FINDING_WAIVE_ALIKE = "finding.waive_alike"
    IMPORT_VIEW = "import.view"
    IMPORT_UPLOAD = "import.upload"
    IMPORT_REVIEW = "import.review"
    IMPORT_UNDO = "import.undo"
    VIEW_SAVE = "view.save"
    VIEW_SHARE = "view.share"
    ORGANISATION_VIEW = "organisation.view"
    ORGANISATION_ADD = "organisation.add"
    ORGANISATION_EDIT = "organisation.edit"
    UNIT_EDIT = "unit.edit"
    PERSON_VIEW = "person.view"
    PERSON_EDIT = "person.edit"
    FUNDER_EDIT = "funder.edit"
    USER_VIEW = "user.view"
    USER_EDIT = "user.edit"
    AUDIT_VIEW = "audit.view"
    AUDIT_EXPORT = "audit.export"
    FEEDBACK_ANSWER = "feedback.answer"
    EVERYTHING_EXPORT = "everything.export"
    INSTALLATION_KEEP = "installation.keep"
    """Back up, restore, verify, migrate, purge by retention, set the banner."""


class Reach(IntEnum):
    """How far a right goes: own projects, own units and what is below them, the whole grip of the role."""

    OWN = 1
    UNIT = 2
    ANY = 3


_ANY, _UNIT, _OWN = Reach.ANY, Reach.UNIT, Reach.OWN
_EVERYBODY = dict.fromkeys(Role, _ANY)
_WRITERS = {Role.COORDINATOR: _ANY, Role.UNIT_EDITOR: _UNIT, Role.RESPONSIBLE: _OWN}

RIGHTS: dict[Action, dict[Role, Reach]] = {
    Action.PROJECT_VIEW: _EVERYBODY,
    Action.PROJECT_CREATE: {Role.COORDINATOR: _ANY, Role.UNIT_EDITOR: _UNIT},
    Action.PROJECT_EDIT: _WRITERS,
    Action.PROJECT_BULK_EDIT: {Role.COORDINATOR: _ANY, Role.UNIT_EDITOR: _UNIT},
    Action.PROJECT_SET_VISIBILITY: {Role.COORDINATOR: _ANY},
    Action.PROJECT_DELETE_DRAFT: {Role.COORDINATOR: _ANY, Role.UNIT_EDITOR: _UNIT},
    Action.PROJECT_EXPORT: _EVERYBODY,
    Action.PROJECT_REDACT: {Role.ADMINISTRATOR: _ANY},
    Action.COMMENT_ADD: {**_WRITERS, Role.CONTROLLER: _ANY, Role.PUBLISHER: _ANY},
    Action.COMMENT_REMOVE: {Role.COORDINATOR: _ANY},
    Action.DOCUMENT_VIEW: _EVERYBODY,
    Action.DOCUMENT_EDIT: {**_WRITERS, Role.CONTROLLER: _ANY},
    Action.REPORT_MAKE: _EVERYBODY,
    Action.FINDING_VIEW: _EVERYBODY,
    Action.FINDING_WAIVE: {**_WRITERS, Role.CONTROLLER: _ANY},
    Action.FINDING_WAIVE_ALIKE: {Role.COORDINATOR: _ANY},
    Action.IMPORT_VIEW: {Role.COORDINATOR: _ANY, Role.AUDITOR: _ANY},
    Action.IMPORT_UPLOAD: {Role.COORDINATOR: _ANY},
    Action.IMPORT_REVIEW: {Role.COORDINATOR: _ANY},
    Action.IMPORT_UNDO: {Role.COORDINATOR: _ANY},
    Action.VIEW_SAVE: {role: _ANY for role in Role if role is not Role.AUDITOR},
    Action.VIEW_SHARE: {Role.COORDINATOR: _ANY, Role.CONTROLLER: _ANY},
    Action.ORGANISATION_VIEW: {Role.ADMINISTRATOR: _ANY, Role.COORDINATOR: _ANY, Role.AUDITOR: _ANY},
    Action.ORGANISATION_ADD: {},
    Action.ORGANISATION_EDIT: {Role.ADMINISTRATOR: _ANY},
    Action.UNIT_EDIT: {Role.ADMINISTRATOR: _ANY, Role.COORDINATOR: _ANY},
    Action.PERSON_VIEW: {Role.ADMINISTRATOR: _ANY, Role.COORDINATOR: _ANY, Role.AUDITOR: _ANY},
    Action.PERSON_EDIT: {Role.ADMINISTRATOR: _ANY, Role.COORDINATOR: _ANY},
    Action.FUNDER_EDIT: {Role.ADMINISTRATOR: _ANY, Role.COORDINATOR: _ANY},
    Action.USER_VIEW: {Role.ADMINISTRATOR: _ANY, Role.AUDITOR: _ANY},
    Action.USER_EDIT: {Role.ADMINISTRATOR: _ANY},
    Action.AUDIT_VIEW: {Role.AUDITOR: _ANY, Role.ADMINISTRATOR: _ANY},
    Action.AUDIT_EXPORT: {Role.AUDITOR: _ANY, Role.ADMINISTRATOR: _ANY},
    Action.FEEDBACK_ANSWER: {Role.ADMINISTRATOR: _ANY, Role.PUBLISHER: _ANY},
    Action.EVERYTHING_EXPORT: {Role.ADMINISTRATOR: _ANY},
    Action.INSTALLATION_KEEP: {Role.ADMINISTRATOR: _ANY},
}

PROGRAM_RIGHTS: dict[ActorKind, frozenset[Action]] = {
    ActorKind.OPERATOR: frozenset(Action)
    - {
        Action.FINDING_WAIVE,
        Action.FINDING_WAIVE_ALIKE,
        Action.COMMENT_ADD,
        Action.VIEW_SAVE,
        Action.VIEW_SHARE,
    },
    ActorKind.SYSTEM: frozenset({Action.PROJECT_VIEW, Action.FINDING_VIEW, Action.INSTALLATION_KEEP}),
    ActorKind.ANONYMOUS: frozenset(),
    ActorKind.USER: frozenset(),
}
"""What an actor without roles may do in any organisation."""

OWNERS_RIGHTS = frozenset({Action.VIEW_SAVE, Action.COMMENT_REMOVE})
"""What a user may do with a thing of their own, whatever the role."""
