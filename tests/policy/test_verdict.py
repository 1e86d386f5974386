"""What follows from findings: outcome by direction, and the text that is delivered."""

import pytest

from messaging.policy import Action, Context, Direction, Outcome, scan

SELLER = Context(Direction.SELLER_TO_BUYER)
BUYER = Context(Direction.BUYER_TO_SELLER)


@pytest.mark.parametrize(
    ("text", "context", "outcome"),
    [
        ("Your parcel left today.", SELLER, Outcome.DELIVER),
        ("Tell the driver to ring my neighbour on +1 (503) 555-0162, please.", BUYER, Outcome.REDACT),
        ("+1 (503) 555-0162", BUYER, Outcome.BLOCK),
        ("Would you leave us a review?", SELLER, Outcome.BLOCK),
        ("Refund me or you get one star.", BUYER, Outcome.DELIVER),
        ("Please send me the verification code you received.", SELLER, Outcome.QUARANTINE),
        ("I know where you live.", BUYER, Outcome.QUARANTINE),
        ("You stupid idiot, learn to read.", BUYER, Outcome.DELIVER),
        ("If you cancel and pay me in cash it is 40 cheaper.", SELLER, Outcome.BLOCK),
        ("Can't we skip the marketplace and pay in cash?", BUYER, Outcome.DELIVER),
        ("Hello {customer_name}, your order is on its way.", SELLER, Outcome.BLOCK),
        ("Dear [Customer Name], thank you.", SELLER, Outcome.BLOCK),
        ("My setting says {auto_mode}, is that right?", BUYER, Outcome.DELIVER),
    ],
)
def test_the_outcome_follows_the_rules(text: str, context: Context, outcome: Outcome) -> None:
    assert scan(text, context).outcome == outcome


def test_a_buyers_advert_is_flagged_and_delivered() -> None:
    verdict = scan("My agency gets sellers to page one in 14 days.", BUYER)
    assert {finding.action for finding in verdict.findings if finding.label == "marketing"} == {Action.FLAG}
    assert verdict.outcome == Outcome.DELIVER


@pytest.mark.parametrize(
    ("text", "delivered"),
    [
        ("Call me on 07700 900 281 please", "Call me on [phone number removed] please"),
        ("Write to anna@woolshop.net, thanks", "Write to [e-mail address removed], thanks"),
        ("I am on Telegram as woodsmith_77.", "I am on Telegram as [user name removed]."),
        ("See https://helmtools.com/x200.", "See [link removed]."),
        ("Use my card 4111 1111 1111 1111 then", "Use my card [payment details removed] then"),
    ],
)
def test_a_datum_is_replaced_in_what_is_delivered(text: str, delivered: str) -> None:
    assert scan(text, BUYER).delivered_text == delivered


@pytest.mark.parametrize(
    "text",
    [
        "See https://www.example-market.com/orders/114-5520381-6647730/return",
        "Mail to k7m2q9x4r8t3vna@msg.example-market.com works too.",
        "Open http://192.168.4.1 in the browser.",
        "The file manual.pdf and README.md are on the stick.",
        "It runs node.js and ASP.NET.",
        "Order 114-5520381-6647730, tracking 1Z999AA10123456784.",
    ],
)
def test_harmless_shapes_pass(text: str) -> None:
    assert scan(text, SELLER).findings == ()


def test_the_operators_allowed_domains_pass_with_their_subdomains() -> None:
    text = "Track it at https://track.parcelwing.com/t/PW88310294GB"
    allowed = Context(Direction.SELLER_TO_BUYER, allowed_domains=frozenset({"parcelwing.com"}))
    assert "link.external" in scan(text, SELLER).labels
    assert scan(text, allowed).findings == ()


def test_what_the_thread_knows_is_innocent() -> None:
    text = "Call it in: the number is 07700 900 281."
    known = Context(Direction.SELLER_TO_BUYER, innocent=frozenset({"07700 900 281"}))
    assert "contact.phone" in scan(text, SELLER).labels
    assert "contact.phone" not in scan(text, known).labels


def test_a_look_alike_of_the_marketplace_is_phishing() -> None:
    for link in (
        "https://examp1e-market.com/x",
        "https://example-market.com.evil.net/x",
        "https://ехample-market.com/x",
    ):
        assert {"link.external", "phishing"} <= scan(f"Log in at {link} please", SELLER).labels


def test_the_marketplaces_domain_is_a_setting() -> None:
    context = Context(Direction.SELLER_TO_BUYER, marketplace_domain="shop.test")
    assert scan("See https://help.shop.test/returns", context).findings == ()
    assert "link.external" in scan("See https://www.example-market.com/x", context).labels
