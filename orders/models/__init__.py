"""What was bought, as the marketplace reports it."""

from orders.models.order import Order, OrderItem, OrderState, Shipment
from orders.models.product import Product

__all__ = ["Order", "OrderItem", "OrderState", "Product", "Shipment"]
