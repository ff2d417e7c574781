"""Delivery by Microsoft Graph: `POST /users/{sender}/sendMail` with a token of client credentials."""

from __future__ import annotations

from urllib.parse import quote

from django.conf import settings

from hankesalkku.services.mail.message import Message
from hankesalkku.services.mail.tokens import GRAPH, access_token
from hankesalkku.services.mail.web_request import post_json


def send_by_graph(message: Message) -> None:
    """Hand a message to Microsoft Graph.

    Raises:
        CannotSend: no token, or it does not take the message.
    """
    content = {
        "message": {
            "subject": " ".join(message.subject.split()),
            "body": {"contentType": "Text", "content": message.body},
            "toRecipients": [{"emailAddress": {"address": message.to}}],
        },
        "saveToSentItems": False,
    }
    address = f"{settings.MAIL_GRAPH_ADDRESS}/users/{quote(message.sender, safe='')}/sendMail"
    post_json(address, content, access_token(GRAPH))
