"""manage.py: what is amiss around the program is told in one sentence; a fault of its own keeps its traceback.

`--traceback` shows where a sentence came from.
"""

from __future__ import annotations

import os
import re
import sys

from messagecenter.environment import told_in_one_sentence

INTERRUPTED = 130
_LACKS = re.compile(r"no such (table|column)|(relation|column) .* does not exist")


def run(arguments: list[str]) -> None:
    with told_in_one_sentence():
        from django.conf import settings
        from django.core.management import execute_from_command_line
        from django.db import DatabaseError

        # First of all: with settings it cannot read, Django would call our commands unknown.
        _ = settings.SECRET_KEY
        try:
            execute_from_command_line(arguments)
        except DatabaseError as error:
            sentence = _about(error)
            if not sentence or "--traceback" in arguments:
                raise
            sys.exit(sentence)
        except KeyboardInterrupt:
            sys.exit(INTERRUPTED)
        except BrokenPipeError:
            # Who read our lines (`| head`) has enough; the interpreter must not try to flush the rest.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(1)


def _about(error: Exception) -> str:
    """Empty when it is nothing that a person at the terminal can mend."""
    from django.db import OperationalError

    first = str(error).partition("\n")[0].rstrip(".")
    if _LACKS.search(first):
        return f"The database is older than the program ({first}): run manage.py migrate first."
    if isinstance(error, OperationalError) or "is not a database" in first:
        return f"The database cannot be used: {first}."
    return ""
