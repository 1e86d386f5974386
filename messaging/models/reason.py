"""Why somebody writes: a buyer's topics, a seller's reasons (RULES §2)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Topic(models.TextChoices):
    ORDER_PROBLEM = "order_problem", _("Problem with the order")
    SHIPPING = "shipping", _("Delivery")
    PRODUCT_SUPPORT = "product_support", _("Help with the product")
    RETURN = "return", _("Return")
    REFUND = "refund", _("Refund")
    DAMAGED = "damaged", _("Damaged item")
    FEEDBACK = "feedback", _("Feedback to the seller")
    PRODUCT_QUESTION = "product_question", _("Product question")
    INVOICE = "invoice", _("Invoice")
    FROM_SELLER = "from_seller", _("Message from the seller")
    OTHER = "other", _("Something else")

    @classmethod
    def for_orders(cls) -> list["Topic"]:
        """What a buyer may choose when writing about an order."""
        return [topic for topic in cls if topic not in {cls.PRODUCT_QUESTION, cls.FROM_SELLER}]


RETURN_TOPICS = {Topic.RETURN, Topic.REFUND}


class ProactiveReason(models.TextChoices):
    """Why a seller writes first."""

    ORDER_PROBLEM = "order_problem", _("Problem with the order")
    ADDRESS_PROBLEM = "address_problem", _("Problem with the address")
    DELIVERY_APPOINTMENT = "delivery_appointment", _("Delivery appointment")
    CUSTOMISATION = "customisation", _("Customisation")
    SHIPPING_CONFIRMATION = "shipping_confirmation", _("Shipping confirmation")
    SHIPPING_DETAILS = "shipping_details", _("Shipping details")
    PRODUCT_INSTRUCTIONS = "product_instructions", _("Product instructions")
    WARRANTY_INFORMATION = "warranty_information", _("Warranty information")
    ORDER_UPDATE = "order_update", _("Order update")
    INVOICE = "invoice", _("Invoice")


NEEDED_TO_FULFIL = {
    ProactiveReason.ORDER_PROBLEM,
    ProactiveReason.ADDRESS_PROBLEM,
    ProactiveReason.DELIVERY_APPOINTMENT,
    ProactiveReason.CUSTOMISATION,
}


class ImportantReason(models.TextChoices):
    """What may pass an opt-out and the 30 days."""

    PRODUCT_SAFETY = "product_safety", _("Product safety")
    RECALL = "recall", _("Recall")
    WARRANTY = "warranty", _("Warranty")
    ORDER_CRITICAL = "order_critical", _("Order-critical")
