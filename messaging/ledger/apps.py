from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "messaging.ledger"
    label = "ledger"
