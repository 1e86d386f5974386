"""Who lives in the demo: the people who can sign in, and the other buyers and shops around them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from random import Random

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group

from accounts.models import Buyer, NotificationAddress, Role, Seller, SellerStaff, SenderAddress, User
from accounts.roles import MODERATOR as MODERATOR_GROUP
from messagecenter.demo import PASSWORD
from orders.importing import import_rows

ADMIN = "admin@example.com"
MODERATOR = "moderator@example.com"
BEA = "buyer@example.com"
OPTED_OUT = "buyer2@example.com"


@dataclass(frozen=True)
class Person:
    email: str
    first_name: str
    last_name: str
    language: str = ""
    company: str = ""


@dataclass(frozen=True)
class Shop:
    name: str
    code: str
    owner: Person
    reply_hours: int
    agents: tuple[Person, ...] = ()
    messages_on: bool = True


SHOPS = (
    Shop(
        "Northwind Audio",
        "NA",
        Person("seller@example.com", "Sam", "Okafor"),
        6,
        agents=(Person("agent@example.com", "Priya", "Natarajan"),),
    ),
    Shop("Trailhead Supply", "TS", Person("owner@trailhead-office.example", "Jonas", "Brandvold"), 20),
    Shop("Luma Lighting", "LL", Person("desk@luma-office.example", "Clara", "Vestergaard"), 9),
    Shop("Harbor & Pine", "HP", Person("hello@harborpine-office.example", "Maeve", "Callaghan"), 4),
    Shop(
        "Cedar Street Sport", "CS", Person("seller2@example.com", "Dana", "Whitlock"), 12, messages_on=False
    ),
)

BUYERS = (
    Person(BEA, "Bea", "Marlowe"),
    Person(OPTED_OUT, "Tom", "Reyesson"),
    Person("daniel.oyelaran@mail-home.example", "Daniel", "Oyelaran"),
    Person("aiko.tanabe@mail-home.example", "Aiko", "Tanabe", "ja"),
    Person("priscilla.wainwright@mail-home.example", "Priscilla", "Wainwright"),
    Person("lars.hallgrimsson@mail-home.example", "Lars", "Hallgrimsson", "de"),
    Person("ines.portela@meridian-studio.example", "Ines", "Portela", "es", "Meridian Studio"),
    Person("ben.kowalczyk@mail-home.example", "Ben", "Kowalczyk"),
    Person("claire.fontanel@mail-home.example", "Claire", "Fontanel", "fr"),
    Person("yusuf.alrashidi@mail-home.example", "Yusuf", "Alrashidi", "ar"),
    Person("greta.lindqvist@mail-home.example", "Greta", "Lindqvist", "de", "Nordlicht Architekten"),
    Person("matteo.bonaventura@mail-home.example", "Matteo", "Bonaventura", "it"),
    Person("joao.figueiredo@mail-home.example", "João", "Figueiredo", "pt"),
    Person("hana.kobayakawa@mail-home.example", "Hana", "Kobayakawa", "ja"),
    Person("sofia.arancibia@mail-home.example", "Sofía", "Arancibia", "es"),
    Person("noah.abernathy@mail-home.example", "Noah", "Abernathy"),
    Person("emma.dijkstra@mail-home.example", "Emma", "Dijkstra", "nl"),
    Person("layla.hamdouni@mail-home.example", "Layla", "Hamdouni", "ar"),
    Person("wei.zhangliu@mail-home.example", "Wei", "Zhangliu", "zh"),
    Person("karol.wisniewska@mail-home.example", "Karol", "Wiśniewska", "pl"),
    Person("purchasing@bluegate-schools.example", "Ruth", "Adeyemi-Cole", "", "Bluegate Schools"),
    Person("thomas.eisenhardt@mail-home.example", "Thomas", "Eisenhardt", "de"),
    Person("amelie.rochefort@mail-home.example", "Amélie", "Rochefort", "fr", "Atelier Rochelle"),
    Person("diego.valderrama@mail-home.example", "Diego", "Valderrama", "es"),
    Person("olivia.penhaligon@mail-home.example", "Olivia", "Penhaligon"),
    Person("marcus.thibodeaux@mail-home.example", "Marcus", "Thibodeaux"),
    Person("nia.featherstone@mail-home.example", "Nia", "Featherstone"),
    Person("jack.montgomerie@mail-home.example", "Jack", "Montgomerie"),
    Person("ada.osterberg@mail-home.example", "Ada", "Osterberg"),
    Person("leo.castellanos@mail-home.example", "Leo", "Castellanos"),
)

FIRST_NAMES = ("Ivy", "Owen", "Mia", "Finn", "Zoe", "Eli", "Nora", "Hugo", "Iris", "Otto", "Vera", "Kai")
SHOP_WORDS = ("Willow", "Copper", "Granite", "Juniper", "Meadow", "Orchard", "Quarry", "Saffron")
SHOP_TRADES = ("Goods", "Workshop", "Outfitters", "Living", "Trading", "Studio")


def shops(count: int) -> list[Shop]:
    """The first `count` shops: the five with names of their own, then made-up ones. Always the same."""
    made = [_made_up_shop(number) for number in range(len(SHOPS), count)]
    return [*SHOPS[:count], *made]


def buyers(count: int) -> list[Person]:
    made = [_made_up_buyer(number) for number in range(len(BUYERS), count)]
    return [*BUYERS[:count], *made]


def _made_up_shop(number: int) -> Shop:
    draw = Random(f"shop {number}")  # noqa: S311
    name = f"{draw.choice(SHOP_WORDS)} {draw.choice(SHOP_TRADES)} {number + 1}"
    owner = Person(f"owner{number + 1}@shops.example", draw.choice(FIRST_NAMES), f"Ownerson{number + 1}")
    return Shop(name, f"S{number + 1}", owner, draw.randint(2, 22))


def _made_up_buyer(number: int) -> Person:
    draw = Random(f"buyer {number}")  # noqa: S311
    return Person(f"buyer{number + 1}@mail-home.example", draw.choice(FIRST_NAMES), f"Buyerson{number + 1}")


def add_people(chosen_shops: list[Shop], chosen_buyers: list[Person], *, now: datetime) -> None:
    """Make who is missing; who is there stays as they are."""
    known = set(User.objects.values_list("email", flat=True))
    new_buyers = [person for person in chosen_buyers if person.email not in known]
    import_rows("sellers", [{"name": shop.name} for shop in chosen_shops])
    import_rows("buyers", [_as_row(person) for person in new_buyers])
    # Hashing is slow on purpose; all of them share one password, so it is hashed once.
    password = make_password(PASSWORD)
    emails = [person.email for person in new_buyers]
    User.objects.filter(email__in=emails).update(password=password, date_joined=now)
    if OPTED_OUT in emails:
        Buyer.objects.filter(user__email=OPTED_OUT).update(opted_out=True)
    _add_operators(password, now=now)
    for shop in chosen_shops:
        _add_staff(shop, password, now=now)
    _verify_sign_ins([*emails, ADMIN, MODERATOR, *_staff_emails(chosen_shops)])


def _as_row(person: Person) -> dict[str, str]:
    return {
        "email": person.email,
        "first_name": person.first_name,
        "last_name": person.last_name,
        "company_name": person.company,
    }


def _add_operators(password: str, *, now: datetime) -> None:
    group, _made = Group.objects.get_or_create(name=MODERATOR_GROUP)
    common = {"is_staff": True, "password": password, "date_joined": now}
    User.objects.get_or_create(
        email=ADMIN,
        defaults={"first_name": "Alex", "last_name": "Harrowgate", "is_superuser": True, **common},
    )
    moderator, made = User.objects.get_or_create(
        email=MODERATOR, defaults={"first_name": "Mo", "last_name": "Derbyshaw", **common}
    )
    if made:
        moderator.groups.add(group)


def _add_staff(shop: Shop, password: str, *, now: datetime) -> None:
    seller = Seller.objects.get(name=shop.name)
    if seller.staff.exists():
        return
    for person, role in ((shop.owner, Role.OWNER), *((agent, Role.AGENT) for agent in shop.agents)):
        user = User.objects.create(
            email=person.email,
            first_name=person.first_name,
            last_name=person.last_name,
            password=password,
            date_joined=now,
        )
        SellerStaff.objects.create(user=user, seller=seller, role=role)
    owner = User.objects.get(email=shop.owner.email)
    for address in (SenderAddress, NotificationAddress):
        address.objects.create(seller=seller, address=owner.email, added_by=owner, verified_at=now)
    seller.buyer_messages_on = seller.return_messages_on = shop.messages_on
    seller.usual_reply_hours = shop.reply_hours if shop.messages_on else None
    seller.save()


def _staff_emails(chosen: list[Shop]) -> list[str]:
    return [person.email for shop in chosen for person in (shop.owner, *shop.agents)]


def _verify_sign_ins(emails: Iterable[str]) -> None:
    users = User.objects.filter(email__in=list(emails)).exclude(emailaddress__isnull=False)
    EmailAddress.objects.bulk_create(
        EmailAddress(user=user, email=user.email, verified=True, primary=True) for user in users
    )
