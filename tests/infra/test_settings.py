"""A wrong or missing setting stops the start with one sentence that names it, and nothing else."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from email import message_from_string
from email.policy import default
from pathlib import Path

import pytest

from tests.infra.sample import ROOT, sample_environment

HERE = "http://127.0.0.1:8000"
KEY = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE="
# Tries many environments in one process; answers with each one's refusal, or None when the settings were taken.
TRY_ALL = """
import json, os, sys
from django.core.exceptions import ImproperlyConfigured
answers = []
for environment in json.load(sys.stdin):
    os.environ.clear()
    os.environ.update(environment)
    sys.modules.pop("messagecenter.settings", None)
    try:
        import messagecenter.settings
        answers.append(None)
    except ImproperlyConfigured as refusal:
        answers.append(str(refusal))
json.dump(answers, sys.stdout)
"""

# (setting, value; None takes it away, how the sentence goes on after the setting's name)
WRONG = [
    ("SECRET_KEY", None, " is not set: production needs its own (see .env.example)."),
    ("SECRET_KEY", "short", " has 5 characters: write at least 32, at random (see .env.example)."),
    ("MESSAGE_KEYS", None, " is not set: production needs its own (see .env.example)."),
    ("MESSAGE_KEYS", "k1:short", " must be “id:key” pairs, comma-separated, each key 32 bytes in base64."),
    ("MESSAGE_KEYS", KEY, " must be “id:key” pairs, comma-separated, each key 32 bytes in base64."),
    ("MESSAGE_KEYS", f"k1:{KEY},k1:{KEY}", " has two keys called “k1”: give each an id of its own."),
    ("DATABASE_URL", "mysql://user@host/name", " must be a URL that starts with one of postgres"),
    ("DATABASE_URL", "postgres://user:password@host", " names no database: write postgres://"),
    ("DATABASE_URL", "postgres://user:password@host/", " names no database: write postgres://"),
    ("DATABASE_URL", "postgres://[half/name", " cannot be read as a URL: "),
    ("DATABASE_URL", "postgres://user:pass/word@host/name", " cannot be read as a URL: "),
    ("DATABASE_URL", "postgres://host/name?conn_max_age=60", " asks for conn_max_age: leave it out, "),
    ("REDIS_URL", "http://host", " must be a URL that starts with one of redis://, rediss://, unix://."),
    ("REDIS_URL", "redis://host:port", " cannot be read as a URL: "),
    ("REDIS_URL", "redis://", " names no host after “redis://”."),
    ("REDIS_URL", "redis://host/first", " must end with the number of a database, such as /0."),
    ("REDIS_URL", "unix://run/redis.sock", " needs a path from the root: write unix:///path."),
    ("BROKER_URL", "ftp://host", " must be a URL that starts with one of amqp://, "),
    ("BROKER_URL", "memory://", " must be a URL that starts with one of amqp://, "),
    ("STORAGE_URL", "s3://key:secret@host", " names no bucket: write s3://key:secret@host/bucket."),
    ("STORAGE_URL", "s3://key:secret@host:port/bucket", " cannot be read as a URL: "),
    ("STORAGE_URL", "s3://key:secret@host/bucket?tls=maybe", " takes ?region=…&tls=true or tls=false"),
    ("STORAGE_URL", "s3://key:secret@host/bucket?ssl=true", " takes ?region=…&tls=true or tls=false"),
    ("STORAGE_URL", "file://relative", " needs a path from the root: write file:///path."),
    ("STORAGE_URL", "files", " must be a URL that starts with one of file://, s3://."),
    ("EMAIL_URL", None, " is not set: say where alert mails go, "),
    ("EMAIL_URL", "pigeon://host", " must be a URL that starts with one of captured://, smtp"),
    ("EMAIL_URL", "smtp://host:port", " cannot be read as a URL: "),
    ("EMAIL_URL", "smtp://", " names no host after “smtp://”."),
    ("SITE_URL", "http://messages.example-market.com", " must start with https:// in production "),
    ("SITE_URL", "https://", " names no host after “https://”."),
    ("SITE_URL", "https://messages example.com", " names no host after “https://”."),
    ("SITE_URL", "https://example.com/messages", " must be scheme and host alone, without a path: "),
    ("SITE_URL", "messages.example.com", " must be a URL that starts with one of http://, https://."),
    ("ALLOWED_HOSTS", "*", " must name the hosts this server answers for; “*” is refused."),
    ("ALLOWED_HOSTS", "", " must name the hosts this server answers for; “*” is refused."),
    ("ALLOWED_HOSTS", "https://example.com", " has “https://example.com”: write host names alone, "),
    ("ALLOWED_HOSTS", "example.com:8000", " has “example.com:8000”: write host names alone, "),
    ("RELAY_DOMAIN", "example-market.com", " equals MARKETPLACE_DOMAIN: masked addresses need "),
    ("RELAY_DOMAIN", "msg example.com", " is “msg example.com”: write a bare domain such as "),
    ("RELAY_DOMAIN", "msg", " is “msg”: write a bare domain such as "),
    (
        "RELAY_DOMAIN",
        "müller.example",
        " is “müller.example”: write a bare domain such as example-market.com, in its ",
    ),
    ("MARKETPLACE_DOMAIN", "https://example-market.com/", " is “https://example-market.com/”: write a bare "),
    ("MARKETPLACE_NAME", "Example\nBcc: eve@example.com", " holds a line break or another control character"),
    ("TRUSTED_AUTHSERV_ID", "mx example", " is “mx example”: write one word of letters, "),
    ("ALLOWED_LINK_DOMAINS", "carrier.example,not a domain", " is “not a domain”: write a bare domain "),
    ("REPLY_DUE_HOURS", "soon", " is “soon”: write a whole number, 1 or more."),
    ("REPLY_DUE_HOURS", "9" * 14, " is “99999999999999”: write a whole number, 876000 or less."),
    ("RAW_MAIL_DAYS", "9" * 5000, f" is “{'9' * 20}…”: write a whole number, 36500 or less."),
    ("PROACTIVE_WINDOW_DAYS", "0", " is “0”: write a whole number, 1 or more."),
    ("REPEAT_WARN_FROM", "21", " is 21 and REPEAT_BLOCK_AFTER 20: the warning must come first."),
    ("TRUSTED_PROXY_COUNT", "-1", " is “-1”: write a whole number, 0 or more."),
    ("DEBUG", "true", " is on with DATABASE_URL set: production never runs with DEBUG."),
    ("DEMO", "true", " is on with DATABASE_URL set, and SITE_URL can be reached from outside: "),
    ("REQUIRE_STAFF_MFA", "maybe", " is “maybe”: write true or false."),
    ("CLAMD_URL", "http://host", " must be a URL that starts with one of tcp://, unix://."),
    ("SENTRY_DSN", "yes please", " must be a URL that starts with one of http://, https://."),
    ("SENTRY_DSN", "https://sentry.example/1", " is no DSN: copy it from the project's settings "),
    ("SENTRY_DSN", "https://key@sentry.example", " is no DSN: copy it from the project's settings "),
    ("VAPID_PRIVATE_KEY", "junk", " must be 32 bytes in URL-safe base64 (see .env.example)."),
    ("VAPID_PRIVATE_KEY", "_" * 43, " must be 32 bytes in URL-safe base64 (see .env.example)."),
    ("PUSH_HOSTS", "*", " must name the push services' hosts; “*” is refused."),
    ("PUSH_HOSTS", "https://push.example", " has “https://push.example”: write host names alone, "),
    ("MAIL_LISTEN", "8025", " is “8025”: write host:port, such as 127.0.0.1:8025."),
    ("MAIL_LISTEN", "127.0.0.1:mail", " is “127.0.0.1:mail”: write host:port, such as "),
    ("DATA_DIR", "~nobody-of-that-name/data", " is “~nobody-of-that-name/data”: that is no folder's path"),
]

TAKEN = [
    {},
    {"REDIS_URL": "unix:///run/redis.sock?db=1", "BROKER_URL": None},
    {"STORAGE_URL": "file:///srv/files"},
    {"STORAGE_URL": "s3://key:secret@store:9000/bucket?region=eu-central-1&tls=false"},
    {"SITE_URL": "https://MESSAGES.example-market.com/"},
    {"ALLOWED_HOSTS": ".example-market.com,[::1],my_host"},
    {"MAIL_LISTEN": "[::1]:8025"},
    {"SENTRY_DSN": "https://key@o1.ingest.sentry.io/42"},
    {"VAPID_PRIVATE_KEY": KEY.rstrip("=")},
    {"PUSH_HOSTS": "push.example,.push.example.org"},
    {"SITE_URL": HERE, "ALLOW_HTTP": "true", "DEMO": "true"},
    {"DATABASE_URL": None, "SITE_URL": "https://demo.example-market.com", "DEMO": "true"},
]


def environment(data: Path, **changes: str | None) -> dict[str, str]:
    every = {**sample_environment(data), **changes}
    return {name: value for name, value in every.items() if value is not None}


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> list[str | None]:
    """What the settings say to each entry of WRONG, then of TAKEN."""
    data = tmp_path_factory.mktemp("data")
    changes = [{name: value} for name, value, _ in WRONG] + TAKEN
    tried = json.dumps([environment(data, **change) for change in changes])
    done = run(sample_environment(data), sys.executable, "-c", TRY_ALL, given=tried)
    assert done.returncode == 0, done.stderr
    found: list[str | None] = json.loads(done.stdout)
    assert len(found) == len(changes)
    return found


def run(environment: dict[str, str], *command: str, given: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        input=given,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize(
    "number", range(len(WRONG)), ids=[f"{name}={str(value)[:40]}" for name, value, _ in WRONG]
)
def test_a_wrong_setting_is_told_in_one_sentence_that_begins_with_its_name(
    number: int, answers: list[str | None]
) -> None:
    name, _value, because = WRONG[number]
    sentence = answers[number] or "it was taken"
    assert sentence.startswith(f"{name}{because}")
    assert sentence.endswith((".", "asks."))
    assert "\n" not in sentence


@pytest.mark.parametrize("number", range(len(TAKEN)), ids=map(str, TAKEN))
def test_a_rare_but_right_setting_is_taken(number: int, answers: list[str | None]) -> None:
    assert answers[len(WRONG) + number] is None


def test_no_sentence_repeats_a_password(answers: list[str | None]) -> None:
    for answer in filter(None, answers):
        assert "pass/" not in answer
        assert "“pass" not in answer
        assert KEY not in answer


DOORS = [
    [sys.executable, "manage.py"],
    [sys.executable, "manage.py", "check"],
    [sys.executable, "manage.py", "serve_mail"],
    ["celery", "-A", "messagecenter", "worker"],
    ["celery", "-A", "messagecenter", "beat"],
    ["celery", "-A", "messagecenter", "inspect", "ping"],
    ["granian", "--no-log", "--interface", "wsgi", "--port", "0", "messagecenter.wsgi:application"],
    ["granian", "--no-log", "--interface", "asginl", "--port", "0", "messagecenter.asgi:application"],
]


def test_every_program_says_the_sentence_and_nothing_else(tmp_path: Path) -> None:
    wrong = environment(tmp_path, RELAY_DOMAIN="msg")
    programs = Path(sys.executable).parent
    wrong["PATH"] = f"{programs}:{wrong['PATH']}"
    sentence = "RELAY_DOMAIN is “msg”: write a bare domain such as example-market.com.\n"
    with ThreadPoolExecutor(2) as pool:
        for command, done in zip(DOORS, pool.map(lambda command: run(wrong, *command), DOORS), strict=True):
            assert (done.returncode, done.stdout, done.stderr) == (1, "", sentence), command


@pytest.mark.parametrize("name", ["Example, Inc. <Berlin>", 'The "Best" Market', "Märchenmarkt"])
def test_any_name_of_the_marketplace_makes_one_sender(name: str, tmp_path: Path) -> None:
    code = "from messagecenter import settings; print(settings.DEFAULT_FROM_EMAIL)"
    done = run(environment(tmp_path, MARKETPLACE_NAME=name), sys.executable, "-c", code)
    sender = message_from_string(f"From: {done.stdout}", policy=default)["From"]
    assert [(one.display_name, one.addr_spec) for one in sender.addresses] == [
        (name, "no-reply@msg.example-market.com")
    ]


EMBEDDED = dict.fromkeys(("DATABASE_URL", "SECRET_KEY", "MESSAGE_KEYS", "VAPID_PRIVATE_KEY"))
START = [
    sys.executable,
    "-c",
    "from messagecenter import settings; print(settings.SECRET_KEY, settings.MESSAGE_KEYS, settings.VAPID_PRIVATE_KEY)",
]


def test_a_data_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("")
    done = run(
        environment(tmp_path, **EMBEDDED) | {"DATA_DIR": str(taken / "data")},
        sys.executable,
        "manage.py",
        "check",
    )
    assert (done.returncode, done.stderr) == (
        1,
        f"DATA_DIR is “{taken}/data”: that folder cannot be made (Not a directory).\n",
    )


def test_the_embedded_mode_makes_its_secrets_once_and_keeps_them_private(tmp_path: Path) -> None:
    first = run(environment(tmp_path, **EMBEDDED), *START)
    assert first.returncode == 0, first.stderr
    kept = tmp_path / "secrets.env"
    assert kept.stat().st_mode & 0o777 == 0o600
    assert run(environment(tmp_path, **EMBEDDED), *START).stdout == first.stdout


def test_a_key_for_push_is_made_by_a_command_and_taken_by_the_settings(tmp_path: Path) -> None:
    made = run(environment(tmp_path, **EMBEDDED), sys.executable, "manage.py", "make_vapid_key")
    name, _, key = made.stdout.strip().partition("=")
    code = "from messagecenter import settings; print(settings.VAPID_PRIVATE_KEY)"
    taken = run(environment(tmp_path, **{name: key}), sys.executable, "-c", code)
    assert (name, taken.stdout.strip()) == ("VAPID_PRIVATE_KEY", key)
    again = run(environment(tmp_path, **EMBEDDED), sys.executable, "manage.py", "make_vapid_key")
    assert again.stdout != made.stdout


def test_processes_that_start_at_once_keep_the_same_secrets(tmp_path: Path) -> None:
    with ThreadPoolExecutor(6) as pool:
        done = list(pool.map(lambda _: run(environment(tmp_path, **EMBEDDED), *START), range(6)))
    assert {one.returncode for one in done} == {0}
    assert len({one.stdout for one in done}) == 1


def test_an_empty_data_folder_setting_means_the_default(tmp_path: Path) -> None:
    code = "from messagecenter.environment import Environment; from pathlib import Path; import sys; print(Environment(Path(sys.argv[1])).data)"
    done = run(environment(tmp_path, DATA_DIR=""), sys.executable, "-c", code, str(tmp_path))
    assert done.stdout == f"{tmp_path}/var\n"
