"""The whole suite: everything on SQLite, then again on PostgreSQL what may differ there.

python -m tests [arguments for pytest]
"""

from __future__ import annotations

import os
import subprocess
import sys
import time

from tests.needs import postgres_answers, postgres_url, require_all

# Pure Python, or real processes that bring their own database: the second pass would only repeat them.
SAME_ON_EVERY_DATABASE = ["--ignore=tests/policy", "--ignore=tests/infra", "--ignore=tests/flows"]


def main(arguments: list[str]) -> int:
    url = postgres_url()
    answers = postgres_answers(url)
    first = _run("SQLite", arguments, {"TEST_POSTGRES_URL": url} if answers else {})
    if not answers:
        print(
            "\nSKIPPED the pass on PostgreSQL: none answers. "
            "apt-get install postgresql, or set TEST_POSTGRES_URL to one whose user may create databases.",
            flush=True,
        )
        return first or int(require_all())
    second = _run(
        "PostgreSQL", [*SAME_ON_EVERY_DATABASE, "-m", "not sqlite_only", *arguments], {"DATABASE_URL": url}
    )
    return first or second


def _run(name: str, arguments: list[str], extra: dict[str, str]) -> int:
    print(f"\n=== Tests on {name} ===", flush=True)
    started = time.monotonic()
    environment = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"} | extra
    command = [sys.executable, "-m", "pytest", "-n", "auto", *arguments]
    code = subprocess.run(command, env=environment, check=False).returncode
    print(
        f"=== {name}: {'passed' if code == 0 else 'FAILED'} in {time.monotonic() - started:.0f} s ===",
        flush=True,
    )
    return code


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
