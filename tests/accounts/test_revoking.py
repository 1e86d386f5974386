from __future__ import annotations

from django.utils import timezone

from accounts.models import AccessToken
from tests.cast import PASSWORD


def test_a_new_password_ends_the_access_tokens_of_the_old_one(bea, sam, client_of):
    now = timezone.now()
    _token, plain = AccessToken.issue(bea.user, now=now)
    _other, kept = AccessToken.issue(sam.user, now=now)
    form = {"oldpassword": PASSWORD, "password1": "another-long-secret", "password2": "another-long-secret"}
    assert client_of(bea).post("/accounts/password/change/", form).status_code == 302
    assert AccessToken.find(plain, now=now) is None
    assert AccessToken.find(kept, now=now) is not None
