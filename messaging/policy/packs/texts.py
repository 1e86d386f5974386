"""What the author of a message is told about each kind of datum."""

from messaging.policy.packs.fraud import SAFE
from messaging.policy.packs.words import REFUSAL

CONTACT_BECAUSE = {
    "contact.phone": "Phone numbers are not passed on: buyer and seller stay masked.",
    "contact.email": "E-mail addresses are not passed on: buyer and seller stay masked.",
    "contact.handle": "User names on other sites and apps are not passed on.",
    "link.external": "Links to other sites are not passed on.",
    "payment.details": "Card numbers, accounts and wallets are not passed on: payment stays at the checkout.",
}
CONTACT_FIX = {
    "contact.phone": "Write here instead; delivery contacts belong into the order's address.",
    "contact.email": "Write here instead; invoice contacts belong into the account's settings.",
    "contact.handle": "Write here instead.",
    "link.external": "Say in words what stands there, or attach it as a file.",
    "payment.details": "Pay or refund through the order.",
}
LEAVING_BECAUSE = "Moving talk, payment or trade to another place is not allowed."
LEAVING_FIX = "Go on in this thread and keep payment at the checkout."
FOLLOW_BECAUSE = "Inviting to follow a page or channel is advertising, which is not allowed here."
FOLLOW_FIX = "Leave the page out."
LOOKALIKE_BECAUSE = "The link imitates the marketplace."
LOOKALIKE_FIX = "Leave the link out."
PLACEHOLDER_BECAUSE = "A placeholder was not filled in."
PLACEHOLDER_FIX = "Put the real words in its place."
ACROSTIC_BECAUSE = "The first letters of the lines spell what is not allowed."
ACROSTIC_FIX = "Write it plainly, without the hidden word."

# Labels that only one side can earn.
ONE_SIDED = {"solicitation.review": "seller_to_buyer", "feedback.coercion": "buyer_to_seller"}
MODEL_BECAUSE = {
    "offplatform": "This reads like moving talk, payment or trade to another place.",
    "solicitation.review": "This reads like asking for a review or a change to one.",
    "feedback.coercion": "This reads like tying a review to a benefit.",
    "marketing": "This reads like advertising.",
    "phishing": "This reads like asking for secrets or posing as somebody else.",
    "abuse": "This reads like an insult or a threat.",
}
# Letters alone do not tell "we use" from "we don't use": beside these words the model is not believed.
MODEL_SPARES = {"phishing": SAFE, "offplatform": REFUSAL, "marketing": REFUSAL}
MODEL_FIX = "Put it in other words, or dispute the finding."
