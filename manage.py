#!/usr/bin/env python
"""Django's command line for the message center."""

import os
import sys

from messagecenter.commandline import run

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "messagecenter.settings")
    run(sys.argv)
