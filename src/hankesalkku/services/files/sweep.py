"""Takes away kept bytes that no row names: what a stopped machine left between the disk and the database (P4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, ManyToOneRel, OuterRef, QuerySet

from hankesalkku.services.files.keep import folder_lock
from hankesalkku.services.moment import now
from hankesalkku.store.models import StoredFile

GRACE = timedelta(hours=1)
"""A file younger than this may belong to an act that is under way."""


@dataclass(frozen=True, slots=True)
class Swept:
    """How many files were looked at and how many, of how many bytes, were taken away."""

    seen: int = 0
    removed: int = 0
    bytes_removed: int = 0


def sweep(*, grace: timedelta = GRACE, at: datetime | None = None) -> Swept:
    """Remove rows that nothing refers to, then files without a row, as far as they are older than `grace`."""
    limit = (at or now()) - grace
    _unused().filter(created_at__lt=limit).delete()
    before = limit.timestamp()
    seen = removed = freed = 0
    for path in _files():
        seen += 1
        with folder_lock(exclusive=True):
            if not path.exists() or path.stat().st_mtime >= before or _is_named(path):
                continue
            freed += path.stat().st_size
            path.unlink()
            removed += 1
    return Swept(seen, removed, freed)


def _unused() -> QuerySet[StoredFile]:
    """Give the rows that no table refers to, whichever tables there are."""
    rows = StoredFile.objects.all()
    for relation in StoredFile._meta.get_fields(include_hidden=True):
        if isinstance(relation, ManyToOneRel):
            users = relation.related_model._default_manager.filter(**{relation.field.name: OuterRef("pk")})
            rows = rows.filter(~Exists(users))
    return rows


def _files() -> Iterator[Path]:
    root = Path(settings.FILES_DIR)
    yield from (path for path in sorted(root.glob("*/*/*")) if path.is_file())


def _is_named(path: Path) -> bool:
    """Tell whether a row names the file; one whose place is none of ours is not."""
    try:
        organisation = UUID(path.parent.parent.name)
    except ValueError:
        return False
    digest = path.parent.name + path.name
    return StoredFile.objects.filter(organisation=organisation, sha256=digest).exists()
