"""Guarantee claims as people meet them: the pages, who may do what, and what everybody reads."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import Buyer, Role, Seller, SellerStaff, Standing, User
from accounts.roles import CUSTOMER_SERVICE
from messaging import claiming
from messaging.claims.models import Claim, ClaimState, ClaimStep
from messaging.ledger.models import LedgerEntry
from messaging.ledger.verifying import verify
from messaging.models import MailboxEntry, Side, Thread
from tests import cast

SignIn = Callable[[Buyer | SellerStaff | User], Client]
H, D = timedelta(hours=1), timedelta(days=1)
NOW = cast.noon()
FILED = {"problem": "not_as_ordered", "remedy": "replacement", "statement": "Two poles are missing."}


def claim_url(shop: cast.Shop) -> str:
    return f"/orders/{shop.order.number}/claim/"


def thread_page(client: Client, thread: Thread) -> str:
    return client.get(f"/messages/t/{thread.pk}/").content.decode()


def kinds(thread: Thread) -> list[str]:
    return [kind for kind in thread.ledger.order_by("seq").values_list("kind", flat=True) if "claim" in kind]


# The pages ---------------------------------------------------------------------------------------------------------------


def test_the_claim_page_says_to_write_to_the_seller_first(client_of: SignIn, shop):
    page = client_of(shop.bea).get(claim_url(shop)).content.decode()
    assert "Write to the seller first." in page
    assert "Contact Seller" in page
    assert 'name="statement"' not in page


def test_the_claim_page_says_from_when_a_claim_is_possible(client_of: SignIn, shop):
    thread = cast.ask(shop, now=timezone.now() - 40 * H).thread
    client = client_of(shop.bea)
    page = client.get(claim_url(shop)).content.decode()
    assert "You can file a claim from" in page
    refused = client.post(claim_url(shop), FILED)
    assert refused.status_code == 422
    assert not Claim.objects.exists()
    assert kinds(thread) == []


def test_after_48_hours_the_thread_offers_a_claim_customer_service_and_waiting(client_of: SignIn, shop):
    thread = cast.wait_for_answer(shop)
    page = thread_page(client_of(shop.bea), thread)
    assert "Northwind Audio has not replied for 2 days" in page
    for words in ("File a guarantee claim", "Customer service", "Keep waiting", "covered until"):
        assert words in page
    seen = thread_page(client_of(shop.sam), thread)
    assert "Bea M. has had no reply for 2 days" in seen
    assert "a guarantee claim" in seen


def test_before_48_hours_nothing_is_offered_to_either_side(client_of: SignIn, shop):
    thread = cast.ask(shop, now=timezone.now() - 47 * H).thread
    assert "Keep waiting" not in thread_page(client_of(shop.bea), thread)
    assert "has had no reply for" not in thread_page(client_of(shop.sam), thread)


def test_who_keeps_waiting_is_asked_again_after_a_day(client_of: SignIn, shop):
    thread = cast.wait_for_answer(shop)
    client = client_of(shop.bea)
    client.post(f"/messages/t/{thread.pk}/keep-waiting/")
    page = thread_page(client, thread)
    assert "Keep waiting" not in page.replace("We ask you again", "")
    assert "No reply for" in page
    thread.obligations.update(keep_waiting_until=timezone.now() - H)
    assert "Keep waiting" in thread_page(client, thread)


def test_a_stranger_cannot_keep_others_waiting(client_of: SignIn, shop, eve):
    thread = cast.wait_for_answer(shop)
    for who in (eve, shop.sam):
        assert client_of(who).post(f"/messages/t/{thread.pk}/keep-waiting/").status_code == 404
    assert thread.obligations.get().keep_waiting_until is None


def test_a_claim_goes_from_filing_to_the_last_word_in_both_threads(client_of: SignIn, shop, mo):
    thread = cast.wait_for_answer(shop)
    bea, sam, operator = client_of(shop.bea), client_of(shop.sam), client_of(mo)
    filed = bea.post(claim_url(shop), FILED, follow=True).content.decode()
    assert "Your claim is filed." in filed
    claim = Claim.objects.get()
    page = thread_page(sam, thread)
    assert "Bea M. filed a guarantee claim" in page
    assert "Two poles are missing." in page
    assert "Answer the guarantee claim" in page

    sam.post(f"/seller/claims/{claim.pk}/answer/", {"statement": "We sent two poles today."})
    assert "We sent two poles today." in thread_page(bea, thread)
    decide_in_admin(operator, claim, "granted", "The parts were missing from the start.")
    for client in (bea, sam):
        page = thread_page(client, thread)
        assert "The claim is decided: Granted" in page
        assert "The parts were missing from the start." in page
        assert "Either side may appeal until" in page

    sam.post(f"/seller/claims/{claim.pk}/appeal/", {"statement": "The bag was complete when it left."})
    assert "Northwind Audio appealed the decision" in thread_page(bea, thread)
    decide_in_admin(operator, claim, "refused", "The photo shows a complete bag.")
    page = thread_page(bea, thread)
    assert "This decision is final." in page
    assert "The claim is decided: Not granted" in page
    assert kinds(thread) == [
        "claim.opened", "claim.answered", "claim.decided", "claim.appealed", "claim.decided",
    ]  # fmt: skip
    assert verify(f"thread:{thread.pk}") is None


def decide_in_admin(client: Client, claim: Claim, outcome: str, reason: str) -> None:
    address = reverse("admin:claims_claim_decide", args=[claim.pk])
    answer = client.post(address, {"decide": "1", "outcome": outcome, "reason": reason})
    assert answer.status_code == 302


def test_what_the_policy_removes_from_a_statement_only_the_operator_reads(client_of: SignIn, shop, mo):
    claim = cast.claim_of(shop, "Two poles are missing, call me on +1 415 555 0132.")
    assert "0132" not in thread_page(client_of(shop.sam), claim.thread)
    assert "phone number removed" in thread_page(client_of(shop.sam), claim.thread)
    assert "0132" in thread_page(client_of(shop.bea), claim.thread)
    look = client_of(mo).post(
        reverse("admin:claims_claim_decide", args=[claim.pk]), {"look": "1", "reason": "claim"}
    )
    assert "0132" in look.content.decode()


def test_an_answer_that_breaks_the_rules_comes_back_with_the_reason_and_its_words(client_of: SignIn, shop):
    claim = cast.claim_of(shop)
    text = "Change your review to five stars and we refund you in full."
    answer = client_of(shop.sam).post(f"/seller/claims/{claim.pk}/answer/", {"statement": text})
    assert answer.status_code == 422
    assert text in answer.content.decode()
    assert 'id="claim-statement-error"' in answer.content.decode()
    claim.refresh_from_db()
    assert claim.state == ClaimState.OPENED


def test_a_suspended_shop_can_still_answer_and_a_restricted_buyer_still_claim(client_of: SignIn, shop):
    thread = cast.wait_for_answer(shop)
    Seller.objects.update(standing=Standing.SUSPENDED)
    Buyer.objects.filter(pk=shop.bea.pk).update(restricted_at=timezone.now())
    client_of(shop.bea).post(claim_url(shop), FILED)
    claim = Claim.objects.get(thread=thread)
    client_of(shop.sam).post(f"/seller/claims/{claim.pk}/answer/", {"statement": "We sent the poles."})
    claim.refresh_from_db()
    assert claim.state == ClaimState.ANSWERED


def test_a_claim_pressed_twice_is_filed_once(client_of: SignIn, shop):
    cast.wait_for_answer(shop)
    client = client_of(shop.bea)
    for _press in range(2):
        assert client.post(claim_url(shop), FILED).status_code == 302
    assert Claim.objects.count() == 1


def test_a_withdrawn_claim_can_be_filed_again(client_of: SignIn, shop):
    cast.wait_for_answer(shop)
    client = client_of(shop.bea)
    client.post(claim_url(shop), FILED)
    client.post(claim_url(shop) + "withdraw/")
    assert 'name="statement"' in client.get(claim_url(shop)).content.decode()
    client.post(claim_url(shop), FILED)
    assert list(Claim.objects.order_by("opened_at").values_list("state", flat=True)) == [
        "withdrawn",
        "opened",
    ]


def test_the_shops_start_page_says_which_claim_waits_for_its_answer(client_of: SignIn, shop, eve_sells):
    claim = cast.claim_of(shop)
    assert f"/messages/t/{claim.thread_id}/#case" in client_of(shop.sam).get("/seller/").content.decode()
    assert str(claim.thread_id) not in client_of(eve_sells).get("/seller/").content.decode()
    claiming.answer(claim, by=shop.sam.user, statement="On their way.", now=timezone.now())
    assert "waits for your answer" not in client_of(shop.sam).get("/seller/").content.decode()


def test_a_claim_brings_the_thread_back_to_both_inboxes(client_of: SignIn, shop):
    claim = cast.claim_of(shop)
    entries = {entry.mailbox.side: entry for entry in MailboxEntry.objects.select_related("mailbox")}
    assert entries["seller"].unread
    assert entries["seller"].preview == entries["buyer"].preview == "Guarantee claim filed"
    assert not entries["buyer"].unread
    assert claim.thread.has_case


def test_the_live_news_of_a_thread_bring_the_new_cards_and_only_those(client_of: SignIn, shop):
    claim = cast.claim_of(shop)
    url = f"/messages/t/{claim.thread_id}/?since=1&cards=1"
    bea = client_of(shop.bea)
    assert "data-card" not in bea.get(url, headers={"HX-Request": "true"}).content.decode()
    claiming.answer(claim, by=shop.sam.user, statement="On their way.", now=timezone.now())
    news = bea.get(url, headers={"HX-Request": "true"}).content.decode()
    assert news.count("data-card=") == 1
    assert "On their way." in news
    assert 'id="case" hx-swap-oob' in news


# Who may what ------------------------------------------------------------------------------------------------------------


def test_a_claim_does_not_exist_for_strangers(client_of: SignIn, shop, eve, eve_sells):
    claim = cast.claim_of(shop)
    for path in (claim_url(shop), claim_url(shop) + "appeal/", claim_url(shop) + "withdraw/"):
        assert client_of(eve).post(path, FILED).status_code == 404
    assert client_of(eve).get(claim_url(shop)).status_code == 404
    for who in (eve, eve_sells, shop.bea):
        assert client_of(who).post(f"/seller/claims/{claim.pk}/answer/", FILED).status_code == 404
    assert client_of(shop.sam).get(claim_url(shop)).status_code == 404
    claim.refresh_from_db()
    assert claim.state == ClaimState.OPENED


def test_a_viewer_of_the_shop_reads_the_claim_and_cannot_answer_it(client_of: SignIn, shop):
    claim = cast.claim_of(shop)
    viewer = cast.make_staff("vic@northwind-office.example", seller=shop.seller, role=Role.VIEWER)
    page = thread_page(client_of(viewer), claim.thread)
    assert "Bea M. filed a guarantee claim" in page
    assert 'name="statement"' not in page
    answer = client_of(viewer).post(f"/seller/claims/{claim.pk}/answer/", {"statement": "Hello there."})
    assert answer.status_code == 403
    assert not ClaimStep.objects.filter(side=Side.SELLER).exists()


def test_the_evidence_is_shown_after_a_recorded_look_with_its_record_verified(client_of: SignIn, shop):
    claim = cast.claim_of(shop)
    worker = User.objects.create_user("cs@operator.example", cast.PASSWORD, is_staff=True)
    worker.groups.add(Group.objects.get(name=CUSTOMER_SERVICE))
    client, address = client_of(worker), reverse("admin:claims_claim_decide", args=[claim.pk])
    assert "Two of the three poles" not in client.get(address).content.decode()
    page = client.post(address, {"look": "1", "reason": "claim"}).content.decode()
    assert "Two of the three poles" in page
    assert "Where is my order?" in page
    assert "The record of this thread is complete and unchanged." in page
    look = LedgerEntry.objects.get(kind="staff.looked")
    assert (look.actor_id, look.facts["reason"]) == (worker.pk, "claim")
    LedgerEntry.objects.filter(kind="message.submitted").update(facts={"message": "another"})
    broken = client.post(address, {"look": "1", "reason": "claim"}).content.decode()
    assert "it was changed after it was recorded" in broken


def test_a_moderator_without_the_right_decides_nothing(client_of: SignIn, shop):
    claim = cast.claim_of(shop)
    moderator = User.objects.create_user("m@operator.example", cast.PASSWORD, is_staff=True)
    moderator.groups.add(Group.objects.get(name="moderator"))
    answer = client_of(moderator).post(
        reverse("admin:claims_claim_decide", args=[claim.pk]),
        {"decide": "1", "outcome": "granted", "reason": "Because I say so."},
    )
    assert answer.status_code == 403


def test_a_decision_without_a_reason_is_none(client_of: SignIn, shop, mo):
    claim = cast.claim_of(shop, now=timezone.now())
    claiming.answer(claim, by=shop.sam.user, statement="On their way.", now=timezone.now())
    client_of(mo).post(
        reverse("admin:claims_claim_decide", args=[claim.pk]),
        {"decide": "1", "outcome": "granted", "reason": ""},
    )
    claim.refresh_from_db()
    assert claim.state == ClaimState.ANSWERED
