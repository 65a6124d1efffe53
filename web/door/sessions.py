"""Conversations that are going on, in memory. They end after thirty idle minutes; what they leave stands in the journal."""

import asyncio
import dataclasses
import hashlib
import hmac
import secrets
import time

KEPT = ("turn", "context", "crisis_turn", "crisis_cards", "last")  # of a session, when it is resumed
MOST_PAYLOADS = 60  # buttons that can still be pressed then


@dataclasses.dataclass
class Session:
    """One visitor's conversation. Nothing in it comes from the visitor but the words."""

    key: str  # hash of the token; the token itself is kept nowhere
    rasa_id: str  # what Rasa calls this conversation: a keyed hash, a new one every so many turns
    used: float  # monotonic seconds
    turn: int = 0
    turns_of_id: int = 0  # turns under the present `rasa_id`
    context: dict = dataclasses.field(default_factory=dict)  # what the actions remember of the conversation; moves to a new `rasa_id`
    said: str = ""  # the visitor's last words, for danger that is split over two messages
    crisis_turn: int | None = None
    crisis_cards: int = 0
    last: str | None = None  # slug of the last answer
    in_form: bool = False  # whether the bot's last message asked something for the call-back form
    history: list = dataclasses.field(default_factory=list)
    payloads: dict = dataclasses.field(default_factory=dict)  # button id -> (label, answer, payload for Rasa)
    replies: dict = dataclasses.field(default_factory=dict)  # client id -> task of the turn, so that it happens once
    feedback: dict = dataclasses.field(default_factory=dict)  # message id -> (helpful, comment)
    lock: asyncio.Lock = dataclasses.field(default_factory=asyncio.Lock)
    rasa_ids: list = dataclasses.field(default_factory=list)  # all names that Rasa knew this conversation by
    is_resumed: bool = False  # begun in a process that has ended; turns of before stand in the journal only

    def rename(self, rasa_id):
        """Go on under another name at Rasa. Its record of a conversation is read whole at each turn, so a long one makes it slow."""
        self.rasa_ids.append(self.rasa_id)
        self.rasa_id, self.turns_of_id = rasa_id, 0

    def state(self):
        """What it takes to go on with this conversation in another process. Nothing in it is the visitor's words."""
        kept = {name: getattr(self, name) for name in KEPT}
        return {**kept, "payloads": dict(list(self.payloads.items())[-MOST_PAYLOADS:])}

    def after_crisis(self):
        """Turns since the last crisis card (0 in that turn), None from the sixth on."""
        age = None if self.crisis_turn is None else self.turn - self.crisis_turn
        return age if age is not None and age <= 5 else None


class Sessions:
    """All open sessions. `clock` gives monotonic seconds."""

    def __init__(self, idle_minutes=30, most=5000, clock=time.monotonic):
        self._idle, self._most, self._clock = idle_minutes * 60, most, clock
        self._open = {}
        self._secret = secrets.token_bytes(32)

    def __len__(self):
        return len(self._open)

    def open(self):
        """A new session and its token: 256 random bits that only the visitor's browser keeps."""
        self._make_room()
        token = secrets.token_urlsafe(32)
        key = self.key(token)
        session = Session(key=key, rasa_id=self.new_rasa_id(key), used=self._clock())
        self._open[session.key] = session
        return token, session

    def find(self, token):
        """The session of `token`, or None when there is none here or it has ended."""
        session = self._open.get(self.key(token))
        if session and self._clock() - session.used > self._idle:
            self.erase(session)
            return None
        if session:
            session.used = self._clock()
        return session

    def resume(self, key, state):
        """Take up a conversation with the `state` that it had."""
        if key not in self._open:
            self._make_room()
            payloads = {ident: tuple(payload) for ident, payload in state["payloads"].items()}
            kept = {name: state[name] for name in KEPT}
            self._open[key] = Session(key, self.new_rasa_id(key), self._clock(), payloads=payloads, is_resumed=True, **kept)
        return self._open[key]

    @property
    def idle_seconds(self):
        return self._idle

    def erase(self, session):
        """Forget everything of `session`; a turn still under way ends with nowhere to go."""
        for task in session.replies.values():
            task.cancel()
        self._open.pop(session.key, None)
        session.history.clear()
        session.context.clear()
        session.said = ""
        session.payloads.clear()
        session.feedback.clear()

    def _make_room(self):
        self.sweep()
        while len(self._open) >= self._most:
            self._open.pop(min(self._open, key=lambda key: self._open[key].used))

    def sweep(self):
        for session in [s for s in self._open.values() if self._clock() - s.used > self._idle]:
            self.erase(session)

    def new_rasa_id(self, key):
        """A keyed hash of a session's `key`, another one each time: nothing in Rasa leads back to a token."""
        return hmac.new(self._secret, key.encode() + secrets.token_bytes(16), hashlib.sha256).hexdigest()[:32]

    @staticmethod
    def key(token):
        return hashlib.sha256(token.encode()).hexdigest()
