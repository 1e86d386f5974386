"""The shop's settings about alerts."""

from django.urls import path

from notifications.views_seller import notification_preferences

urlpatterns = [
    path("seller/settings/notifications/", notification_preferences, name="seller-notifications"),
]
