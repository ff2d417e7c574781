"""Mail that leaves the house: outbox, relay, SMTP with OAuth 2.0, Microsoft Graph."""
