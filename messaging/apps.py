from django.apps import AppConfig


class MessagingConfig(AppConfig):
    name = "messaging"
    verbose_name = "Messages"

    def ready(self) -> None:
        from accounts.naming import watch_names
        from messaging.screening import holds_contact_details

        watch_names(holds_contact_details)
