from django.apps import AppConfig


class ClaimsConfig(AppConfig):
    name = "messaging.claims"
    label = "claims"
    verbose_name = "Claims"
