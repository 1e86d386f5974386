"""kill -9 at the worst moments: accepted means delivered once and alerted once."""

from __future__ import annotations

import pytest

from tests.flows.stack import Stack, wait_for

pytestmark = [pytest.mark.slow, pytest.mark.sqlite_only, pytest.mark.timeout(420)]

# A second alert would follow within a sweep or two, or when a lease ends; sweeps come every second here.
SETTLE_SECONDS = "3"
# A lease ends within a minute; the rest is for a machine with other things to do.
TOLD_SECONDS = "150"
DEATH_SECONDS = 120.0


@pytest.fixture(scope="module")
def seller(engine: Stack) -> str:
    return str(engine.scene("set")["sam"])


def die_at(engine: Stack, failpoint: str) -> dict[str, str]:
    """Bea writes; the worker on her message ends by SIGKILL at the failpoint; nobody is left to work."""
    if "worker" in engine.processes:
        engine.kill("worker")
    if failpoint:
        engine.start_worker(failpoint=failpoint)
    posted: dict[str, str] = engine.scene("post", "Where is my parcel?")
    if failpoint:
        if engine.is_embedded:
            worker = engine.processes["worker"]
            wait_for(
                lambda: worker.poll() is not None,
                what=f"the worker to die at {failpoint}",
                seconds=DEATH_SECONDS,
            )
        else:
            # Of a prefork pool one child dies at a time; the parent must not finish the job for it.
            wait_for(
                lambda: "SIGKILL" in engine.log_of("worker"),
                what=f"a child to die at {failpoint}",
                seconds=DEATH_SECONDS,
            )
        engine.kill("worker")
        (engine.folder / "worker.log").unlink()
    return posted


FAILPOINTS = ["", "screening.judged", "screening.delivered", "dispatch.claimed", "delivery.claimed"]


@pytest.mark.parametrize("failpoint", FAILPOINTS, ids=lambda name: name or "before any worker took it")
def test_a_worker_killed_on_the_way_delivers_once_and_alerts_once(
    engine: Stack, seller: str, failpoint: str
) -> None:
    before = len(engine.sink.to(seller))
    posted = die_at(engine, failpoint)
    engine.start_worker()
    fate = engine.scene("told", posted["message"], TOLD_SECONDS, SETTLE_SECONDS)
    assert fate == {"status": "delivered", "delivered": 1, "pending": 0, "mails": ["sent"], "broken": False}
    assert len(engine.sink.to(seller)) == before + 1


def test_a_worker_killed_after_the_mail_left_repeats_it_only_under_the_same_message_id(
    engine: Stack, seller: str
) -> None:
    before = len(engine.sink.to(seller))
    posted = die_at(engine, "delivery.sent")
    engine.start_worker()
    fate = engine.scene("told", posted["message"], TOLD_SECONDS, SETTLE_SECONDS)
    assert (fate["pending"], fate["mails"]) == (0, ["sent"])
    repeated = engine.sink.to(seller)[before:]
    assert len({mail.parsed["Message-ID"] for mail in repeated}) == 1
