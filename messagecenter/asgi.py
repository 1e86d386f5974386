"""ASGI: pages and live updates in one process (embedded), live updates alone in production."""

import os

from django.core.asgi import get_asgi_application

from messagecenter.environment import told_in_one_sentence

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "messagecenter.settings")

with told_in_one_sentence():
    application = get_asgi_application()
