"""The WSGI application that the server runs."""

from __future__ import annotations

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from hankesalkku.config.logging import set_up_logs

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hankesalkku.config.settings")
application = get_wsgi_application()
set_up_logs(settings.LOG_LEVEL)
