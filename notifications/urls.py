"""Addresses of the alert pages."""

from django.urls import path

from notifications import views

urlpatterns = [
    path("unsubscribe/<str:token>/", views.unsubscribe, name="unsubscribe"),
    path("verify-mail/", views.verify_mail, name="verify-mail"),
    path("demo/mail/", views.demo_mail, name="demo-mail"),
    path("demo/mail/<uuid:pk>/", views.demo_mail_reply, name="demo-mail-reply"),
]
