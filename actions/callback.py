"""The call-back form: what it asks, what it takes for an answer, and where the request goes.

The form lives in Rasa (`callback_form` in domain.yml, its rules in stories/callback.yml). A slot is filled only by what reads as
its value; anything else rejects the form for this turn, so that the rules answer the question in between and come back.
"""

import logging

from rasa_sdk import Action, FormValidationAction
from rasa_sdk.events import SlotSet

from actions.actions import current_content
from actions.conversation import Conversation
from bot import callback, outbox
from bot.answers.render import message, phone_link
from bot.dialogue import OUTSIDE, SURE

log = logging.getLogger(__name__)
SLOTS = ("callback_name", "callback_phone", "callback_moment", "callback_consent")
FORM = "medewerker_spreken"
SOUNDS_KNOWN = 0.9  # cosine with the nearest training example; 95% of held-back messages lie above it, names below


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
    return has_answer or label == "annuleren" or not answers_only


def form_message(content, text, buttons=()):
    stop = {"label": content.texts["callback_stop"], "payload": "/annuleren"}
    return message("form", text, answer=FORM, buttons=[*buttons, stop])


class ValidateCallbackForm(FormValidationAction):
    def name(self):
        return "validate_callback_form"

    @staticmethod
    def _asked(tracker, slot):
        """The conversation, when this turn may answer the question for `slot`; else None."""
        is_asked = tracker.get_slot("requested_slot") == slot
        return Conversation.of(tracker) if is_asked else None

    async def extract_callback_name(self, dispatcher, tracker, domain):
        talk = self._asked(tracker, "callback_name")
        if not talk or means_something_else(talk, current_content()):
            return {}
        name = callback.read_name(talk.text)
        return {"callback_name": name} if name else {}

    async def extract_callback_phone(self, dispatcher, tracker, domain):
        talk = self._asked(tracker, "callback_phone")
        if not talk or talk.is_command:
            return {}
        number = callback.read_phone(talk.text)
        # A number that is wrong still answers the question: the form asks again instead of looking for another meaning.
        return {"callback_phone": number} if number or callback.tried_a_number(talk.text) else {}

    async def extract_callback_moment(self, dispatcher, tracker, domain):
        talk = self._asked(tracker, "callback_moment")
        if not talk or means_something_else(talk, current_content(), answers_only=True):
            return {}
        moment = callback.read_moment(talk.text)
        return {"callback_moment": moment} if moment else {}

    async def extract_callback_consent(self, dispatcher, tracker, domain):
        talk = self._asked(tracker, "callback_consent")
        return {"callback_consent": "ja"} if talk and talk.intent == "ja" else {}


class AskCallback(Action):
    """Puts the question for one slot; the texts stand in content/texts.yml."""

    slot = None

    def name(self):
        return f"action_ask_{self.slot}"

    def question(self, talk, content):
        raise NotImplementedError

    def run(self, dispatcher, tracker, domain):
        content = current_content()
        dispatcher.utter_message(json_message=self.question(Conversation.of(tracker), content))
        return []


class AskCallbackName(AskCallback):
    slot = "callback_name"

    def question(self, talk, content):
        starts = talk.intent in (FORM, "ja")
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
        content = current_content()
        key = "callback_done"
        try:
            outbox.put({slot.removeprefix("callback_"): tracker.get_slot(slot) for slot in SLOTS})
        except outbox.OutboxError as error:
            log.error("%s", error)
            key = "callback_failed"
        dispatcher.utter_message(json_message=message("form", content.fill(content.texts[key]), answer=FORM, links=[phone_link(content)]))
        return forget("form")


class CancelCallback(Action):
    """Confirms that nothing was kept, with the phone number."""

    def name(self):
        return "action_cancel_callback"

    def run(self, dispatcher, tracker, domain):
        content = current_content()
        text = content.fill(content.texts["callback_cancelled"])
        again = {"label": content.texts["callback_button"], "answer": FORM, "payload": f"/{FORM}"}
        dispatcher.utter_message(json_message=message("form", text, answer=FORM, links=[phone_link(content)], buttons=[again]))
        return [*forget("form"), SlotSet("offer", "callback")]


def forget(last_kind):
    """The form's slots emptied: what was entered stays nowhere but in the request."""
    return [*(SlotSet(slot, None) for slot in SLOTS), SlotSet("last_kind", last_kind), SlotSet("offer", None)]
