#!/usr/bin/env python
"""Django's command line for the message center."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "messagecenter.settings")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as refusal:
        # The sentence names the setting; where it was read helps nobody.
        sys.exit(str(refusal))


if __name__ == "__main__":
    main()
