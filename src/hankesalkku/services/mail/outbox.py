"""The outbox (*lähtevät viestit*): a message is written with the change it tells of and leaves after the commit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q

from hankesalkku.core.access.actor import Actor
from hankesalkku.core.access.rights import Action
from hankesalkku.core.access.subject import Subject
from hankesalkku.core.language.wording import Wording
from hankesalkku.services.audit.act import LogClass, acting, demand
from hankesalkku.services.mail.graph import send_by_graph
from hankesalkku.services.mail.message import CannotSend, Message
from hankesalkku.services.mail.smtp import send_by_smtp
from hankesalkku.services.moment import new_key, now
from hankesalkku.store.models import OutgoingMail

ATTEMPTS = 5
SHOWN = 50


@dataclass(frozen=True, slots=True)
class MailSeen:
    """A message as its administrator sees it; `error` is what the other side told."""

    id: UUID
    to: str
    subject: str
    state: str
    error: str
    created_at: datetime


def has_mail() -> bool:
    """Tell whether mail leaves at all."""
    return bool(settings.MAIL.kind != "none")


def mail_send(*, to: str, subject: str, body: str, organisation: UUID | None = None) -> UUID | None:
    """Put a message into the outbox; it leaves once the transaction is committed, and never if it is not.

    Gives the message's key, None where no mail is set up.
    """
    if not has_mail():
        return None
    row = OutgoingMail(
        id=new_key(), organisation_id=organisation, to=to, subject=subject[:200], body=body, created_at=now()
    )
    OutgoingMail.objects.bulk_create([row])
    transaction.on_commit(partial(mail_deliver, row.id))
    return row.id


def mail_deliver(key: UUID) -> bool:
    """Try to deliver one message that waits; tell whether it left. Of two who try at once one does."""
    taken = OutgoingMail.objects.filter(id=key, state="waiting").update(
        state="sending", attempts=F("attempts") + 1
    )
    if not taken:
        return False
    row = OutgoingMail.objects.get(id=key)
    try:
        _send(Message(settings.MAIL.sender or "", row.to, row.subject, row.body))
    except CannotSend as error:
        is_over = error.is_final or row.attempts >= ATTEMPTS
        row.state, row.error = "failed" if is_over else "waiting", str(error)
        row.save(update_fields=["state", "error"])
        return False
    OutgoingMail.objects.filter(id=key).update(state="sent", error="", body="", sent_at=now())
    return True


def mail_deliver_waiting() -> int:
    """Try again what waits, in order; give how many left. Called by the background worker and by `serve` at start."""
    OutgoingMail.objects.filter(state="sending").update(state="waiting")
    waiting = OutgoingMail.objects.filter(state="waiting").order_by("created_at").values_list("id", flat=True)
    return sum(mail_deliver(key) for key in waiting[:SHOWN])


def mail_retry(actor: Actor, *, organisation: UUID, mail: UUID) -> bool:
    """Try a failed message once more; tell whether it left."""
    demand(actor, Action.ORGANISATION_EDIT, Subject(organisation))
    OutgoingMail.objects.filter(id=mail, organisation=organisation, state="failed").update(
        state="waiting", attempts=0
    )
    return mail_deliver(mail)


def mail_troubles(actor: Actor, *, organisation: UUID) -> tuple[MailSeen, ...]:
    """List the organisation's messages that failed or wait after a failure, the latest first."""
    demand(actor, Action.ORGANISATION_VIEW, Subject(organisation))
    rows = OutgoingMail.objects.filter(~Q(error=""), organisation=organisation).exclude(state="sent")
    return tuple(
        MailSeen(row.id, row.to, row.subject, row.state, row.error, row.created_at)
        for row in rows.order_by("-created_at")[:SHOWN]
    )


def mail_test(actor: Actor, *, organisation: UUID, to: str, language: str = "fi") -> None:
    """Send a test message at once, past the outbox, so that the administrator reads the answer.

    Raises:
        CannotSend: it did not leave, and why.
    """
    demand(actor, Action.ORGANISATION_EDIT, Subject(organisation))
    wording = Wording(language)
    subject, body = wording.say("mail.test.subject"), wording.say("mail.test.body")
    _send(Message(settings.MAIL.sender or "", to, subject, body))
    with acting(actor, Action.ORGANISATION_EDIT, Subject(organisation), log_class=LogClass.DISCLOSURE) as act:
        act.noted("mail", None, test=True)


def _send(message: Message) -> None:
    match settings.MAIL.kind:
        case "smtp":
            send_by_smtp(message)
        case "graph":
            send_by_graph(message)
        case _:
            raise CannotSend("no mail is set up (HANKESALKKU_MAIL)", is_final=True)
