"""Sign-in through allauth; the session's user comes with the rows nearly every page needs."""

from __future__ import annotations

from allauth.account.auth_backends import AuthenticationBackend

from accounts.models import User


class PersonBackend(AuthenticationBackend):
    def get_user(self, user_id: int) -> User | None:
        user = User.people.filter(pk=user_id).first()
        return user if user is not None and self.user_can_authenticate(user) else None
