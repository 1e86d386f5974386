"""Addresses below /api/v1/: live updates. With or without a trailing slash, neither redirected."""

from django.urls import re_path

from notifications.events import events

urlpatterns = [re_path(r"^events/?$", events, name="events")]
