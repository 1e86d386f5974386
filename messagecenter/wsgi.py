"""WSGI: pages and API in production, the cheaper way per request."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "messagecenter.settings")

application = get_wsgi_application()
