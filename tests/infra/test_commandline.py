"""What a newcomer types wrong is told in one sentence, with an exit code, and never with a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from messagecenter.commandline import run
from tests.needs import PROJECT

pytestmark = pytest.mark.sqlite_only

# (what was typed, what is said last)
TYPED = [
    ("nonsense", "Type 'manage.py help' for usage."),
    ("seed_demo --threads 0", "CommandError: --threads is 0: write a number from 1 to 100000."),
    ("seed_demo --sellers 2", "CommandError: --sellers is 2: write a number from 3 to 100000."),
    ("seed_demo --buyers many", "argument --buyers: invalid int value: 'many'"),
    ("load_volume", "the following arguments are required: --messages"),
    ("load_volume --messages 0", "CommandError: --messages is 0: write a number from 1 to 1000000000."),
    ("load_volume --messages 99999999999999", "CommandError: --messages is 99999999999999: write a number "),
    ("rotate_keys --batch 0", "CommandError: --batch is 0: write 1 or more."),
    ("verify_record --thread nonsense", "argument --thread: invalid UUID value: 'nonsense'"),
    ("serve_mail --listen nonsense", "CommandError: --listen is “nonsense”: write HOST:PORT, such as "),
    ("serve_mail --listen 127.0.0.1:99999", "CommandError: --listen is “127.0.0.1:99999”: write HOST:PORT, "),
    ("serve_mail --listen nowhere.invalid:8025", "CommandError: Cannot listen on nowhere.invalid:8025: "),
    ("receive_mail", "the following arguments are required: --sender, --rcpt"),
    ("create_api_client", "one of the arguments --seller --operator is required"),
    ("train_policy_model", "the following arguments are required: --data"),
    (
        "train_policy_model --data /nowhere",
        "CommandError: /nowhere cannot be read: No such file or directory.",
    ),
    ("train_policy_model --data manage.py", "CommandError: manage.py cannot be learned from: "),
    ("bench --only nothing", "argument --only: invalid choice: 'nothing' (choose from "),
    ("bench --messages few", "CommandError: --messages takes whole numbers, comma-separated, such as "),
    ("bench --rounds 0", "CommandError: --messages starts at 200 and --rounds at 1: fewer measure nothing."),
    (
        "bench --database-url junk",
        "CommandError: --database-url must be a URL that starts with one of postgres",
    ),
]


def manage(data: Path, typed: str, **extra: str) -> subprocess.CompletedProcess[str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return subprocess.run(
        [sys.executable, "manage.py", *typed.split()],
        cwd=PROJECT,
        env={**kept, "DATA_DIR": str(data), **extra},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize(("typed", "sentence"), TYPED, ids=[typed for typed, _ in TYPED])
def test_a_command_with_odd_arguments_says_what_to_write(
    typed: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        run(["manage.py", *typed.split()])
    said = capsys.readouterr()
    assert end.value.code in {1, 2}
    assert sentence in said.err.splitlines()[-1]
    assert said.out == ""


@pytest.mark.parametrize("typed", ["seed_demo --threads 1", "verify_record"])
def test_a_command_before_there_are_tables_names_the_one_that_makes_them(typed: str, tmp_path: Path) -> None:
    done = manage(tmp_path, typed)
    assert done.returncode == 1
    assert done.stderr.startswith("The database is older than the program (no such table: ")
    assert done.stderr.endswith("): run manage.py migrate first.\n")
    assert done.stderr.count("\n") == 1


def test_a_file_that_is_no_database_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "db.sqlite3").write_text("These are my notes, and there are quite a lot of them.\n" * 20)
    done = manage(tmp_path, "verify_record")
    assert (done.returncode, done.stderr) == (
        1,
        "The database cannot be used: file is not a database.\n",
    )


def test_a_fault_can_still_be_traced(tmp_path: Path) -> None:
    done = manage(tmp_path, "verify_record --traceback")
    assert "Traceback" in done.stderr


def test_a_reader_that_has_seen_enough_ends_the_command_quietly(tmp_path: Path) -> None:
    lines = '{"id": "a", "text": "Hello", "direction": "buyer_to_seller"}\n' * 3000
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "manage.py", "scan_policy"],
            cwd=PROJECT,
            env={"PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path)},
            input=lines.encode(),
            stdout=writing,
            stderr=subprocess.PIPE,
            timeout=120,
            check=False,
        )
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")
