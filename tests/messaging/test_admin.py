"""The operator's admin: no text in lists or forms, a look only with a recorded reason, decisions with theirs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib import admin
from django.urls import reverse

from accounts.models import Buyer, User
from accounts.roles import CUSTOMER_SERVICE, MODERATOR
from messaging.ledger.models import LedgerEntry
from messaging.ledger.verifying import verify
from messaging.models import Message, Side, Status, Thread
from messaging.models.review import Decision, Dispute
from messaging.reviewing import dispute
from tests import cast
from tests.messaging.browsing import (
    SignIn,
    page,
)

SECRET = "Pineapples under the doormat"


OURS = {"accounts", "orders", "messaging", "ledger", "metrics", "claims", "gateway", "notifications"}


def looks(thread: Thread) -> list[LedgerEntry]:
    return list(LedgerEntry.objects.filter(thread=thread, kind="staff.looked"))


# Lists and forms -------------------------------------------------------------------------------------------------------


def test_every_model_of_ours_has_an_admin() -> None:
    from django.apps import apps

    beside = {inline.model for one in admin.site._registry.values() for inline in one.inlines}
    ours = {model for model in apps.get_models() if model._meta.app_label in OURS}
    assert ours - beside - set(admin.site._registry) == set()


def test_no_list_and_no_form_shows_what_was_written(client_of: SignIn, shop: cast.Shop, mo: User) -> None:
    cast.ask(shop, SECRET)
    cast.say(Thread.objects.get(), shop.sam, f"{SECRET}, on Monday.")
    client = client_of(mo)
    for model, model_admin in admin.site._registry.items():
        if model._meta.app_label not in OURS:
            continue
        base = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        response = client.get(reverse(f"{base}_changelist"))
        assert response.status_code == 200, model
        assert SECRET not in page(response), model
        for row in model_admin.get_queryset(response.wsgi_request)[:3]:
            response = client.get(reverse(f"{base}_change", args=[row.pk]))
            assert response.status_code == 200, model
            assert SECRET not in page(response), model


def test_rows_are_neither_added_nor_deleted_by_hand(client_of: SignIn, mo: User, thread: Thread) -> None:
    client = client_of(mo)
    for name in ("messaging_message", "messaging_thread", "ledger_ledgerentry", "accounts_buyer"):
        assert client.get(reverse(f"admin:{name}_add")).status_code == 403, name
    entry = LedgerEntry.objects.first()
    assert entry
    assert client.post(reverse("admin:ledger_ledgerentry_change", args=[entry.pk]), {}).status_code == 403
    assert client.get(reverse("admin:ledger_ledgerentry_delete", args=[entry.pk])).status_code == 403


# Looking ---------------------------------------------------------------------------------------------------------------


def test_a_look_takes_a_reason_and_is_recorded_before_the_text_is_shown(
    client_of: SignIn, shop: cast.Shop, mo: User
) -> None:
    thread = cast.ask(shop, SECRET).thread
    path = reverse("admin:messaging_thread_look", args=[thread.pk])
    client = client_of(mo)
    assert SECRET not in page(client.get(path))
    assert SECRET not in page(client.post(path, {"reason": "", "look": "1"}))
    assert SECRET not in page(client.post(path, {"reason": "curious", "look": "1"}))
    assert looks(thread) == []
    shown = client.post(path, {"reason": "legal", "case": "C-2026/17", "look": "1"})
    assert SECRET in page(shown)
    assert "no-store" in shown["Cache-Control"]
    (entry,) = looks(thread)
    assert (entry.actor, entry.side, entry.facts) == (
        mo,
        Side.PLATFORM,
        {"reason": "legal", "case": "C-2026/17"},
    )
    assert verify(entry.chain) is None
    assert SECRET not in page(client.get(path))


def test_nobody_but_staff_with_the_permission_looks(
    client_of: SignIn, shop: cast.Shop, eve: Buyer, thread: Thread
) -> None:
    path = reverse("admin:messaging_thread_look", args=[thread.pk])
    for who in (eve, shop.sam, shop.bea):
        response = client_of(who).post(path, {"reason": "legal", "look": "1"})
        assert response.status_code in {302, 403}
        assert "Where is my order?" not in response.content.decode()
    plain = User.objects.create_user("new@operator.example", cast.PASSWORD, is_staff=True)
    assert client_of(plain).post(path, {"reason": "legal", "look": "1"}).status_code == 403
    assert looks(thread) == []


# The review queue ------------------------------------------------------------------------------------------------------


def review_path(message: Message) -> str:
    return reverse("admin:messaging_message_review", args=[message.pk])


def test_a_held_message_waits_in_the_queue_without_its_text(
    client_of: SignIn, staff: Callable[[str], User], held: Message
) -> None:
    client = client_of(staff(MODERATOR))
    text = page(client.get(reverse("admin:messaging_review")))
    assert review_path(held) in text
    assert "phishing" in text
    assert "card number" not in text
    assert "card number" not in page(client.get(review_path(held)))


def test_a_moderator_releases_with_a_reason(
    client_of: SignIn, staff: Callable[[str], User], held: Message, shop: cast.Shop
) -> None:
    moderator = staff(MODERATOR)
    client = client_of(moderator)
    shown = page(client.post(review_path(held), {"look": "1", "reason": "review", "case": ""}))
    assert "Confirm your password" in shown
    assert "Release" in shown
    assert client.post(review_path(held), {"decide": "release", "reason": "no"}).status_code == 200
    held.refresh_from_db()
    assert held.status == Status.QUARANTINED
    client.post(review_path(held), {"decide": "release", "reason": "Quotes a phishing mail and warns of it"})
    held.refresh_from_db()
    assert held.status == Status.RELEASED
    entry = LedgerEntry.objects.get(thread=held.thread, kind="message.released")
    assert (entry.actor, entry.facts["reason"]) == (moderator, "Quotes a phishing mail and warns of it")


def test_a_moderator_discards_and_nobody_reads_it(
    client_of: SignIn, staff: Callable[[str], User], held: Message
) -> None:
    client = client_of(staff(MODERATOR))
    client.post(review_path(held), {"decide": "discard", "reason": "Asks for a password"})
    held.refresh_from_db()
    assert held.status == Status.DISCARDED
    assert cast.texts(held.thread, Side.SELLER) == []
    again = client.post(review_path(held), {"decide": "release", "reason": "Changed my mind"}, follow=True)
    assert "Somebody decided this before you" in page(again)


def test_every_showing_of_the_text_is_a_recorded_look(
    client_of: SignIn, staff: Callable[[str], User], held: Message
) -> None:
    client = client_of(staff(MODERATOR))
    client.post(review_path(held), {"decide": "release", "reason": ""})
    assert len(looks(held.thread)) == 1


@pytest.mark.parametrize(
    ("decision", "status", "outcome"),
    [("wrong", Status.RELEASED, Decision.OVERTURNED), ("right", Status.BLOCKED, Decision.UPHELD)],
)
def test_a_moderator_decides_a_dispute(
    client_of: SignIn,
    staff: Callable[[str], User],
    shop: cast.Shop,
    thread: Thread,
    decision: str,
    status: Status,
    outcome: Decision,
) -> None:
    message = cast.say(thread, shop.sam, "Please leave us a 5 star review.")
    case = dispute(message, by=shop.sam.user, now=cast.noon())
    assert case
    client = client_of(staff(MODERATOR))
    assert review_path(message) in page(client.get(reverse("admin:messaging_review")))
    client.post(review_path(message), {"decide": decision, "reason": "Read in full, it asks for one"})
    message.refresh_from_db()
    assert (message.status, Dispute.objects.get(pk=case.pk).decision) == (status, outcome)


def test_a_decision_about_what_needs_none_shows_no_text(
    client_of: SignIn, staff: Callable[[str], User], shop: cast.Shop
) -> None:
    message = cast.ask(shop, SECRET)
    address = reverse("admin:messaging_message_review", args=[message.pk])
    answer = page(client_of(staff(MODERATOR)).post(address, {"decide": "release"}))
    assert SECRET not in answer
    assert "Why do you look?" in answer
    assert not looks(message.thread)


def test_a_buyer_is_found_by_a_whole_address_and_by_no_part_of_it(
    client_of: SignIn, staff: Callable[[str], User], bea: Buyer
) -> None:
    client = client_of(staff(CUSTOMER_SERVICE))
    found = {
        asked: "Bea M." in page(client.get("/admin/accounts/buyer/", {"q": asked}))
        for asked in (cast.BEA_EMAIL.upper(), bea.alias, cast.BEA_EMAIL[:8], bea.alias[:8], "@buyers-post")
    }
    assert list(found.values()) == [True, True, False, False, False]


def test_customer_service_looks_but_does_not_decide(
    client_of: SignIn, staff: Callable[[str], User], held: Message
) -> None:
    client = client_of(staff(CUSTOMER_SERVICE))
    assert client.get(reverse("admin:messaging_review")).status_code == 403
    response = client.post(review_path(held), {"decide": "release", "reason": "Looks fine to me"})
    assert response.status_code == 403
    held.refresh_from_db()
    assert held.status == Status.QUARANTINED
    look = reverse("admin:messaging_thread_look", args=[held.thread_id])
    assert client.post(look, {"reason": "customer_request", "look": "1"}).status_code == 200
