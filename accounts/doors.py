"""Who may open a page of the shop: its people; some doors only for those who write, or for owners."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from accounts.access import staff_of
from accounts.models import SellerStaff

View = Callable[..., HttpResponse]


def for_shop(view: View) -> View:
    """The view gets the person's place in the shop as its second argument; for others there is no such page."""

    @login_required
    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        staff = staff_of(request.user)
        if staff is None:
            raise Http404
        return view(request, staff, *args, **kwargs)

    return wrapped


def require_writer(staff: SellerStaff) -> None:
    if not staff.may_write:
        raise PermissionDenied(_("Viewers read only. Ask the owner of the shop for the role of an agent."))


def require_owner(staff: SellerStaff) -> None:
    if not staff.may_manage:
        raise PermissionDenied(_("Only an owner of the shop may change this."))
