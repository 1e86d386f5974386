"""Named places where a test may kill the process, to prove that nothing accepted is lost and nothing sent twice.

`FAILPOINT=screening.judged` ends the process with SIGKILL when it gets there; unset, `reach` does nothing.
"""

from __future__ import annotations

import os
import signal

NAMES = frozenset(
    {
        "screening.judged",
        "screening.delivered",
        "dispatch.claimed",
        "delivery.claimed",
        "delivery.sent",
        "mail.stored",
        "mail.posted",
        "answer.owed",
        "answer.claimed",
        "answer.sent",
    }
)
_CHOSEN = os.environ.get("FAILPOINT", "")


def reach(name: str) -> None:
    if name == _CHOSEN:
        os.kill(os.getpid(), signal.SIGKILL)
