"""WSGI: pages and API in production, the cheaper way per request."""

import os

from django.core.wsgi import get_wsgi_application

from messagecenter.environment import told_in_one_sentence

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "messagecenter.settings")

with told_in_one_sentence():
    application = get_wsgi_application()
