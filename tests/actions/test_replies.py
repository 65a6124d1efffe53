"""Replies as plain functions: what one turn gives, without Rasa."""

import dataclasses

import pytest
from support import ROOT, SLUGS, kinds, shown

from actions import replies
from actions.conversation import Conversation
from bot.answers import load_content

CONTENT = load_content(ROOT / "content")
LONGEST_BUTTONS = 4


def talk(text="", ranking=(), topics=(), turn=1, button=None, after_crisis=None, medication=False, **slots):
    return Conversation(
        text=text,
        intent="vraag",
        ranking=tuple(ranking),
        familiarity=0.95,
        topics=topics,
        medication=medication,
        button=button,
        slots=slots,
        turn=turn,
        after_crisis=after_crisis,
    )


@pytest.mark.parametrize("slug", SLUGS)
def test_every_answer_can_be_given_by_its_button(slug):
    reply = replies.respond(talk(button=slug), CONTENT)
    assert reply.messages[0]["text"].strip() and "{" not in shown(reply.messages)
    assert reply.messages[0]["answer"] in (slug, None) or slug in replies.DIALOGUE


def test_a_button_of_an_older_set_is_admitted_as_unknown():
    assert kinds(replies.respond(talk(button="bestaat_niet_meer"), CONTENT).messages) == ["fallback"]


def test_clarifying_offers_at_most_three_subjects_and_something_else():
    heard = [("terugval_kans", 0.4), ("terugval_voorkomen", 0.35), ("ipt_onderhoud", 0.1), ("mbct_wat", 0.1)]
    (message,) = replies.respond(talk("hoe zit het met terugval bij mensen zoals ik", heard), CONTENT).messages
    assert message["kind"] == "clarify" and len(message["buttons"]) == LONGEST_BUTTONS
    assert [b.get("answer") for b in message["buttons"]] == ["terugval_kans", "terugval_voorkomen", "ipt_onderhoud", None]


def test_unknown_twice_running_offers_a_person():
    first = replies.respond(talk("???", [("groet", 0.1)]), CONTENT)
    second = replies.respond(talk("???", [("groet", 0.1)], last_kind=first.slots["last_kind"]), CONTENT)
    assert "085 273 3339" in shown(second.messages) and first.messages[0]["text"] != second.messages[0]["text"]
    assert any(b.get("payload") == "/medewerker_spreken" for b in second.messages[0]["buttons"])


def test_a_yes_to_nothing_is_asked_about_and_commits_to_nothing():
    reply = replies.accept(talk("ja"), CONTENT)
    assert kinds(reply.messages) == ["smalltalk"] and "intake" not in str(reply.slots.get("offer"))


def test_a_no_to_the_invitation_is_remembered():
    assert replies.decline(talk("nee", offer="intake"), CONTENT).slots["referral_refused"] is True


def test_pleas_never_run_out_of_words():
    said = [replies.reassure(talk(pleas=number), CONTENT).messages[0]["text"] for number in range(12)]
    assert len(set(said[:7])) == 7 and all(a != b for a, b in zip(said, said[1:]))


def test_after_a_crisis_no_reply_names_the_adviesgesprek():
    for slug in SLUGS:
        reply = replies.respond(talk(button=slug, after_crisis=1, turn=9), CONTENT)
        assert "adviesgesprek" not in shown(reply.messages).lower(), slug


def test_comparing_with_medication_gives_the_answer_on_medication():
    reply = replies.compare(talk("cgt of pillen", topics=("cgt",), medication=True), CONTENT)
    assert reply.messages[0]["answer"] == "therapie_of_medicatie"


def test_comparing_without_names_asks_which():
    assert "Welke therapieën" in replies.compare(talk("wat is het verschil"), CONTENT).messages[0]["text"]


def test_dates_read_as_dutch():
    assert [replies.dutch_date(d) for d in ("2021-02", "2021-02-03", "2024")] == ["februari 2021", "3 februari 2021", "2024"]


def test_a_plea_whose_reply_names_113_can_call_it():
    replied = [replies.reassure(talk(pleas=number), CONTENT).messages[0] for number in range(7)]
    naming = [m for m in replied if "113" in m["text"]]
    assert naming and all("tel:113" in [link["url"] for link in m["links"]] for m in naming)


@pytest.mark.parametrize("reply", [replies.source, replies.simplify, replies.more, replies.repeat], ids=lambda f: f.__name__)
def test_after_a_crisis_what_is_said_about_the_last_answer_does_not_name_the_adviesgesprek_either(reply):
    for slug in SLUGS:
        said = shown(reply(talk(last_answer=slug, after_crisis=1, turn=9), CONTENT).messages)
        assert "adviesgesprek" not in said.lower(), slug


class Tracker:
    """What an action gets to see of one message."""

    def __init__(self, text, slots=None, turns=1, **metadata):
        self.latest_message = {"text": text, "intent": {"name": "vraag"}, "metadata": metadata}
        self.events = [{"event": "user"}] * turns
        self._slots = slots or {}

    def current_slot_values(self):
        return dict(self._slots)


def test_a_doubt_is_asked_about_before_the_question_is_answered():
    doubtful = dataclasses.replace(talk("...", [("wachttijd", 0.95)]), check_in=True)
    reply = replies.respond(doubtful, CONTENT)
    assert kinds(reply.messages) == ["checkin", "answer"] and reply.messages[1]["answer"] == "wachttijd"
    assert "113" in shown(reply.messages[:1]) and "adviesgesprek" not in shown(reply.messages)
    assert reply.slots["offer"] == "answer:crisis_suicide"


def test_a_doubt_beside_what_the_bot_cannot_answer_is_asked_about_and_the_rest_admitted():
    doubtful = dataclasses.replace(talk("...", [("buiten_onderwerp", 0.95)]), check_in=True)
    assert kinds(replies.respond(doubtful, CONTENT).messages) == ["checkin", "fallback"]


@pytest.mark.parametrize("heard", ["groet", "somber_delen", "ja"])
def test_a_doubt_without_a_question_is_only_asked_about(heard):
    doubtful = dataclasses.replace(talk("...", [(heard, 0.95)]), check_in=True)
    messages = replies.respond(doubtful, CONTENT).messages
    assert kinds(messages) == ["checkin"] and "tel:112" in shown(messages) and "tel:113" in shown(messages)


def test_who_only_names_the_subject_is_asked_without_being_told_how_they_feel():
    named = Conversation.of(Tracker("zelfmoord"))
    (first,) = replies.respond(named, CONTENT).messages
    (second,) = replies.respond(dataclasses.replace(named, slots={"last_answer": first["answer"]}), CONTENT).messages
    for asked in (first, second):
        assert asked["kind"] == "checkin" and "113" in shown([asked]) and "je je zo voelt" not in shown([asked])
        assert "adviesgesprek" not in shown([asked])
    assert first["text"] != second["text"]


def test_danger_by_another_channel_than_the_door_gets_its_card_too():
    said = Conversation.of(Tracker("ik wil dood"))
    assert kinds(replies.respond(said, CONTENT).messages) == ["crisis"]
    child = replies.respond(Conversation.of(Tracker("mijn vader slaat mij en mijn zusje")), CONTENT)
    assert "0800-0432" in shown(child.messages)
    assert Conversation.of(Tracker("ik wil dood", check_in=False)).signal is None, "the door has listened already"


def test_a_new_name_at_rasa_takes_over_what_the_door_remembered_and_later_turns_do_not():
    context = {"last_answer": "ipt_wat", "topic": "ipt", "callback_name": "Sanne", "offer": None}
    first = Conversation.of(Tracker("en hoe lang?", check_in=False, context=context))
    assert first.context.last_answer == "ipt_wat" and first.carried == {"last_answer": "ipt_wat", "topic": "ipt"}
    later = Conversation.of(Tracker("en hoe lang?", {"last_answer": "cgt_wat"}, turns=2, check_in=False, context=context))
    assert later.context.last_answer == "cgt_wat" and not later.carried
    assert first.remembered({"topic": "cgt"})["topic"] == "cgt"
