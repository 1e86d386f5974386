"""The demo in other sizes, and what is refused."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command

from accounts.models import Buyer, Seller
from messagecenter.demo.seeding import seed
from messaging.models import Thread
from tests.demo.conftest import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_a_seed_cut_short_is_completed():
    seed(now=NOW, buyer_count=8, thread_count=12)
    seed(now=NOW + timedelta(hours=5), buyer_count=8, thread_count=20)
    assert Thread.objects.exclude(seller=None).count() == 20


def test_more_of_everything_can_be_asked_for():
    call_command("seed_demo", buyers=34, sellers=6, threads=60, verbosity=0)
    assert Seller.objects.count() == 6
    assert Buyer.objects.count() == 34
    assert Thread.objects.exclude(seller=None).count() == 60


@pytest.mark.parametrize("wrong", [{"sellers": 1}, {"buyers": 0}, {"threads": -4}])
def test_a_demo_too_small_is_refused(wrong):
    with pytest.raises(CommandError, match=r"write a number from [123] to 100000"):
        call_command("seed_demo", **wrong)


def test_only_a_demo_is_seeded(settings):
    settings.DEMO = False
    with pytest.raises(CommandError, match="not a demo"):
        call_command("seed_demo")
