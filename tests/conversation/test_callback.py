"""Asking to be called back: wrong numbers, questions in between, second thoughts."""

from support import kinds, shown, slugs

from bot import outbox


def requests_in(assistant):
    return [outbox.read(path, assistant["OUTBOX_KEY"]) for path in assistant["outbox"].glob("*.request")]


def test_a_request_with_a_wrong_and_then_a_right_number_is_kept_encrypted_and_promises_nothing(visitor, assistant):
    before = len(requests_in(assistant))
    assert slugs(visitor.say("kunnen jullie mij terugbellen?")) == ["medewerker_spreken"]
    assert kinds(visitor.say("Fatima el Amrani")) == ["form"]
    assert "geen Nederlands telefoonnummer" in shown(visitor.say("06123"))
    assert kinds(visitor.say("0612345678")) == ["form"]
    assert kinds(visitor.press("'s Middags")) == ["form"]
    done = visitor.press("Ja, dat mag")
    assert "085 273 3339" in shown(done) and "niet beloven" in shown(done)
    for turn in visitor.client.get("/chat/messages", headers=visitor.headers).json()["messages"]:
        assert turn["from"] == "visitor" or ("Fatima" not in turn["text"] and "12345678" not in turn["text"])
    kept = requests_in(assistant)
    assert len(kept) == before + 1
    assert {"name": "Fatima el Amrani", "phone": "+31612345678", "moment": "'s Middags", "consent": "ja"}.items() <= kept[
        -1
    ].items() or any(r["name"] == "Fatima el Amrani" and r["phone"] == "+31612345678" for r in kept)
    for path in assistant["outbox"].glob("*.request"):
        assert b"Fatima" not in path.read_bytes()
    assert slugs(visitor.say("fijn, dank je wel!")) == ["dank"]


def test_it_survives_eight_questions_in_between(visitor, assistant):
    before = len(requests_in(assistant))
    visitor.say("ik wil graag teruggebeld worden")
    for question, slug in (
        ("wat is ipt?", "ipt_wat"),
        ("wat kost een behandeling?", "kosten_vergoeding"),
        ("hoe lang is de wachtlijst?", "wachttijd"),
        ("wat is gedragsactivatie?", "gedragsactivatie_wat"),
    ):
        reply = visitor.say(question)
        assert slugs(reply)[0] == slug and kinds(reply)[-1] == "form", question
    visitor.say("Piet")
    for question, slug in (
        ("werkt online therapie ook?", "ehealth"),
        ("bewaren jullie wat ik hier typ?", "privacy"),
        ("wat is het verschil tussen ipt en cgt?", "vergelijk_ipt_cgt"),
        ("heb ik een verwijzing van de huisarts nodig?", "verwijzing_huisarts"),
    ):
        reply = visitor.say(question)
        assert slug in slugs(reply) and kinds(reply)[-1] == "form", question
    visitor.say("06-12345678")
    visitor.say("maakt niet uit")
    assert "085 273 3339" in shown(visitor.say("ja"))
    assert len(requests_in(assistant)) == before + 1


def test_it_can_be_cancelled_at_any_question_and_keeps_nothing(visitor, assistant):
    before = len(requests_in(assistant))
    steps = ["Piet", "0612345678", "'s ochtends"]
    for length in range(4):
        visitor.say("bel mij terug alsjeblieft")
        for step in steps[:length]:
            visitor.say(step)
        reply = visitor.say("annuleren")
        assert "niets van je verzoek bewaard" in shown(reply), length
        assert slugs(visitor.say("wat is ipt?"))[0] == "ipt_wat"
    assert len(requests_in(assistant)) == before


def test_no_consent_means_nothing_is_kept(visitor, assistant):
    before = len(requests_in(assistant))
    for line in ("ik wil een medewerker spreken", "Piet", "0612345678", "'s avonds"):
        visitor.say(line)
    assert "niets van je verzoek bewaard" in shown(visitor.press("Nee, liever niet"))
    assert len(requests_in(assistant)) == before


def test_a_cry_for_help_in_the_form_gets_the_card_first(visitor):
    visitor.say("kunnen jullie mij terugbellen?")
    assert kinds(visitor.say("ik wil niet meer leven")) == ["crisis"]


def test_after_cancelling_a_second_thought_starts_it_again(visitor):
    visitor.say("kunnen jullie mij terugbellen?")
    visitor.say("annuleren")
    assert kinds(visitor.press("Bel mij terug")) == ["form"]


def test_a_yes_to_nothing_in_the_form_asks_the_question_once_more(visitor):
    visitor.say("bel me terug graag")
    visitor.say("Roos")
    for typed in ("mja oke", "ja", "ok"):
        reply = visitor.say(typed)
        assert kinds(reply) == ["form"] and "telefoonnummer" in shown(reply), typed


def test_consent_is_heard_in_a_visitors_own_words(visitor, assistant):
    before = len(requests_in(assistant))
    for line in ("bel me terug graag", "Goed, noteert u dan: Van Dijk", "06 12345678", "tussen de middag, mits het schikt"):
        assert kinds(visitor.say(line)) == ["form"], line
    assert "085 273 3339" in shown(visitor.say("Ja, daar stem ik mee in"))
    assert len(requests_in(assistant)) == before + 1


def test_who_turned_the_call_down_and_thinks_better_of_it_gets_the_form(visitor):
    visitor.say("kunnen jullie mij terugbellen?")
    visitor.say("laat maar")
    reply = visitor.say("hm, eigenlijk toch graag")
    assert kinds(reply) == ["form"] and "noemen" in shown(reply)
    assert "telefoonnummer" in shown(visitor.say("mevrouw Bos"))
