"""The devices push reaches: switched on, tested, and let go of when their person leaves them."""

from __future__ import annotations

from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.utils import timezone

from accounts.models import Buyer, SellerStaff
from messaging import claiming
from notifications import vapid
from notifications.models import Channel, Event, PushSubscription
from tests import cast
from tests.notifications.conftest import Alert
from tests.notifications.push_service import Browser, PushService
from tests.notifications.pushing import SignIn, switch_on


def test_signing_out_ends_push_on_that_device_alone(
    bea: Buyer, client_of: SignIn, phone: Browser, laptop: Browser
) -> None:
    on_phone = switch_on(client_of(bea), phone)
    switch_on(client_of(bea), laptop)
    on_phone.post("/accounts/logout/")
    assert PushSubscription.objects.get().endpoint.endswith(laptop.path)


def test_a_new_password_ends_push_everywhere(
    bea: Buyer, client_of: SignIn, phone: Browser, laptop: Browser
) -> None:
    on_phone = switch_on(client_of(bea), phone)
    switch_on(client_of(bea), laptop)
    fields = {"oldpassword": cast.PASSWORD, "password1": "a-longer-new-one", "password2": "a-longer-new-one"}
    assert on_phone.post("/accounts/password/change/", fields).status_code == 302
    assert not PushSubscription.objects.exists()


def test_a_device_that_somebody_else_signs_in_on_no_longer_tells_the_first(
    bea: Buyer, eve: Buyer, client_of: SignIn, phone: Browser
) -> None:
    device = switch_on(client_of(bea), phone)
    # Bea's session ended by itself; nobody signed out.
    del device.cookies["sessionid"]
    EmailAddress.objects.create(user=eve.user, email=eve.user.email, verified=True, primary=True)
    answer = device.post("/accounts/login/", {"login": eve.user.email, "password": cast.PASSWORD})
    assert answer.status_code == 302
    assert not PushSubscription.objects.exists()
    switch_on(device, phone)
    assert PushSubscription.objects.get().user == eve.user


def test_a_person_keeps_twenty_devices_the_latest(
    bea: Buyer, client_of: SignIn, service: PushService
) -> None:
    for number in range(22):
        switch_on(client_of(bea), Browser(service, f"b{number}"))
    kept = [row.endpoint.rpartition("/b")[2] for row in PushSubscription.objects.order_by("created_at")]
    assert kept == [str(number) for number in range(2, 22)]


def test_where_a_device_is_reached_is_sealed(bea: Buyer, client_of: SignIn, phone: Browser) -> None:
    from django.db import connection

    switch_on(client_of(bea), phone)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM notifications_pushsubscription")
        row = b"|".join(
            bytes(value) if isinstance(value, memoryview) else str(value).encode()
            for value in cursor.fetchone()
        )
    for secret in phone.fields.values():
        assert secret.encode() not in row


def test_the_switch_and_the_test_notice(bea: Buyer, client_of: SignIn, phone: Browser) -> None:
    device = client_of(bea)
    page = device.get("/preferences/").content.decode()
    assert "Push on this device" in page
    assert vapid.public_key() in page
    assert 'data-push-is-on=""' in page
    assert device.post("/push/test/").status_code == 409
    switch_on(device, phone)
    assert 'data-push-is-on="1"' in device.get("/preferences/").content.decode()
    assert device.post("/push/test/").json()["said"] == "Sent. It appears in a moment."
    assert phone.notices[0]["body"] == "Push works on this device."
    phone.service.answers[phone.path] = 500
    assert device.post("/push/test/").status_code == 502
    phone.service.answers[phone.path] = 410
    assert device.post("/push/test/").status_code == 409
    switch_on(device, phone)
    assert device.post("/push/unsubscribe/").status_code == 200
    assert not PushSubscription.objects.exists()


def test_test_notices_cannot_be_sent_by_the_hundred(bea: Buyer, client_of: SignIn, phone: Browser) -> None:
    device = switch_on(client_of(bea), phone)
    statuses = [device.post("/push/test/").status_code for _time in range(7)]
    assert statuses == [200] * 5 + [429] * 2


def test_a_shops_page_has_the_switch_and_a_column_for_push(sam: SellerStaff, client_of: SignIn) -> None:
    page = client_of(sam).get("/seller/settings/notifications/").content.decode()
    assert "Push on this device" in page
    assert "Buyer message by push" in page
    client_of(sam).post(
        "/seller/settings/notifications/",
        {"action": "save", "buyer_messages": "1", "overdue.push": "1"},
    )
    from notifications.preferences import preference_matrix

    matrix = preference_matrix(sam.user)
    assert [event for event in Event if matrix[event][Channel.PUSH]] == [Event.OVERDUE]


def test_without_a_key_there_is_no_push(bea: Buyer, client_of: SignIn, phone: Browser, settings: Any) -> None:
    settings.VAPID_PRIVATE_KEY = ""
    device = client_of(bea)
    assert "Push on this device" not in device.get("/preferences/").content.decode()
    assert device.post("/push/subscribe/", phone.fields).status_code == 404


def test_eve_switches_nothing_for_others(bea: Buyer, eve: Buyer, client_of: SignIn, phone: Browser) -> None:
    assert Client().post("/push/subscribe/", phone.fields).status_code == 302
    switch_on(client_of(bea), phone)
    client_of(eve).post("/push/unsubscribe/")
    assert client_of(eve).post("/push/test/").status_code == 409
    assert PushSubscription.objects.get().user == bea.user
    forger = Client(enforce_csrf_checks=True)
    forger.force_login(bea.user, backend="accounts.backends.PersonBackend")
    assert forger.post("/push/unsubscribe/").status_code == 403


def test_a_step_of_a_claim_is_shown_on_the_device_whatever_the_mail_switch(
    shop: cast.Shop, bea: Buyer, sam: SellerStaff, client_of: SignIn, phone: Browser, alert: Alert
) -> None:
    cast.wait_for_answer(shop)
    claim = cast.claim_of(shop, "Two poles are missing.")
    alert()
    Buyer.objects.update(alert_mail=False)
    switch_on(client_of(bea), phone)
    claiming.answer(claim, by=sam.user, statement="We sent them on Monday.", now=timezone.now())
    [mailed] = alert()
    [notice] = phone.notices
    assert notice["title"] in mailed.subject
    assert claim.order.number in notice["body"]
    assert notice["url"] == f"/messages/t/{claim.thread_id}/"


@pytest.mark.parametrize(
    "spoilt",
    [
        {"p256dh": ""},
        {"p256dh": "AAAA"},
        {"p256dh": "B" + "A" * 86},
        {"auth": "AAAA"},
        {"auth": "not base64!"},
        {"endpoint": ""},
    ],
)
def test_a_browser_that_does_not_say_how_to_write_to_it_is_refused(
    bea: Buyer, client_of: SignIn, phone: Browser, spoilt: dict[str, str]
) -> None:
    answer = client_of(bea).post("/push/subscribe/", {**phone.fields, **spoilt})
    assert answer.status_code == 422
    assert not PushSubscription.objects.exists()
