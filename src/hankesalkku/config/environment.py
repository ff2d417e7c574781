"""Every setting of an installation (*asennuksen asetukset*), read from `HANKESALKKU_…` here and nowhere else.

Without any the embedded database lies in the user's data folder, secrets are made at first start, and the site binds to
the loopback address only. Source: CONTRACTS.md 3.
"""

from __future__ import annotations

import ipaddress
import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

import platformdirs

PREFIX = "HANKESALKKU_"
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


class BadSetting(ValueError):
    """A setting that cannot be used; the message names it and says what to do."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One line of the table in the docs: name without the prefix, default as words, what it is for."""

    name: str
    default: str
    meaning: str


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "DATA_DIR", "the platform's user data folder", "folder of the embedded database, files and secrets"
    ),
    Setting(
        "DATABASE_URL", "embedded database", "postgresql://user:password@host:5432/name, or sqlite:///path"
    ),
    Setting("BIND", "127.0.0.1", "address the server listens on"),
    Setting("PORT", "8010", "port the server listens on"),
    Setting(
        "PUBLIC_ADDRESS",
        "http://127.0.0.1:PORT",
        "address as people type it; https wherever BIND is no loopback",
    ),
    Setting(
        "TRUSTED_PROXIES",
        "none",
        "addresses of the reverse proxies whose X-Forwarded-* are believed, by commas",
    ),
    Setting(
        "SECRET_KEY_FILE", "DATA_DIR/secret-key", "file with the key that signs sessions; made if missing"
    ),
    Setting(
        "SECRETS_DIR", "DATA_DIR/secrets", "folder of files with the secrets of identity providers and mail"
    ),
    Setting("WORKERS", "2", "processes that answer requests"),
    Setting("MAIL", "none", "none, smtp or graph: how mail leaves"),
    Setting("MAIL_HOST", "localhost", "relay for smtp"),
    Setting("MAIL_PORT", "587", "its port"),
    Setting("MAIL_SECURITY", "starttls", "starttls, tls or none (a relay on the same machine)"),
    Setting(
        "MAIL_USER",
        "none",
        "account at the relay; with MAIL_TOKEN_URL its access token is fetched (OAuth 2.0)",
    ),
    Setting("MAIL_FROM", "none", "sender of every message"),
    Setting("MAIL_TOKEN_URL", "none", "address that gives access tokens (client credentials)"),
    Setting(
        "MAIL_CLIENT_ID", "none", "client at that address; its secret is the file mail-client of SECRETS_DIR"
    ),
    Setting("SESSION_IDLE_MINUTES", "30", "a session ends after so long without a request"),
    Setting("SESSION_HOURS", "12", "a session ends after so long in any case"),
    Setting("LOG_LEVEL", "INFO", "how much is written to standard error, one JSON object a line"),
)


@dataclass(frozen=True, slots=True)
class Database:
    """Where the register lies: `path` for the embedded engine, the rest for PostgreSQL."""

    engine: str
    name: str
    host: str = ""
    port: str = ""
    user: str = ""
    password: str = ""


@dataclass(frozen=True, slots=True)
class Mail:
    """How mail leaves; `kind` is none, smtp or graph."""

    kind: str
    host: str
    port: int
    security: str
    user: str | None
    sender: str | None
    token_url: str | None
    client_id: str | None


@dataclass(frozen=True, slots=True)
class Environment:
    """The settings, checked."""

    data_dir: Path
    database: Database
    bind: str
    port: int
    public_address: str
    trusted_proxies: tuple[str, ...]
    secret_key_file: Path
    secrets_dir: Path
    workers: int
    mail: Mail
    session_idle_s: int
    session_s: int
    log_level: str

    @property
    def is_loopback(self) -> bool:
        """Tell whether only this machine reaches the site, without TLS: cookie prefix, Secure and HSTS are off."""
        return _is_loopback(self.bind) and self.public_address.startswith("http://")

    @property
    def files_dir(self) -> Path:
        """Give the folder of the kept originals."""
        return self.data_dir / "files"

    def secret_key(self) -> str:
        """Give the key that signs sessions; made with the system's random source at first use."""
        if not self.secret_key_file.exists():
            self.secret_key_file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            _write_private(self.secret_key_file, secrets.token_urlsafe(64))
        return self.secret_key_file.read_text(encoding="ascii").strip()


def read_environment(given: Mapping[str, str] | None = None) -> Environment:
    """Read and check the settings.

    Raises:
        BadSetting: one cannot be used, or the site would be open to a network without an https address and proxies.
    """
    values = os.environ if given is None else given
    get = _getter(values)
    data_dir = Path(get("DATA_DIR") or platformdirs.user_data_dir("hankesalkku"))
    bind, port = get("BIND") or "127.0.0.1", _number("PORT", get("PORT") or "8010")
    found = Environment(
        data_dir=data_dir,
        database=_database(get("DATABASE_URL"), data_dir),
        bind=bind,
        port=port,
        public_address=(get("PUBLIC_ADDRESS") or f"http://{_host_text(bind)}:{port}").rstrip("/"),
        trusted_proxies=_addresses(get("TRUSTED_PROXIES")),
        secret_key_file=Path(get("SECRET_KEY_FILE") or data_dir / "secret-key"),
        secrets_dir=Path(get("SECRETS_DIR") or data_dir / "secrets"),
        workers=_number("WORKERS", get("WORKERS") or "2"),
        mail=_mail(values),
        session_idle_s=60 * _number("SESSION_IDLE_MINUTES", get("SESSION_IDLE_MINUTES") or "30"),
        session_s=3600 * _number("SESSION_HOURS", get("SESSION_HOURS") or "12"),
        log_level=_log_level(get("LOG_LEVEL") or "INFO"),
    )
    _check_exposure(found)
    return found


def _getter(values: Mapping[str, str]) -> Callable[[str], str]:
    return lambda name: values.get(PREFIX + name, "").strip()


def _check_exposure(found: Environment) -> None:
    if not urlsplit(found.public_address).hostname:
        raise BadSetting(f"{PREFIX}PUBLIC_ADDRESS: {found.public_address} is no address; write https://host")
    if _is_loopback(found.bind):
        return
    if not found.public_address.startswith("https://"):
        raise BadSetting(
            f"{PREFIX}BIND is {found.bind}, which other machines reach: set {PREFIX}PUBLIC_ADDRESS to the site's"
            " https address, or bind to 127.0.0.1"
        )
    if not found.trusted_proxies:
        raise BadSetting(
            f"{PREFIX}BIND is {found.bind}, which other machines reach: name in {PREFIX}TRUSTED_PROXIES the reverse"
            " proxy that ends TLS, or bind to 127.0.0.1"
        )


def _is_loopback(bind: str) -> bool:
    try:
        return ipaddress.ip_address(bind).is_loopback
    except ValueError:
        return bind == "localhost"


def _host_text(bind: str) -> str:
    return f"[{bind}]" if ":" in bind else bind


def _number(name: str, text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise BadSetting(f"{PREFIX}{name}: {text} is no whole number")
    return int(text)


def _addresses(text: str) -> tuple[str, ...]:
    found = tuple(part.strip() for part in text.split(",") if part.strip())
    for one in found:
        try:
            ipaddress.ip_address(one)
        except ValueError as error:
            raise BadSetting(f"{PREFIX}TRUSTED_PROXIES: {one} is no IP address") from error
    return found


def _log_level(name: str) -> str:
    if name.upper() not in LOG_LEVELS:
        raise BadSetting(f"{PREFIX}LOG_LEVEL: {name} is none of {', '.join(LOG_LEVELS)}")
    return name.upper()


def _database(url: str, data_dir: Path) -> Database:
    if not url:
        return Database("sqlite", str(data_dir / "hankesalkku.sqlite3"))
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return Database("sqlite", unquote(parts.path[1:] if parts.path.startswith("//") else parts.path))
    if parts.scheme not in ("postgresql", "postgres"):
        raise BadSetting(f"{PREFIX}DATABASE_URL: {parts.scheme} is none of postgresql, sqlite")
    query = dict(pair.partition("=")[::2] for pair in parts.query.split("&") if pair)
    return Database(
        "postgresql",
        unquote(parts.path.lstrip("/")),
        host=unquote(query.get("host", parts.hostname or "")),
        port=str(parts.port or query.get("port", "")),
        user=unquote(parts.username or query.get("user", "")),
        password=unquote(parts.password or ""),
    )


def _mail(values: Mapping[str, str]) -> Mail:
    get = _getter(values)
    kind, security = get("MAIL") or "none", get("MAIL_SECURITY") or "starttls"
    if kind not in ("none", "smtp", "graph"):
        raise BadSetting(f"{PREFIX}MAIL: {kind} is none of none, smtp, graph")
    if security not in ("starttls", "tls", "none"):
        raise BadSetting(f"{PREFIX}MAIL_SECURITY: {security} is none of starttls, tls, none")
    if kind != "none" and not get("MAIL_FROM"):
        raise BadSetting(f"{PREFIX}MAIL is {kind}: set {PREFIX}MAIL_FROM to the sender's address")
    return Mail(
        kind,
        get("MAIL_HOST") or "localhost",
        _number("MAIL_PORT", get("MAIL_PORT") or "587"),
        security,
        get("MAIL_USER") or None,
        get("MAIL_FROM") or None,
        get("MAIL_TOKEN_URL") or None,
        get("MAIL_CLIENT_ID") or None,
    )


def _write_private(path: Path, text: str) -> None:
    """Write a file that only its owner reads."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(text)
