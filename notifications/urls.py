"""Addresses of the alert pages."""

from django.urls import path

from notifications import views, views_push

urlpatterns = [
    path("unsubscribe/<str:token>/", views.unsubscribe, name="unsubscribe"),
    path("verify-mail/", views.verify_mail, name="verify-mail"),
    path("push/subscribe/", views_push.subscribe, name="push-subscribe"),
    path("push/unsubscribe/", views_push.unsubscribe, name="push-unsubscribe"),
    path("push/test/", views_push.test, name="push-test"),
    path("demo/mail/", views.demo_mail, name="demo-mail"),
    path("demo/mail/<uuid:pk>/", views.demo_mail_reply, name="demo-mail-reply"),
]
