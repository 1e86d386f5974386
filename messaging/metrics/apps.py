from django.apps import AppConfig


class MetricsConfig(AppConfig):
    name = "messaging.metrics"
    label = "metrics"
