"""Addresses of the shop's pages: dashboard, queues, orders. Settings are the rooms' of what they set."""

from django.urls import path

from messaging.views import seller_claims, seller_home, seller_inbox, seller_orders

urlpatterns = [
    path("seller/", seller_home.seller_home, name="seller-home"),
    path("seller/messages/", seller_inbox.seller_inbox, name="seller-inbox"),
    path("seller/messages/<uuid:pk>/file/", seller_inbox.file_thread, name="seller-file"),
    path("seller/orders/", seller_orders.seller_orders, name="seller-orders"),
    path("seller/orders/<str:number>/write/", seller_orders.write_first, name="seller-write"),
    path("seller/claims/<uuid:pk>/<str:action>/", seller_claims.seller_claim, name="seller-claim"),
]
