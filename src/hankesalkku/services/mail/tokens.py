"""Access tokens for mail (OAuth 2.0 client credentials, RFC 6749 section 4.4): fetched anew for each delivery."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from hankesalkku.services.mail.message import CannotSend
from hankesalkku.services.mail.web_request import post_form

GRAPH = "https://graph.microsoft.com/.default"
OUTLOOK = "https://outlook.office365.com/.default"


def access_token(scope: str) -> str:
    """Fetch an access token; the client's secret is the file `mail-client` of SECRETS_DIR.

    Raises:
        CannotSend: no secret, or the service gives no token.
    """
    mail = settings.MAIL
    form = {"grant_type": "client_credentials", "client_id": mail.client_id or "", "scope": scope}
    answer = post_form(mail.token_url or "", {**form, "client_secret": mail_secret("mail-client")})
    token = answer.get("access_token")
    if not isinstance(token, str) or not token:
        raise CannotSend("the token service gave no access token")
    return token


def mail_secret(name: str) -> str:
    """Read a secret of the mail.

    Raises:
        CannotSend: the file is not there.
    """
    path = Path(settings.SECRETS_DIR) / name
    if not path.is_file():
        raise CannotSend(f"the file {name} is missing in SECRETS_DIR", is_final=True)
    return path.read_text(encoding="utf-8").strip()
