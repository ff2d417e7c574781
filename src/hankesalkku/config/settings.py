"""Settings of the framework, made of the environment: one file, nothing to configure beside it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from csp.constants import NONE, SELF

from hankesalkku import web
from hankesalkku.config.environment import read_environment

ENVIRONMENT = read_environment()
IS_LOOPBACK = ENVIRONMENT.is_loopback
_WEB = Path(web.__file__).parent
_PUBLIC = urlsplit(ENVIRONMENT.public_address)

DEBUG = False
SECRET_KEY = ENVIRONMENT.secret_key()
ALLOWED_HOSTS = [
    _PUBLIC.hostname or "localhost",
    *(("localhost", "127.0.0.1", "[::1]") if IS_LOOPBACK else ()),
]
ROOT_URLCONF = "hankesalkku.config.urls"
WSGI_APPLICATION = "hankesalkku.config.wsgi.application"
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "fi"
LANGUAGES = [("fi", "suomi"), ("sv", "svenska"), ("en", "English")]
USE_I18N = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "csp",
    "hankesalkku.store",
    "hankesalkku.web.shared",
]

MIDDLEWARE = [
    "hankesalkku.web.shared.middleware.TrustedProxies",
    "hankesalkku.web.shared.middleware.KnownMethods",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "hankesalkku.web.shared.uploads.RequestBounds",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "hankesalkku.web.shared.middleware.SessionLimits",
    "hankesalkku.web.shared.middleware.RequestIdentity",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": sorted(_WEB.glob("*/templates")),
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

_DATABASE = ENVIRONMENT.database
if _DATABASE.engine == "sqlite":
    DATABASES: dict[str, dict[str, Any]] = {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": _DATABASE.name,
            # R1: every transaction takes its write lock at once and waits for it; nothing is on disk later than COMMIT.
            "OPTIONS": {
                "timeout": 20,
                "transaction_mode": "IMMEDIATE",
                "init_command": (
                    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
                    "PRAGMA cache_size=-32000; PRAGMA mmap_size=268435456; PRAGMA temp_store=MEMORY;"
                ),
            },
            "CONN_MAX_AGE": None,
        }
    }
else:
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": _DATABASE.name,
            "HOST": _DATABASE.host,
            "PORT": _DATABASE.port,
            "USER": _DATABASE.user,
            "PASSWORD": _DATABASE.password,
            "CONN_MAX_AGE": 600,
            "CONN_HEALTH_CHECKS": True,
        }
    }

# --- people ----------------------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "store.User"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 15},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_ADAPTER = "hankesalkku.web.signin.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_RATE_LIMITS = False  # our services count the tries, the same for all processes
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
SOCIALACCOUNT_ADAPTER = "hankesalkku.web.signin.openid.SocialAdapter"
OPENID_TIMEOUT_S = 10
PROVIDER_CHECK_S = 3600
MFA_ADAPTER = "hankesalkku.web.signin.adapters.MfaAdapter"
MFA_SUPPORTED_TYPES = ["recovery_codes", "totp", "webauthn"]
MFA_TOTP_TOLERANCE = 1
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = IS_LOOPBACK
PASSWORD_RESET_TIMEOUT = 3600
LOGIN_URL = "/kirjaudu/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/kirjaudu/"

# --- sessions, cookies, headers: off on a loopback bind without TLS, on everywhere else -----------------------------

_COOKIE_PREFIX = "" if IS_LOOPBACK else "__Host-"
SESSION_ENGINE = "hankesalkku.store.sessions"
SESSION_SERIALIZER = "django.contrib.sessions.serializers.JSONSerializer"
SESSION_COOKIE_NAME = f"{_COOKIE_PREFIX}hankesalkku_session"
SESSION_COOKIE_AGE = ENVIRONMENT.session_s
SESSION_IDLE_S = ENVIRONMENT.session_idle_s
SESSION_COOKIE_SECURE = not IS_LOOPBACK
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = f"{_COOKIE_PREFIX}hankesalkku_csrf"
CSRF_COOKIE_SECURE = not IS_LOOPBACK
CSRF_COOKIE_HTTPONLY = True
CSRF_TRUSTED_ORIGINS = [ENVIRONMENT.public_address]
LANGUAGE_COOKIE_NAME = f"{_COOKIE_PREFIX}hankesalkku_language"
LANGUAGE_COOKIE_SECURE = not IS_LOOPBACK
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
TRUSTED_PROXIES = frozenset(ENVIRONMENT.trusted_proxies)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_HANKESALKKU_PROTO", "https")
SECRETS_DIR = ENVIRONMENT.secrets_dir
MAIL = ENVIRONMENT.mail
MAIL_GRAPH_ADDRESS = "https://graph.microsoft.com/v1.0"
PUBLIC_ADDRESS = ENVIRONMENT.public_address
CSRF_FAILURE_VIEW = "hankesalkku.web.shared.errors.form_expired"
SECURE_SSL_REDIRECT = not IS_LOOPBACK
SECURE_HSTS_SECONDS = 0 if IS_LOOPBACK else int(timedelta(days=730).total_seconds())
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SILENCED_SYSTEM_CHECKS = [
    "security.W021"
]  # the browsers' preload list is for the owner of the domain to ask for
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}

# --- files, background work, logs -------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATICFILES_DIRS = [_WEB / "static"]
STATIC_ROOT = ENVIRONMENT.data_dir / "static"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
FILES_DIR = ENVIRONMENT.files_dir
FILE_UPLOAD_HANDLERS = ["hankesalkku.web.shared.uploads.BoundedUploadHandler"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
LOGGING_CONFIG = None  # config.logging, set up by what serves: a command on the terminal says its own words
LOG_LEVEL = ENVIRONMENT.log_level
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
