"""The ways to tell people, one file each."""

from notifications.channels.base import Carrier
from notifications.channels.email import EmailCarrier
from notifications.channels.push import PushCarrier
from notifications.models import Channel

CHANNELS: dict[str, Carrier] = {Channel.EMAIL: EmailCarrier(), Channel.PUSH: PushCarrier()}
