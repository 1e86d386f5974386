from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "messaging.search"
    label = "search"
