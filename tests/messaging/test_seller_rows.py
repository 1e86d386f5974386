"""The items of a shop's list say what the models say, and nothing of what is masked."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import Buyer
from messaging.models import MailboxEntry, Side
from messaging.views.seller_rows import draw_items, for_items, name_of
from tests import cast


def items(thread):
    return for_items(MailboxEntry.objects.filter(thread=thread, mailbox__side=Side.SELLER))


@pytest.mark.parametrize(("first", "last"), [("Bea", "Marlowe"), ("Bea", ""), ("", ""), ("Zoë", "Ölander")])
def test_an_item_names_the_buyer_as_the_model_does(thread, first, last):
    user = thread.buyer.user
    user.first_name, user.last_name = first, last
    user.save()
    assert name_of(items(thread).get()) == Buyer.objects.get(pk=thread.buyer_id).masked_name


def test_what_people_write_is_escaped_and_the_surname_is_not_there(shop):
    thread = cast.ask(shop, "<script>alert(1)</script> {name} {text}").thread
    drawn = draw_items(items(thread), now=timezone.now())
    assert "<script>" not in drawn
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {name} {text}" in drawn
    assert "Bea M." in drawn
    assert "Marlowe" not in drawn


def test_a_late_item_says_so(thread):
    (drawn,) = [draw_items(items(thread), now=timezone.now() + timedelta(hours=26))]
    assert "mc-sla--late" in drawn
    assert "late" in drawn
