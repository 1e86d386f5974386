"""manage.py train_policy_model: train the policy's text model anew."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    help = (
        "Trains the policy's text model on labelled messages and writes weights and card. Needs scikit-learn."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--data", type=Path, required=True, help="labelled messages, JSON lines")
        parser.add_argument("--sentences", type=Path, help="own sentences: by, labels, text, parted by tabs")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            from messaging.policy.training import train

            card = train(options["data"], options["sentences"])
        except ImportError as problem:
            raise CommandError(f"scikit-learn is needed to train: {problem}") from problem
        except OSError as problem:
            raise CommandError(f"{problem.filename} cannot be read: {problem.strerror}.") from problem
        except (ValueError, KeyError, TypeError) as problem:
            raise CommandError(f"{options['data']} cannot be learned from: {problem!r}.") from problem
        self.stdout.write(json.dumps(card, indent=1))
