"""The tables, one module per room. Every row but a user's carries its organisation."""

from hankesalkku.store.models.audit import AuditChain, AuditEntry, AuditPayload, AuditTombstone
from hankesalkku.store.models.comments import Comment
from hankesalkku.store.models.documents import Document
from hankesalkku.store.models.feedback import Feedback
from hankesalkku.store.models.findings import OpenFinding, Waiver
from hankesalkku.store.models.funders import Funder
from hankesalkku.store.models.imports import (
    ColumnMapping,
    ImportBatch,
    ImportedFile,
    LearnedSynonym,
    Leftover,
    PagePicture,
    Proposal,
    StoredFile,
)
from hankesalkku.store.models.jobs import Job
from hankesalkku.store.models.mail import OutgoingMail
from hankesalkku.store.models.organisation import (
    Counter,
    ExtraRow,
    GroupRole,
    IdentityProvider,
    Installation,
    LabelWording,
    LinkTemplate,
    Organisation,
    Unit,
)
from hankesalkku.store.models.people import Invitation, Membership, Person, SavedView, User
from hankesalkku.store.models.projects import (
    CaseLink,
    EditDraft,
    FurtherPeriod,
    Grant,
    MunicipalDecision,
    NamedViewer,
    PhaseChange,
    Project,
    ProjectListing,
    ProjectPerson,
    ProjectRow,
    ProjectUnit,
    SumPart,
)
from hankesalkku.store.models.sign_in import Identity, SignInSession, SignInTries

__all__ = [
    "AuditChain",
    "AuditEntry",
    "AuditPayload",
    "AuditTombstone",
    "CaseLink",
    "ColumnMapping",
    "Comment",
    "Counter",
    "Document",
    "EditDraft",
    "ExtraRow",
    "Feedback",
    "Funder",
    "FurtherPeriod",
    "Grant",
    "GroupRole",
    "Identity",
    "IdentityProvider",
    "ImportBatch",
    "ImportedFile",
    "Installation",
    "Invitation",
    "Job",
    "LabelWording",
    "LearnedSynonym",
    "Leftover",
    "LinkTemplate",
    "Membership",
    "MunicipalDecision",
    "NamedViewer",
    "OpenFinding",
    "Organisation",
    "OutgoingMail",
    "PagePicture",
    "Person",
    "PhaseChange",
    "Project",
    "ProjectListing",
    "ProjectPerson",
    "ProjectRow",
    "ProjectUnit",
    "Proposal",
    "SavedView",
    "SignInSession",
    "SignInTries",
    "StoredFile",
    "SumPart",
    "Unit",
    "User",
    "Waiver",
]
