from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = "People"

    def ready(self) -> None:
        from accounts import revoking
        from accounts.roles import fill_groups

        # After django.contrib.auth's own receiver, which makes the permissions: it was connected before.
        post_migrate.connect(fill_groups, dispatch_uid="accounts.roles.fill_groups")
        revoking.connect()
