"""One turn of a conversation: danger first, then Rasa, and always an answer."""

import dataclasses
import logging
import re
import unicodedata
import uuid

from bot import dialogue, safety
from bot.answers import render
from web.door.rasa import RasaSilent

log = logging.getLogger("door")
HIDDEN = ("payload", "recognised", "context")  # what actions tell the door and browsers must not see
TURNS_OF_ID = 50  # after which Rasa knows a conversation by another name (see Session.rename)


def clean(text):
    """`text` as one line: breaks and tabs are spaces, other control and invisible characters go."""
    text = re.sub(r"[\r\n\t\v\f\u0085\u2028\u2029]+", " ", text)
    return "".join(c for c in text if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co", "Cn")).strip()


def as_words(text):
    """`text` without what Rasa would take for a command: a slash in front in any form, or its own prefix for events."""
    plain = unicodedata.normalize("NFKC", text)
    plain = re.sub(r"^(\s*(/|EXTERNAL:)\s*)+", "", plain)
    return plain or "?"


@dataclasses.dataclass(frozen=True)
class Outcome:
    """What one turn came to."""

    number: int
    said: dict  # {"id", "text"}
    messages: list
    in_form: bool = False  # whether the words answered a question of the call-back form
    signal: safety.Signal | None = None
    recognised: dict = dataclasses.field(default_factory=dict)  # what the actions tell of the recognition


class Conversationalist:
    """Answers turns. `content` is the store of curated content, `rasa` the client."""

    def __init__(self, content, rasa, sessions):
        self._content, self._rasa, self._sessions = content, rasa, sessions

    def greet(self, session):
        content = self._content.current()
        greeting = render.message(
            "smalltalk",
            content.fill(content.texts["greeting"]),
            answer="groet",
            buttons=render.answer_buttons(content, content.answers["wat_kun_je"].follow_ups),
        )
        return self._give(session, [greeting])

    def danger(self, session, text):
        """The signal in a visitor's words, read together with what was said just before, or None. The first thing asked of any text."""
        return safety.detect(text, session.said)

    def crisis(self, session, text, signal):
        """The fixed card, at once: nothing here waits for anything. The same text is not given twice running."""
        session.turn += 1
        number, said = session.turn, self._hear(session, text)
        return Outcome(number, said, self._give(session, [self._card(session, dialogue.CARDS[signal.kind])]), signal=signal)

    def _card(self, session, slug):
        card = render.render_answer(self._content.current(), slug, variant=bool(session.crisis_cards % 2))
        session.crisis_turn, session.crisis_cards = session.turn, session.crisis_cards + 1
        if not session.in_form:  # a "ja" after a card accepts no invitation from before it; a form asks on
            session.context = {**session.context, "offer": None}
            session.rename(self._sessions.new_rasa_id(session.key))
        return {**card, "answer": dialogue.FAMILY_OF_CARD.get(slug, slug)}

    async def say(self, session, text, signal=None):
        """The reply to typed words; `signal` is a doubt, or a loss, that the net heard in them."""
        async with session.lock:
            return await self._turn(session, text, as_words(text), signal=signal)

    async def press(self, session, button):
        """The reply to an offered button. What it stands for was kept here; the browser knows only its id."""
        label, slug, payload = session.payloads[button]
        async with session.lock:
            return await self._turn(session, label, payload, slug)

    async def _turn(self, session, said, text, slug=None, signal=None):
        session.turn += 1
        number, in_form, said = session.turn, session.in_form, self._hear(session, said)
        try:
            replies = await self._ask(session, text, slug, signal)
        except Exception as error:  # its text may hold a visitor's words, so only its kind is logged
            log.error("a turn failed: %s", type(error).__name__)
            replies = [self.out_of_order()]
        recognised = next((reply["recognised"] for reply in replies if "recognised" in reply), {})
        return Outcome(number, said, self._give(session, replies), in_form, signal, recognised)

    async def _ask(self, session, text, slug=None, signal=None):
        content = self._content.current()
        if session.turns_of_id >= TURNS_OF_ID and not session.in_form:
            session.rename(self._sessions.new_rasa_id(session.key))
        metadata = {
            "turn": session.turn,
            "after_crisis": session.after_crisis(),
            "last": session.last,
            "in_form": session.in_form,
            "check_in": bool(signal and signal.level == safety.CHECK_IN),
            "is_mention": bool(signal and signal.is_mention),
            "context": session.context,
        }
        session.turns_of_id += 1
        try:
            replies = await self._rasa.ask(session.rasa_id, text, metadata)
        except RasaSilent:
            # A turn that hangs holds Rasa's lock on the conversation; under a new name the next message is not behind it.
            session.rename(self._sessions.new_rasa_id(session.key))
            return [self._alone(session, content, slug, signal)]
        session.context = next((reply["context"] for reply in replies if "context" in reply), session.context)
        recognised = next((reply for reply in replies if reply.get("kind") == "crisis"), None)  # the second net
        return [{**recognised, **self._card(session, recognised["answer"])}] if recognised else replies

    def _alone(self, session, content, slug, signal):
        """What the door can say without Rasa: a button names its answer, doubt about danger its question, a loss its support."""
        quiet = session.after_crisis() is not None
        if slug in content.answers:
            return render.render_answer(content, slug, quiet_intake=quiet)
        if signal and signal.level == safety.CHECK_IN:
            session.context["offer"] = dialogue.OFFER_OF_CHECK_IN
            return render.render_check_in(content, dialogue.CHECK_IN, is_mention=signal.is_mention)
        if signal and signal.level == safety.SUPPORT:
            return render.render_answer(content, dialogue.SUPPORT, quiet_intake=quiet)
        return self.out_of_order()

    def out_of_order(self):
        """What a visitor reads when something is broken: honest, with the phone and the emergency numbers."""
        content = self._content.current()
        text = content.texts["storing"]
        return render.message(
            "fallback",
            content.fill(text),
            reason="storing",
            links=[*render.emergency_links(content, text), render.phone_link(content)],
            buttons=render.answer_buttons(content, content.answers["wat_kun_je"].follow_ups),
        )

    def _hear(self, session, text):
        session.said = text
        said = {"id": uuid.uuid4().hex, "text": text}
        session.history.append({**said, "from": "visitor"})
        return said

    def _give(self, session, messages):
        """Number the messages and buttons, keep what is not the browser's, and remember them."""
        messages = self._with_help(session, messages)
        answers = self._content.current().answers
        session.in_form = messages[-1]["kind"] == "form"
        given = []
        for message in messages:
            if message.get("answer") in answers.keys() - dialogue.ABOUT_THE_LAST and message["kind"] in ("answer", "checkin"):
                session.last = message["answer"]
            elif message["kind"] == "clarify":  # who goes on without choosing most likely meant the first
                session.last = message["buttons"][0].get("answer")
            buttons = []
            for button in message.get("buttons", ()):
                ident = uuid.uuid4().hex[:12]
                session.payloads[ident] = (button["label"], button.get("answer"), button["payload"])
                buttons.append({"id": ident, **{k: v for k, v in button.items() if k not in HIDDEN}})
            given.append({"id": uuid.uuid4().hex, **{k: v for k, v in message.items() if k not in HIDDEN}, "buttons": buttons})
        session.history += [{**message, "from": "bot"} for message in given]
        return given

    def _with_help(self, session, messages):
        """After a crisis: no invitation in that turn or the next, and a link to 113 with each reply for five turns."""
        age = session.after_crisis()
        if age is None:
            return messages
        kept = [m for m in messages if m["kind"] != "referral" or age > 1] or messages
        link = render.emergency_link(self._content.current(), "113")
        first = kept[0]
        if age and not any("113" in shown["url"] for message in kept for shown in message.get("links", ())):
            kept = [{**first, "links": [*first.get("links", ()), link]}, *kept[1:]]
        return kept
