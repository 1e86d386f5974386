from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "notifications"
    verbose_name = "Alerts"

    def ready(self) -> None:
        from notifications import listening

        listening.connect()
