"""The project: settings, URLs, workers, and what every door shares."""

from messagecenter.celery import app as celery_app

__all__ = ["celery_app"]
