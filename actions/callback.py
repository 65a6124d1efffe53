"""The call-back form: what it asks, what it takes for an answer, and where the request goes.

The form lives in Rasa (`callback_form` in domain.yml, its rules in stories/callback.yml). A slot is filled only by what reads as
its value; a question in between is answered here and the form asks on; what stops the form is left to the rules.
"""

import logging

from rasa_sdk import Action
from rasa_sdk.events import SlotSet

from actions import replies
from actions.actions import current_content, hand_over
from actions.conversation import Conversation
from bot import callback, outbox
from bot.answers.render import message, phone_link
from bot.dialogue import OUTSIDE, SURE, thinks_better_of_it

log = logging.getLogger(__name__)
SLOTS = ("callback_name", "callback_phone", "callback_moment", "callback_consent")
FORM = "medewerker_spreken"
SOUNDS_KNOWN = 0.9  # cosine with the nearest training example; 95% of held-back messages lie above it, names below
STOPS = ("annuleren", "nee")  # the labels that stop the form (stories/callback.yml)


def means_something_else(talk, content, answers_only=False):
    """Whether the message is surely something else than a value for the form: a question, a thank-you, a cancellation.

    answers_only: only a question with an answer of its own, or a cancellation, counts ("maakt niet uit" sounds like a no and
    is a moment all the same). A name resembles nothing that was ever said to the bot, so a sure guess about it means little.
    """
    if talk.is_command:
        return True
    label, confidence = talk.ranking[0] if talk.ranking else ("", 0.0)
    if confidence < SURE or talk.familiarity < SOUNDS_KNOWN or label in (FORM, OUTSIDE):
        return False
    has_answer = label in content.answers and content.answers[label].kind == "answer"
    stops = label == "annuleren" or (label == "nee" and callback.declines(talk.text))
    return has_answer or stops or not answers_only


def read(slot, talk, content):
    """The value for `slot` that the message gives, or None."""
    if slot == "callback_consent":
        return "ja" if (talk.is_command and talk.intent == "ja") or callback.agrees(talk.text) else None
    if talk.is_command:
        return None
    if slot == "callback_phone":
        return callback.read_phone(talk.text)
    if slot == "callback_name" and callback.introduces_a_name(talk.text):
        return callback.read_name(talk.text)
    if means_something_else(talk, content, answers_only=slot == "callback_moment"):
        return None
    return callback.read_name(talk.text) if slot == "callback_name" else callback.read_moment(talk.text)


def in_danger(talk, content):
    """Whether help comes before anything the form asks: a card or a check-in, or a yes to the question of one."""
    decision = talk.decide(content)
    if decision.kind == "checkin":
        return True
    found = content.answers.get(decision.labels[0]) if decision.labels else None
    return bool(found and found.kind == "crisis") or (decision.labels == ("ja",) and talk.accepted.startswith("answer:crisis"))


def in_between(slot, talk, content):
    """The reply to a question in the middle of the form, or None for what the form's own question answers best.

    A wrong number, a yes to nothing, a thank-you and what is not understood only bring the form's question again.
    """
    if slot == "callback_phone" and callback.tried_a_number(talk.text):
        return None
    decision = talk.decide(content)
    if decision.kind in ("unknown", "clarify") or decision.labels[0] in ("ja", FORM, OUTSIDE, "groet"):
        return None
    reply = replies.without_invitation(replies.respond(talk, content))
    return replies.Reply([m for m in reply.messages if m["kind"] not in ("fallback", "smalltalk")], reply.slots)


def form_message(content, text, buttons=()):
    stop = {"label": content.texts["callback_stop"], "payload": "/annuleren"}
    return message("form", text, answer=FORM, buttons=[*buttons, stop])


class ValidateCallbackForm(Action):
    """Takes what reads as the value of the slot that was asked for, and answers a question in between.

    A slot set to None makes Rasa ask for it again. Only what stops the form returns nothing: Rasa then leaves the turn to the rules.
    """

    def name(self):
        return "validate_callback_form"

    def run(self, dispatcher, tracker, domain):
        slot, talk, content = tracker.get_slot("requested_slot"), Conversation.of(tracker), current_content()
        if slot not in SLOTS:
            return []
        if not talk.is_command and in_danger(talk, content):
            return [SlotSet(slot, None), *hand_over(dispatcher, replies.respond(talk, content), talk)]
        value = read(slot, talk, content)
        if value:
            return [SlotSet(slot, value)]
        if talk.intent in STOPS:
            return []
        reply = in_between(slot, talk, content)
        return [SlotSet(slot, None), *(hand_over(dispatcher, reply, talk) if reply else [])]


class AskCallback(Action):
    """Puts the question for one slot; the texts stand in content/texts.yml."""

    slot = None

    def name(self):
        return f"action_ask_{self.slot}"

    def question(self, talk, content):
        raise NotImplementedError

    def run(self, dispatcher, tracker, domain):
        talk, content = Conversation.of(tracker), current_content()
        slots = []
        if talk.intent == FORM and not talk.is_command and in_danger(talk, content):  # the rule that starts the form goes by the intent
            slots = hand_over(dispatcher, replies.respond(talk, content), talk)
        dispatcher.utter_message(json_message=self.question(talk, content))
        return slots


class AskCallbackName(AskCallback):
    slot = "callback_name"

    def question(self, talk, content):
        starts = talk.intent in (FORM, "ja") or thinks_better_of_it(talk.text)
        lines = [content.texts["callback_intro"]] if starts else []
        return form_message(content, content.fill("\n\n".join([*lines, content.texts["ask_name"]])))


class AskCallbackPhone(AskCallback):
    slot = "callback_phone"

    def question(self, talk, content):
        wrong = not talk.slots.get("callback_phone") and callback.tried_a_number(talk.text)
        return form_message(content, content.fill(content.texts["ask_phone_wrong" if wrong else "ask_phone"]))


class AskCallbackMoment(AskCallback):
    slot = "callback_moment"

    def question(self, talk, content):
        moments = [{"label": label, "payload": label} for label in content.texts["callback_moments"]]
        return form_message(content, content.fill(content.texts["ask_moment"]), moments)


class AskCallbackConsent(AskCallback):
    slot = "callback_consent"

    def question(self, talk, content):
        yes = {"label": content.texts["callback_yes"], "payload": "/ja"}
        no = {"label": content.texts["callback_no"], "payload": "/nee"}
        return message("form", content.fill(content.texts["ask_consent"]), answer=FORM, buttons=[yes, no])


class SubmitCallback(Action):
    """Keeps the request and gives the phone number; it promises nothing."""

    def name(self):
        return "action_submit_callback"

    def run(self, dispatcher, tracker, domain):
        talk, content = Conversation.of(tracker), current_content()
        key = "callback_done"
        try:
            outbox.put({slot.removeprefix("callback_"): tracker.get_slot(slot) for slot in SLOTS})
        except outbox.OutboxError as error:
            log.error("%s", error)
            key = "callback_failed"
        given = message("form", content.fill(content.texts[key]), answer=FORM, links=[phone_link(content)])
        return [*FORGOTTEN, *hand_over(dispatcher, replies.Reply([given], {"last_kind": "form", "offer": None}), talk)]


class CancelCallback(Action):
    """Confirms that nothing was kept, with the phone number."""

    def name(self):
        return "action_cancel_callback"

    def run(self, dispatcher, tracker, domain):
        talk, content = Conversation.of(tracker), current_content()
        text = content.fill(content.texts["callback_cancelled"])
        again = {"label": content.texts["callback_button"], "answer": FORM, "payload": f"/{FORM}"}
        given = message("form", text, answer=FORM, links=[phone_link(content)], buttons=[again])
        return [*FORGOTTEN, *hand_over(dispatcher, replies.Reply([given], {"last_kind": "form", "offer": "callback"}), talk)]


# What was entered stays nowhere but in the request.
FORGOTTEN = [SlotSet(slot, None) for slot in SLOTS]
