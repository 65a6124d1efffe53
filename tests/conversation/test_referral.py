"""The invitation to the adviesgesprek: offered where it helps, never pushed."""

from support import kinds, shown

HELPFUL = [
    "Wat is IPT?",
    "Hoe lang duurt een behandeling gemiddeld?",
    "Werkt therapie online ook?",
    "Wat is gedragsactivatie?",
    "Hoe groot is de kans op terugval?",
    "Wat doet CBASP?",
    "Is groepstherapie minder goed?",
    "Wat zijn bijwerkingen van therapie?",
    "Hoe vaak wordt de behandeling geëvalueerd?",
    "Helpt relatietherapie bij depressie?",
]


def test_ten_helpful_turns_give_at_most_one_invitation_in_any_four(visitor):
    invited = ["referral" in kinds(visitor.say(question)) for question in HELPFUL]
    assert any(invited), "never an invitation at all"
    assert all(sum(invited[i : i + 4]) <= 1 for i in range(7)), invited


def test_after_a_no_there_is_no_invitation_any_more(visitor):
    turns = iter(HELPFUL)
    while "referral" not in kinds(visitor.say(next(turns))):
        pass
    assert "referral" not in kinds(visitor.say("nee dank je"))
    assert not any("referral" in kinds(visitor.say(question)) for question in HELPFUL)


def test_a_no_inside_another_question_counts(visitor):
    visitor.say(HELPFUL[0])
    visitor.say("ik wil geen adviesgesprek hoor, maar hoe lang duurt zo'n behandeling?")
    assert not any("referral" in kinds(visitor.say(question)) for question in HELPFUL[2:8])


def test_no_invitation_in_a_crisis_turn_or_the_next(visitor):
    for before in range(3):
        assert "adviesgesprek" not in shown(visitor.say("ik wil dood")).lower()
        after = visitor.say(HELPFUL[before])
        assert "referral" not in kinds(after) and "adviesgesprek" not in shown(after).lower() and "tel:113" in shown(after)


def test_where_an_answer_itself_names_the_adviesgesprek_the_phone_takes_its_place_after_a_crisis(visitor):
    assert "adviesgesprek" in shown(visitor.say("hoe kies je een therapie")).lower()
    visitor.say("ik wil dood")
    after = visitor.say("wat gaat een behandeling bij jullie kosten")
    assert "adviesgesprek" not in shown(after).lower() and "085 273 3339" in shown(after)


def test_a_yes_to_the_invitation_leads_to_planning(visitor):
    turns = iter(HELPFUL)
    while "referral" not in kinds(visitor.say(next(turns))):
        pass
    reply = visitor.say("ja graag")
    assert reply[0]["answer"] == "intake_plannen" and "085 273 3339" in shown(reply)
