"""A message as it leaves: plain text to one person, nothing of the register in its headers but the subject."""

from __future__ import annotations

from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid

from hankesalkku.services.moment import now


class CannotSend(Exception):
    """A message that did not leave; says what the other side told. `is_final`: trying again would change nothing."""

    def __init__(self, why: str, *, is_final: bool = False) -> None:
        super().__init__(" ".join(why.split())[:300])
        self.is_final = is_final


@dataclass(frozen=True, slots=True)
class Message:
    """What is sent to whom."""

    sender: str
    to: str
    subject: str
    body: str

    def written(self) -> EmailMessage:
        """Write it as a mail (RFC 5322); a line break in the subject is a space, and never another header."""
        mail = EmailMessage()
        mail["From"] = self.sender
        mail["To"] = self.to
        mail["Subject"] = " ".join(self.subject.split())
        mail["Date"] = format_datetime(now())
        mail["Message-ID"] = make_msgid(domain=self.sender.rpartition("@")[2] or None)
        mail["Auto-Submitted"] = "auto-generated"
        mail.set_content(self.body)
        return mail
