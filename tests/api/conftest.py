from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.core.cache import cache

from accounts.models import Buyer, Role, SellerStaff, User
from tests import cast
from tests.api.caller import Caller


@pytest.fixture(autouse=True)
def _nobody_asked_before() -> Iterator[None]:
    """How often somebody asked, and who is locked out, is kept in the cache: each test begins anew."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture(autouse=True)
def _files_in_a_folder(tmp_path, settings) -> None:
    settings.MEDIA_ROOT = str(tmp_path)


@pytest.fixture
def calls(db: None) -> Callable[[Buyer | SellerStaff | User | None], Caller]:
    return Caller


@pytest.fixture
def bea_calls(shop: cast.Shop) -> Caller:
    return Caller(shop.bea)


@pytest.fixture
def sam_calls(shop: cast.Shop) -> Caller:
    return Caller(shop.sam)


@pytest.fixture
def agent(shop: cast.Shop) -> SellerStaff:
    return cast.make_staff("priya@northwind-office.example", seller=shop.seller, role=Role.AGENT)


@pytest.fixture
def viewer(shop: cast.Shop) -> SellerStaff:
    return cast.make_staff("vic@northwind-office.example", seller=shop.seller, role=Role.VIEWER)
