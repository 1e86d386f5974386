"""The shop's settings about people."""

from django.urls import path

from accounts import views_seller

urlpatterns = [
    path("seller/settings/senders/", views_seller.senders, name="seller-senders"),
    path("seller/settings/staff/", views_seller.staff_page, name="seller-staff"),
    path("verify-address/<str:token>/", views_seller.verify_address, name="verify-address"),
]
