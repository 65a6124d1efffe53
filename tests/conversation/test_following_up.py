"""Comparing, source, simpler, more, repeating, yes and no: what people say about what was just said."""

import itertools
import re

import pytest
from support import kinds, shown, slugs

THERAPIES = {
    "IPT": "ipt_wat",
    "CGT": "cgt_wat",
    "gedragsactivatie": "gedragsactivatie_wat",
    "PST": "pst_wat",
    "NDST": "ndst_wat",
    "KPSP": "kpsp_wat",
    "ACT": "act_wat",
    "CBASP": "cbasp_wat",
    "relatietherapie": "relatietherapie",
    "het KOP-model": "kop_wat",
    "PCT": "pct_wat",
    "mindfulness": "mbct_wat",
}
PAIRS = list(itertools.combinations(THERAPIES, 2))


@pytest.mark.parametrize(("one", "other"), PAIRS, ids=[f"{a}-{b}" for a, b in PAIRS])
def test_any_two_therapies_can_be_compared(visitor, one, other):
    reply = [m for m in visitor.say(f"wat is het verschil tussen {one} en {other}?") if m["kind"] == "answer"]
    if {one, other} == {"IPT", "CGT"}:
        assert slugs(reply) == ["vergelijk_ipt_cgt"]
    else:
        assert set(slugs(reply)) == {THERAPIES[one], THERAPIES[other]}
    assert "klein" in shown(reply) and not re.search(
        r"\bbeter dan\b(?! gebruikelijke)", shown(reply).replace("niet zeggen dat de een beter is dan de ander", "")
    )


def test_a_comparison_with_only_one_name_takes_the_subject_of_the_conversation(visitor):
    visitor.say("wat is ipt?")
    assert set(slugs(visitor.say("en wat is het verschil met act?"))) >= {"ipt_wat", "act_wat"}


def test_the_source_of_the_last_answer(visitor):
    visitor.say("hoeveel mensen herstellen er door psychotherapie?")
    reply = visitor.say("waar haal je die informatie vandaan?")
    assert slugs(reply)[0] == "bron_vraag" and "Factsheet" in shown(reply) and "februari 2021" in shown(reply) and "2023" in shown(reply)


def test_a_blog_without_a_date_says_so(visitor):
    visitor.say("wat is de vicieuze cirkel van geruststelling zoeken?")
    assert "niet vermeld" in shown(visitor.say("wat is de bron hiervan?"))


def test_the_simple_version_of_the_last_answer(visitor):
    long = visitor.say("hoeveel mensen herstellen er door psychotherapie?")[0]["text"]
    reply = visitor.say("kun je dat makkelijker uitleggen?")
    assert slugs(reply)[0] == "eenvoudiger" and len(reply[0]["text"]) < len(long) and "41" in reply[0]["text"]


def test_more_about_the_last_answer_and_the_same_again(visitor):
    first = visitor.say("hoeveel mensen herstellen er door psychotherapie?")[0]
    more = visitor.say("vertel me daar eens meer over")[0]
    assert more["answer"] == "effectiviteit" and more["text"] != first["text"] and more["text"] == first["more"]
    assert visitor.say("kun je dat nog een keer herhalen?")[0]["text"] == first["text"]


def test_naming_only_another_therapy_asks_about_that_one(visitor):
    visitor.say("wat is ipt?")
    assert slugs(visitor.say("en kpsp dan?"))[0] == "kpsp_wat"
    assert slugs(visitor.say("nee ik bedoelde CGT"))[0] == "cgt_wat"


def test_a_follow_up_stays_with_the_therapy(visitor):
    visitor.say("wat is ipt?")
    assert slugs(visitor.say("werkt dat ook tegen terugval?"))[0] == "ipt_onderhoud"


def test_no_therapy_is_chosen_for_anyone(visitor):
    for bait in (
        "ik ben 34 en al maanden somber, welke therapie moet ik nemen?",
        "kies jij maar voor mij, ipt of cgt",
        "zeg gewoon wat het beste bij mij past",
    ):
        said = shown(visitor.say(bait))
        assert re.search(r"niet voor (je|jou) kiezen|geen therapie voor je kiezen|niet zeggen", said), said
        assert "adviesgesprek" in said and not re.search(r"\bneem (dan )?(IPT|CGT)|\bik raad je", said)


def test_a_button_asks_its_own_question(visitor):
    reply = visitor.say("wat is ipt?")
    button = reply[0]["buttons"][0]
    assert slugs(visitor.press(button["label"]))[0] == button["answer"]


def test_nonsense_is_admitted_and_the_second_time_a_person_is_offered(visitor):
    first, second = visitor.say("blorp zzkt wubbel qx"), visitor.say("frmbl gnarf skwee")
    assert kinds(first) == ["fallback"] and kinds(second) == ["fallback"]
    assert first[0]["text"] != second[0]["text"]


def test_a_yes_to_the_question_about_thoughts_of_death_brings_the_card(visitor):
    visitor.say("ik voel me al weken zo leeg en verdrietig")
    reply = visitor.say("ja")
    assert kinds(reply) == ["crisis"] and "113" in shown(reply)


def test_pointing_at_an_item_of_a_list(visitor):
    visitor.say("ik ben al een half jaar licht depressief, wat is dan de eerste stap?")
    assert slugs(visitor.say("die tweede, wat is dat"))[0] == "kop_wat"
    assert slugs(visitor.say("en de andere?"))[0] == "pst_wat"


def test_a_why_is_answered_in_other_words_than_the_same_again(visitor):
    first = visitor.say("hoe vaak komt een depressie weer terug?")[0]
    again = visitor.say("hoezo?")[0]
    assert again["answer"] == first["answer"] and again["text"] != first["text"]


def test_who_turns_the_invitation_down_may_think_better_of_it(visitor):
    visitor.say("wat is ipt?")
    assert "referral" in kinds(visitor.say("en wat doe je daar dan?"))
    visitor.say("nee dank je")
    assert slugs(visitor.say("nou ja, eigenlijk wel graag"))[0] == "intake_plannen"


def test_another_language_gets_a_short_answer_in_english_with_the_number(visitor):
    reply = visitor.say("hello, do you also offer help for people who speak english only")
    assert slugs(reply) == ["andere_taal"] and "085 273 3339" in shown(reply)


def test_two_questions_in_one_message_get_two_answers(visitor):
    reply = visitor.say("wat is ipt en wat kost een behandeling?")
    assert [m["answer"] for m in reply if m["kind"] == "answer"] == ["ipt_wat", "kosten_vergoeding"]
    assert kinds(reply).count("referral") <= 1
