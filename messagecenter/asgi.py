"""ASGI: pages and live updates in one process (embedded), live updates alone in production."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "messagecenter.settings")

application = get_asgi_application()
