"""What was bought, as the marketplace reports it."""

from orders.models.order import Order, OrderItem, OrderState, Shipment
from orders.models.product import Product
from orders.models.returns import Issuer, Return, ReturnReason, ReturnState

__all__ = [
    "Issuer",
    "Order",
    "OrderItem",
    "OrderState",
    "Product",
    "Return",
    "ReturnReason",
    "ReturnState",
    "Shipment",
]
