"""The actions that answer. Each is thin: it reads the tracker, calls a plain function of `replies`, and hands over the reply."""

import os
import threading

from rasa_sdk import Action
from rasa_sdk.events import FollowupAction, SlotSet

from actions import replies
from actions.conversation import Conversation
from bot.answers import ContentStore

_store = None
_store_lock = threading.Lock()


def current_content():
    """The content as of now, from the folder in `CONTENT_DIR`."""
    global _store
    with _store_lock:
        _store = _store or ContentStore(os.environ.get("CONTENT_DIR") or "content")
    return _store.current()


def hand_over(dispatcher, reply, talk):
    """Give the messages to the channel and return the slots; with the first goes what was recognised and what is remembered."""
    apart = {"recognised": talk.recognised, "context": talk.remembered(reply.slots)}
    for number, message in enumerate(reply.messages):
        dispatcher.utter_message(json_message=message if number else {**message, **apart})
    return [SlotSet(name, value) for name, value in {**talk.carried, **reply.slots}.items()]


class ActionAnswer(Action):
    """Answers whatever was asked. Every question of every family comes here; a new one needs no new action."""

    def name(self):
        return "action_answer"

    def run(self, dispatcher, tracker, domain):
        talk, content = Conversation.of(tracker), current_content()
        return self.give(dispatcher, replies.respond, talk, content)

    @staticmethod
    def give(dispatcher, reply, talk, content):
        """Hand over `reply(talk, content)`, or start the call-back form for who says yes to being called, at once or on second thoughts."""
        if talk.accepts_a_call(content):
            slots = {**talk.carried, "offer": None}
            return [*(SlotSet(name, value) for name, value in slots.items()), FollowupAction("callback_form")]
        return hand_over(dispatcher, reply(talk, content), talk)


class DialogueAction(ActionAnswer):
    """Does one thing of the conversation, when the message surely means that.

    The rules go by the intent alone. `decide` also weighs doubt and what the conversation is about: a half-heard "ja" is
    not a yes, and "en cgt?" after a comparison is a question. Then it is answered like any other message.
    """

    label = None  # the intent that this action stands for
    reply = None  # the function of `replies`

    def run(self, dispatcher, tracker, domain):
        talk, content = Conversation.of(tracker), current_content()
        meant = talk.decide(content).labels == (self.label,)
        return self.give(dispatcher, type(self).reply if meant else replies.respond, talk, content)


class ActionSource(DialogueAction):
    """Names the source and date of the last answer."""

    label, reply = "bron_vraag", replies.source

    def name(self):
        return "action_source"


class ActionSimplify(DialogueAction):
    """Says the last answer in simpler words."""

    label, reply = "eenvoudiger", replies.simplify

    def name(self):
        return "action_simplify"


class ActionMore(DialogueAction):
    """Gives the further detail of the last answer."""

    label, reply = "meer_weten", replies.more

    def name(self):
        return "action_more"


class ActionRepeat(DialogueAction):
    """Gives the last answer again."""

    label, reply = "herhalen", replies.repeat

    def name(self):
        return "action_repeat"


class ActionCompare(DialogueAction):
    """Puts two therapies side by side."""

    label, reply = "vergelijken", replies.compare

    def name(self):
        return "action_compare"


class ActionReassure(DialogueAction):
    """Answers a plea for reassurance without feeding the pattern."""

    label, reply = "bevestiging_vragen", replies.reassure

    def name(self):
        return "action_reassure"


class ActionDeclineToChoose(DialogueAction):
    """Chooses no therapy for anyone, and says what to ask instead."""

    label, reply = "kies_voor_mij", replies.decline_to_choose

    def name(self):
        return "action_decline_to_choose"


class ActionAccept(DialogueAction):
    """Follows up a yes to what was offered: the invitation, a subject, a call."""

    label, reply = "ja", replies.accept

    def name(self):
        return "action_accept"


class ActionDecline(DialogueAction):
    """Takes a no, and remembers it when it was to the invitation."""

    label, reply = "nee", replies.decline

    def name(self):
        return "action_decline"
