#!/usr/bin/env python
"""Django's command line for the message center."""

import os
import sys

from messagecenter.environment import told_in_one_sentence


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "messagecenter.settings")
    with told_in_one_sentence():
        from django.conf import settings
        from django.core.management import execute_from_command_line

        # First of all: with settings it cannot read, Django would call our commands unknown.
        _ = settings.SECRET_KEY
        execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
