"""What a tracker says about the conversation so far, in the words that `bot.dialogue` understands."""

import dataclasses
from functools import cached_property

from bot import dialogue, safety

# The slots that make up what is remembered of a conversation. Those of the call-back form are not among them.
REMEMBERED = (
    "last_answer", "last_kind", "topic", "offer", "choices", "invited_turn", "invitations", "referral_refused", "pleas",
)  # fmt: skip


@dataclasses.dataclass(frozen=True)
class Conversation:
    """A read-only view of the tracker at this turn."""

    text: str
    intent: str
    ranking: tuple
    familiarity: float
    topics: tuple
    medication: bool
    button: str | None  # slug behind the button that was pressed
    slots: dict
    turn: int  # from 1
    after_crisis: int | None  # turns since the door showed a crisis card
    alone: tuple = ()  # the ranking of the message by itself; the same as `ranking` where nothing was said before
    leaning: float = 0.0  # how much the message leans on what was said before, 0 to 1
    foreign: bool = False  # surely in another language than Dutch
    questions: tuple = ()  # the likeliest label and its probability for each of two questions in one message
    signal: safety.Signal | None = None  # what the safety net hears, where the door has not listened before
    check_in: bool = False  # whether the net heard something in the words that may be danger
    model: str | None = None  # the id of Rasa's model
    is_mention: bool = False  # and whether that was no more than a word that names the subject
    carried: dict = dataclasses.field(default_factory=dict)  # the slots that this tracker does not know yet (see `of`)

    @classmethod
    def of(cls, tracker):
        said = tracker.latest_message or {}
        entities = said.get("entities") or []
        metadata = said.get("metadata") or {}
        by_the_door = "check_in" in metadata
        signal = None if by_the_door else safety.detect(said.get("text") or "")
        turns = sum(1 for event in tracker.events if event.get("event") == "user")
        slots = tracker.current_slot_values()
        # The door keeps what was remembered, for a conversation that goes on under another name or after Rasa came back.
        known = (metadata.get("context") or {}) if turns <= 1 else {}
        carried = {name: known[name] for name in REMEMBERED if known.get(name) is not None}
        return cls(
            text=said.get("text") or "",
            intent=(said.get("intent") or {}).get("name") or "",
            ranking=tuple((r["name"], r["confidence"]) for r in said.get("intent_ranking") or []),
            familiarity=said.get("familiarity", 1.0),
            alone=tuple((label, p) for label, p in said.get("alone") or ()),
            leaning=said.get("leaning", 0.0),
            foreign=bool(said.get("foreign")),
            questions=tuple((label, p) for label, p in said.get("questions") or ()),
            topics=tuple(dict.fromkeys(e["value"] for e in entities if e["entity"] == "therapie")),
            medication=any(e["entity"] == "medicatie" for e in entities),
            button=next((e["value"] for e in entities if e["entity"] == "answer"), None),
            slots={**slots, **carried},
            carried=carried,
            signal=signal,
            check_in=bool(metadata.get("check_in")) or bool(signal and signal.level == safety.CHECK_IN),
            is_mention=bool(signal.is_mention if signal else metadata.get("is_mention")),
            turn=metadata.get("turn") or turns,
            model=next((e["metadata"].get("model_id") for e in reversed(tracker.events) if e.get("metadata")), None),
            after_crisis=metadata.get("after_crisis"),
        )

    @cached_property
    def context(self):
        known = (self.slots.get(name) for name in ("last_answer", "topic", "last_kind", "offer"))
        return dialogue.Context(*known, tuple(self.slots.get("choices") or ()))

    @property
    def is_command(self):
        """Whether this turn is a button of the bot's own rather than typed words: nothing then needs to be recognised."""
        return self.text.startswith("/")

    def decide(self, content):
        """The decision for this turn (see `bot.dialogue.decide`)."""
        if self.button:
            return dialogue.Decision("answer", (self.button,), 1.0)
        if self.is_command:
            return dialogue.Decision("answer", (self.intent,), 1.0)
        if self.signal and self.signal.level == safety.CRISIS:
            return dialogue.Decision("answer", (dialogue.CARDS[self.signal.kind],), 1.0)
        decision = dialogue.decide(
            self.text,
            list(self.ranking),
            self.familiarity,
            self.topics,
            self.context,
            content,
            alone=self.alone,
            leaning=self.leaning,
            foreign=self.foreign,
            questions=self.questions,
            heard_by_net=("mention" if self.is_mention else "concern") if self.check_in else None,
        )
        return dialogue.with_check_in(decision, content) if self.check_in else decision

    def accepts_a_call(self, content):
        """Whether this turn says yes to being called back."""
        return self.accepted == "callback" and self.decide(content).labels[:1] == ("ja",)

    @property
    def accepted(self):
        """What a yes in this turn accepts: the open offer, a refused one on second thoughts only; "" for nothing."""
        offer = self.slots.get("offer") or ""
        if offer.startswith(dialogue.REFUSED):
            return offer.removeprefix(dialogue.REFUSED) if dialogue.thinks_better_of_it(self.text) else ""
        return offer

    def remembered(self, changed):
        """All that is remembered after this turn, when it changed the slots `changed`."""
        return {name: changed.get(name, self.slots.get(name)) for name in REMEMBERED}

    @property
    def recognised(self):
        """What the journal keeps of the recognition: label, confidence, runners-up."""
        return {
            "ranking": [{"family": f, "confidence": round(p, 4)} for f, p in self.ranking[:4]],
            "familiarity": round(self.familiarity, 4),
            "leaning": round(self.leaning, 4),
            "model": self.model,
        }
