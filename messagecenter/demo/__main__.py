"""`make demo`: the whole message center in one foreground process tree.

Starts no Django itself: only the settings are read here, so that the servers get the machine at once.
"""

from __future__ import annotations

import fcntl
import os
import socket
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import IO

from messagecenter.demo import PASSWORD
from messagecenter.demo.preparing import prepare
from messagecenter.demo.processes import HOST, broker, servers, start_environment
from messagecenter.environment import told_in_one_sentence
from messagecenter.supervising import CannotRun, Supervisor, on_signals_exit

SIGN_INS = (
    ("buyer@example.com", "a buyer"),
    ("buyer2@example.com", "a buyer who opted out of sellers' messages"),
    ("seller@example.com", "a shop's owner"),
    ("agent@example.com", "works in the same shop"),
    ("seller2@example.com", "a new shop: Buyer Messages still off"),
    ("moderator@example.com", "moderator, at /admin/"),
    ("admin@example.com", "administrator, at /admin/"),
)
START_SECONDS = 90


def main() -> None:
    parser = ArgumentParser(
        prog="make demo",
        description="Runs web, live updates, worker, timetable and mail listener with demo data, until Ctrl-C.",
    )
    parser.add_argument("--port", default="8000", help="of the pages (8000)")
    parser.add_argument("--mail-port", default="8025", help="of the mail listener (8025)")
    given = parser.parse_args()
    on_signals_exit()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "messagecenter.settings")
    try:
        with told_in_one_sentence():
            run(port=_port("PORT", given.port), mail_port=_port("MAIL_PORT", given.mail_port))
    except CannotRun as refusal:
        sys.exit(str(refusal))


def run(*, port: int, mail_port: int) -> None:
    """Run until a signal ends it.

    Raises CannotRun with a sentence for the person at the terminal.
    """
    from django.conf import settings

    if not settings.DEMO:
        raise CannotRun(
            "DEMO is false: the demo's people share a known password, so it runs only with DEMO=true."
        )
    if port == mail_port:
        raise CannotRun(f"PORT and MAIL_PORT are both {port}: each needs a port of its own.")
    data: Path = settings.DATA_DIR
    lock = _lock(data)
    supervisor = Supervisor(_say)
    try:
        _require_free("PORT", port)
        _require_free("MAIL_PORT", mail_port)
        environment = start_environment(data, port=port, mail_port=mail_port)
        if "REDIS_URL" not in environment:
            broker(supervisor, data, environment)
        prepare(data, environment, base=settings.BASE_DIR, say=_say)
        started = servers(supervisor, data, environment, port=port, mail_port=mail_port)
        for what, condition in started.items():
            supervisor.wait_until(condition, seconds=START_SECONDS, what=what)
        _greet(data, port=port, mail_port=mail_port)
        supervisor.run_forever()
    finally:
        supervisor.stop()
        lock.close()


def _port(name: str, given: str) -> int:
    if not given.isascii() or not given.isdigit() or not 0 < int(given[:6]) < 65536:
        raise CannotRun(f"{name} is “{given}”: write a number from 1 to 65535.")
    return int(given)


def _lock(data: Path) -> IO[str]:
    try:
        for folder in (data, data / "logs", data / "valkey"):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = (data / "demo.lock").open("w")
    except OSError as error:
        raise CannotRun(f"DATA is “{data}”: nothing can be written there ({error.strerror}).") from error
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        lock.close()
        raise CannotRun(
            f"A demo runs already on {data}: end it, or choose another folder with DATA=…."
        ) from error
    return lock


def _require_free(name: str, port: int) -> None:
    with socket.socket() as probe:
        # As servers do it: a port that only waits for old connections to fade is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise CannotRun(f"Port {port} is taken or not allowed: choose another with {name}=….") from error


def _greet(data: Path, *, port: int, mail_port: int) -> None:
    site = f"http://{HOST}:{port}"
    width = max(len(address) for address, _ in SIGN_INS)
    people = "\n".join(f"  {address:{width}}  {who}" for address, who in SIGN_INS)
    _say(
        f"\nReady: {site}\n\nSign in with the password {PASSWORD}:\n{people}\n\n"
        f"Alert mails, with a reply box:  {site}/demo/mail/\n"
        f"Mail listener (SMTP):           {HOST}:{mail_port}\n"
        f"Data and logs:                  {data}\n\nCtrl-C ends everything; the data stays."
    )


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 (the person at the terminal)


if __name__ == "__main__":
    main()
