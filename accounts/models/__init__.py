"""Who people are, how they are masked, what they agreed to."""

from accounts.models.address import NotificationAddress, SenderAddress
from accounts.models.alias import BuyerAlias
from accounts.models.api_client import AccessToken, ApiClient
from accounts.models.buyer import Buyer
from accounts.models.seller import Role, Seller, SellerStaff, Standing
from accounts.models.user import User

__all__ = [
    "AccessToken",
    "ApiClient",
    "Buyer",
    "BuyerAlias",
    "NotificationAddress",
    "Role",
    "Seller",
    "SellerStaff",
    "SenderAddress",
    "Standing",
    "User",
]
