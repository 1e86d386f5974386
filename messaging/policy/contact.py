"""Everything in a text by which people could reach or pay each other elsewhere."""

from messaging.policy.addresses import find_addresses
from messaging.policy.handles import find_handles
from messaging.policy.innocent import set_names_aside, set_numbers_aside
from messaging.policy.links import find_domains, find_links
from messaging.policy.payments import find_payments
from messaging.policy.phones import find_phones
from messaging.policy.sighting import Sighting


def find_data(sight: Sighting) -> None:
    """Fill sight.data. The order matters: what one detector explains the next leaves alone."""
    set_names_aside(sight)
    find_payments(sight)
    find_links(sight)
    find_addresses(sight)
    set_numbers_aside(sight)
    find_phones(sight)
    find_handles(sight)
    find_domains(sight)
