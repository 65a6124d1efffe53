"""What Rasa remembers of conversations: in memory only, for half an hour, and gone when the door says so.

Rasa 3.6 can delete no conversation, and its own store in memory keeps each until the process ends. Named in endpoints.yml and
credentials.yml.
"""

import collections
import time
import weakref

from rasa.core.channels.rest import RestInput
from rasa.core.tracker_store import InMemoryTrackerStore
from sanic import response

_stores = weakref.WeakSet()  # of this process; the channel has no other way to them


class ForgettingTrackerStore(InMemoryTrackerStore):
    """`minutes`: how long a conversation is kept after its last turn; `most`: how many at once, the oldest go first."""

    def __init__(self, domain, event_broker=None, minutes=30, most=5000, clock=time.monotonic, **kwargs):
        super().__init__(domain, event_broker)
        self._seconds, self._most, self._clock = float(minutes) * 60, int(most), clock
        self.store = collections.OrderedDict()
        self._saved, self._erased = {}, collections.OrderedDict()
        _stores.add(self)

    async def save(self, tracker):
        """Keep the conversation, unless it was erased while this turn was under way."""
        self._forget_old()
        if tracker.sender_id in self._erased:
            return
        await super().save(tracker)
        self._saved[tracker.sender_id] = self._clock()
        self.store.move_to_end(tracker.sender_id)

    async def _retrieve(self, sender_id, fetch_all_sessions):
        self._forget_old()
        return await super()._retrieve(sender_id, fetch_all_sessions)

    def erase(self, sender_id):
        self.store.pop(sender_id, None)
        self._saved.pop(sender_id, None)
        self._erased[sender_id] = self._clock()

    def _forget_old(self):
        now = self._clock()
        while self.store and (len(self.store) > self._most or now - self._saved.get(next(iter(self.store)), now) > self._seconds):
            sender_id, _ = self.store.popitem(last=False)
            self._saved.pop(sender_id, None)
        while self._erased and now - next(iter(self._erased.values())) > self._seconds:
            self._erased.popitem(last=False)


class Loopback(RestInput):
    """Rasa's own REST channel, and a way to forget a conversation: DELETE /webhooks/rest/conversations/<id>."""

    def blueprint(self, on_new_message):
        webhook = super().blueprint(on_new_message)

        @webhook.route("/conversations/<sender_id>", methods=["DELETE"])
        async def forget(request, sender_id):
            for store in _stores:
                store.erase(sender_id)
            return response.json({"erased": True})

        return webhook
