"""How much one visitor, one address and all of them together may ask. A message with danger in it is never counted out."""

import ipaddress

from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

V4_PREFIX, V6_PREFIX = 24, 64  # one provider hands these out to one household or organisation


class Limits:
    """`session`, `address`, `openings`: limits such as "20/minute"; an empty one is no limit. `most_waiting`: turns under way at once."""

    def __init__(self, session="", address="", openings="", most_waiting=64):
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._session, self._address, self._openings = (parse(limit) if limit else None for limit in (session, address, openings))
        self._most_waiting = most_waiting
        self.waiting = 0

    def may_open(self, host):
        return self._has_room(self._openings, "open", prefix(host))

    def may_say(self, session, host):
        """Whether one more message fits. One that is refused counts for neither limit."""
        return self._has_room(self._session, "say", session.key) and self._has_room(self._address, "say", prefix(host))

    @property
    def is_busy(self):
        return self.waiting >= self._most_waiting

    def _has_room(self, limit, what, who):
        return not limit or not who or self._limiter.hit(limit, what, who)


def prefix(host):
    """The network that `host` belongs to, or "" for what is no visitor's address.

    Loopback is the reverse proxy of the same machine: one that does not say for whom it asks must not make all visitors one.
    """
    try:
        address = ipaddress.ip_address(host or "")
    except ValueError:
        return ""
    address = getattr(address, "ipv4_mapped", None) or address
    if address.is_loopback:
        return ""
    return str(ipaddress.ip_network((address, V4_PREFIX if address.version == 4 else V6_PREFIX), strict=False))
