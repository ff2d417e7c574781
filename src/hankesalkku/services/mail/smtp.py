"""Delivery by SMTP: a relay without a password, an account with one, or with an OAuth 2.0 token (XOAUTH2)."""

from __future__ import annotations

import smtplib
import ssl

from django.conf import settings

from hankesalkku.services.mail.message import CannotSend, Message
from hankesalkku.services.mail.tokens import OUTLOOK, access_token, mail_secret

TIMEOUT_S = 10


def send_by_smtp(message: Message) -> None:
    """Hand a message to the relay.

    Raises:
        CannotSend: the relay cannot be reached, or does not take it.
    """
    mail = settings.MAIL
    try:
        with _connected() as relay:
            if mail.user and mail.token_url:
                token = access_token(OUTLOOK)
                relay.auth("XOAUTH2", lambda _=None: f"user={mail.user}\x01auth=Bearer {token}\x01\x01")
            elif mail.user:
                relay.login(mail.user, mail_secret("mail-password"))
            relay.send_message(message.written())
    except smtplib.SMTPRecipientsRefused as error:
        raise CannotSend(_refusal(error), is_final=True) from error
    except smtplib.SMTPResponseException as error:
        why = f"{error.smtp_code} {error.smtp_error!r}"
        raise CannotSend(why, is_final=500 <= error.smtp_code < 600) from error
    except (smtplib.SMTPException, OSError) as error:
        raise CannotSend(f"{mail.host}: {error}") from error


def _connected() -> smtplib.SMTP:
    mail = settings.MAIL
    if mail.security == "tls":
        return smtplib.SMTP_SSL(mail.host, mail.port, timeout=TIMEOUT_S, context=ssl.create_default_context())
    relay = smtplib.SMTP(mail.host, mail.port, timeout=TIMEOUT_S)
    if mail.security == "starttls":
        relay.starttls(context=ssl.create_default_context())
    return relay


def _refusal(error: smtplib.SMTPRecipientsRefused) -> str:
    return "; ".join(f"{code} {text!r}" for code, text in error.recipients.values())
