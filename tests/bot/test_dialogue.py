"""What the bot makes of a recognised message in the light of the conversation."""

import pytest
from support import ROOT

from bot import dialogue
from bot.answers import load_content
from bot.dialogue import Context, decide, may_invite

CONTENT = load_content(ROOT / "content")
NOWHERE = Context()


def ranking(**families):
    return sorted(families.items(), key=lambda pair: -pair[1])


def test_a_sure_message_is_answered():
    assert decide("wat is ipt precies voor therapie", ranking(ipt_wat=0.9, ipt_hoe=0.05), 0.95, (), NOWHERE, CONTENT).labels == ("ipt_wat",)


def test_a_torn_message_asks_with_at_most_three_choices():
    made = decide(
        "hoe zit het met terugval",
        ranking(terugval_kans=0.4, terugval_voorkomen=0.35, ipt_onderhoud=0.1, groet=0.1),
        0.95,
        (),
        NOWHERE,
        CONTENT,
    )
    assert made.kind == "clarify" and made.labels == ("terugval_kans", "terugval_voorkomen", "ipt_onderhoud")


def test_it_never_clarifies_twice_running():
    doubtful = ranking(terugval_kans=0.4, terugval_voorkomen=0.35, ipt_onderhoud=0.1)
    assert decide("hoe zit het met terugval", doubtful, 0.95, (), Context(last_kind="clarify"), CONTENT).kind == "answer"


def test_what_resembles_nothing_is_not_answered_however_sure_the_model_is():
    assert decide("qqwx zzkt blorp", ranking(groet=0.97), 0.6, (), NOWHERE, CONTENT).kind == "unknown"


def test_a_flat_ranking_is_admitted():
    flat = ranking(**{f: 0.05 for f in list(CONTENT.answers)[:10]})
    assert decide("iets onduidelijks over dingen", flat, 0.95, (), NOWHERE, CONTENT).kind == "unknown"


@pytest.mark.parametrize("text", ["en cgt?", "nee ik bedoelde cgt", "cgt dan", "cognitieve gedragstherapie", "en gedragsterapie dan"])
def test_a_message_that_only_names_a_therapy_asks_what_it_is(text):
    assert decide(text, ranking(vergelijken=0.5, cgt_wat=0.2), 0.95, ("cgt",), Context("ipt_wat", "ipt"), CONTENT).labels == ("cgt_wat",)


@pytest.mark.parametrize("text", ["onderhoud ipt", "wachtlijst cgt", "kosten ipt graag", "cgt online", "probleem met ipt"])
def test_a_message_that_names_a_therapy_and_something_else_asks_about_that(text):
    heard = ranking(wachttijd=0.9, cgt_wat=0.05)
    assert decide(text, heard, 0.95, ("cgt" if "cgt" in text else "ipt",), NOWHERE, CONTENT).labels == ("wachttijd",)


def test_a_follow_up_leans_to_the_therapy_that_the_conversation_is_about():
    heard = ranking(terugval_voorkomen=0.6, ipt_onderhoud=0.25)
    about_ipt = Context("ipt_wat", "ipt")
    assert decide("werkt dat ook tegen terugval?", heard, 0.95, (), about_ipt, CONTENT, leaning=0.9).labels[0] == "ipt_onderhoud"
    assert decide("werkt dat ook tegen terugval?", heard, 0.95, (), NOWHERE, CONTENT).labels[0] == "terugval_voorkomen"


def test_a_named_therapy_rules_out_answers_about_another():
    heard = ranking(ipt_effect=0.55, act_wat=0.4)
    assert decide("helpt act nou echt bij zoiets", heard, 0.95, ("act",), Context("ipt_wat", "ipt"), CONTENT).labels[0] == "act_wat"


@pytest.mark.parametrize(
    ("policy", "turn", "invited", "refused", "crisis", "expected"),
    [
        ("never", 9, None, False, None, False),
        ("soft", 1, None, False, None, False),
        ("soft", 2, None, False, None, True),
        ("direct", 1, None, False, None, True),
        ("soft", 5, 2, False, None, False),
        ("soft", 6, 2, False, None, True),
        ("direct", 9, None, True, None, False),
        ("direct", 9, None, False, 0, False),
        ("direct", 9, None, False, 1, False),
    ],
)
def test_when_an_invitation_fits(policy, turn, invited, refused, crisis, expected):
    assert may_invite(policy, turn, invited, refused, crisis) is expected


@pytest.mark.parametrize(
    "text",
    ["ik wil geen adviesgesprek, maar hoe werkt ipt", "heb geen behoefte aan een gesprek. wat kost het", "ik hoef helemaal geen afspraak"],
)
def test_a_refusal_inside_a_question_is_heard(text):
    assert dialogue.refuses_talk(text)


@pytest.mark.parametrize("text", ["ik wil graag een gesprek", "hoe plan ik een afspraak", "waarom is zo'n gesprek gratis"])
def test_a_wish_for_a_talk_is_no_refusal(text):
    assert not dialogue.refuses_talk(text)


def test_several_hints_of_danger_together_bring_the_card():
    heard = ranking(somber_delen=0.5, crisis_suicide=0.3, zelfbeschadiging=0.15)
    for net in ("concern", "mention"):
        assert decide("ik weet het allemaal niet meer zo", heard, 0.95, (), NOWHERE, CONTENT, heard_by_net=net).labels == (
            "crisis_suicide",
        )


def test_danger_that_the_safety_net_hears_nothing_of_brings_a_check_in():
    heard = ranking(crisis_suicide=0.9)
    assert decide("ik weet het allemaal niet meer zo", heard, 0.95, (), NOWHERE, CONTENT).kind == "checkin"


def test_danger_goes_before_every_shortcut():
    heard, offered = ranking(crisis_suicide=0.8, nee=0.15), Context("ipt_wat", "ipt", offer="intake")
    for text, topics in (("nee ik wil niet meer", ()), ("cgt of dood", ("cgt",)), ("verschil met act", ("act",))):
        assert decide(text, heard, 0.95, topics, offered, CONTENT, heard_by_net="concern").labels == ("crisis_suicide",)
        assert decide(text, heard, 0.95, topics, offered, CONTENT).kind == "checkin"


def test_danger_in_the_message_alone_is_not_hidden_by_what_was_said_before():
    asked = Context("ipt_wat", "ipt", last_kind="clarify", choices=("terugval_kans",))
    alone = ranking(crisis_suicide=0.85)
    for context, topics in ((asked, ()), (NOWHERE, ("ipt",))):
        made = decide("en dan hoeft het ook niet meer", ranking(ipt_hoe=0.9), 0.95, topics, context, CONTENT, alone=alone, leaning=0.9)
        assert made.kind == "checkin"
    part = (("wachttijd", 0.9), ("crisis_suicide", 0.8))
    made = decide("wat kost het en wat als", ranking(wachttijd=0.9), 0.95, (), NOWHERE, CONTENT, questions=part)
    assert made.kind == "checkin"


def test_a_hint_of_danger_brings_a_check_in():
    made = decide("ik weet het allemaal niet meer zo", ranking(somber_delen=0.7, crisis_suicide=0.25), 0.95, (), NOWHERE, CONTENT)
    assert (made.kind, made.labels) == ("checkin", ("somber_delen",))


def test_a_hint_that_the_safety_net_hears_too_brings_the_card():
    heard = ranking(somber_delen=0.7, crisis_suicide=0.25)
    assert decide("ik weet het allemaal niet meer zo", heard, 0.95, (), NOWHERE, CONTENT, heard_by_net="concern").labels == (
        "crisis_suicide",
    )
    plain = decide("wat is ipt", ranking(ipt_wat=0.95), 0.95, (), NOWHERE, CONTENT, heard_by_net="concern")
    assert plain.labels == ("ipt_wat",)


def test_a_no_to_an_offer_is_a_no_and_a_correction_is_not():
    offered = Context("ipt_wat", "ipt", offer="intake")
    assert decide("nee dank je", ranking(dank=0.9), 0.95, (), offered, CONTENT).labels == ("nee",)
    assert decide("nee ik bedoelde cgt", ranking(dank=0.4), 0.95, ("cgt",), offered, CONTENT).labels == ("cgt_wat",)


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("de eerste", 0),
        ("die tweede, wat is dat", 1),
        ("en de laatste van het rijtje", 2),
        ("de middelste graag", 1),
        ("nummer 2e", 1),
        ("de derde van boven", 2),
        ("het is de eerste keer", None),
        ("wat is de eerste stap bij een lichte depressie", None),
        ("de laatste tijd slaap ik slecht", None),
        ("wat is het eerste wat ik moet doen?", None),
        ("het laatste wat ik wil is opgenomen worden", None),
        ("de vijfde", None),
    ],
)
def test_a_place_in_a_list_is_what_stands_there(text, choice):
    choices = ("pst_wat", "kop_wat", "ehealth")
    assert dialogue.pointed_at(text, choices) == (None if choice is None else choices[choice])


def test_the_other_one_is_the_one_not_seen_yet():
    assert dialogue.pointed_at("en de andere?", ("pst_wat", "kop_wat"), "pst_wat") == "kop_wat"
    assert dialogue.pointed_at("en de andere?", ("pst_wat", "kop_wat", "ehealth"), "pst_wat") is None


def test_a_place_goes_before_what_the_recogniser_makes_of_it():
    listed = Context("lichte_depressie_lang", choices=("pst_wat", "kop_wat"))
    assert decide("die tweede", ranking(matig_ernstig_eerste=0.9), 0.95, (), listed, CONTENT).labels == ("kop_wat",)


def test_therapies_are_found_in_the_order_in_which_a_text_names_them():
    text = CONTENT.fill(CONTENT.answers["lichte_depressie_lang"].text)
    assert dialogue.therapies_in(text)[:2] == ["pst", "kop"]


def test_none_of_the_choices_is_heard_after_a_question_only():
    asked = Context(last_kind="clarify", choices=("ipt_wat", "ipt_hoe"))
    assert decide("geen van die", ranking(groet=0.4), 0.95, (), asked, CONTENT).labels == (dialogue.SOMETHING_ELSE,)
    assert decide("geen van die", ranking(groet=0.4), 0.95, (), NOWHERE, CONTENT).labels != (dialogue.SOMETHING_ELSE,)
    for text in ("niets dat ik doe helpt nog", "geen zin meer in alles"):
        assert decide(text, ranking(somber_delen=0.9), 0.95, (), asked, CONTENT).labels == ("somber_delen",)


@pytest.mark.parametrize("text", ["hm, eigenlijk toch graag", "eigenlijk wel", "toch maar wel doen"])
def test_who_thinks_better_of_a_refusal_is_heard(text):
    refused = Context("ipt_wat", "ipt", offer=dialogue.REFUSED + "intake")
    assert decide(text, ranking(nee=0.8), 0.95, (), refused, CONTENT).labels == ("ja",)


@pytest.mark.parametrize("text", ["werkt dat eigenlijk wel?", "nee toch niet, wel bedankt", "het gaat eigenlijk wel"])
def test_an_open_offer_is_not_accepted_by_the_way(text):
    heard = ranking(ipt_effect=0.9)
    assert decide(text, heard, 0.95, (), Context("ipt_wat", "ipt", offer="intake"), CONTENT).labels != ("ja",)
    assert not dialogue.thinks_better_of_it(text)


def test_a_yes_to_nothing_is_only_a_way_to_begin():
    heard = ranking(ja=0.5, combinatie_medicatie=0.45)
    assert decide("ja en samen met pillen?", heard, 0.95, (), NOWHERE, CONTENT).labels == ("combinatie_medicatie",)
    for little in (ranking(ja=0.955, bevestiging_vragen=0.03), ranking(ja=0.96, crisis_suicide=0.018)):
        assert decide("ja", little, 0.95, (), NOWHERE, CONTENT).labels == ("ja",)


def test_words_of_comparing_do_not_hide_another_question():
    heard = ranking(wachttijd=0.8, kosten_vergoeding=0.1)
    assert decide("is het verschil in wachttijd tussen cgt en ipt groot", heard, 0.95, ("cgt", "ipt"), NOWHERE, CONTENT).labels == (
        "wachttijd",
    )


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("wat is ipt en hoe lang duurt het?", ("wat is ipt", "hoe lang duurt het?")),
        ("wat kost het? en moet ik een verwijzing hebben?", ("wat kost het", "moet ik een verwijzing hebben?")),
        ("mijn man is somber. wat kan ik doen?", ()),
        ("wat is het verschil tussen ipt en cgt?", ()),
        ("hoe werkt ipt", ()),
        ("wat is ipt? mijn man is somber. toch?", ()),
        ("wat is ipt? hoe werkt dat? en kosten?", ()),
    ],
)
def test_two_questions_in_one_message_are_told_apart(text, questions):
    assert dialogue.questions_in(text) == questions


def test_two_questions_are_both_answered_when_both_are_sure():
    heard, both = ranking(ipt_wat=0.6, hoeveel_sessies=0.3), (("ipt_wat", 0.95), ("hoeveel_sessies", 0.9))
    assert decide("wat is ipt en hoe lang duurt het", heard, 0.95, (), NOWHERE, CONTENT, questions=both).labels == (
        "ipt_wat",
        "hoeveel_sessies",
    )
    doubtful = (("ipt_wat", 0.95), ("hoeveel_sessies", 0.5))
    assert decide("wat is ipt en hoe lang duurt het", heard, 0.95, (), NOWHERE, CONTENT, questions=doubtful).labels == ("ipt_wat",)


@pytest.mark.parametrize("label", ["eenvoudiger", "meer_weten", "herhalen", "bron_vraag"])
def test_what_is_plainly_said_of_the_conversation_needs_no_context(label):
    torn, alone = ranking(effectiviteit=0.4, **{label: 0.45}), ((label, 0.99),)
    assert decide("kan dat korter", torn, 0.95, (), Context("effectiviteit"), CONTENT, alone=alone, leaning=0.9).labels == (label,)


def test_another_language_gets_its_own_short_answer():
    assert decide("how much does it cost", ranking(kosten_vergoeding=0.9), 0.95, (), NOWHERE, CONTENT, foreign=True).labels == (
        "andere_taal",
    )


def test_after_a_question_its_choices_are_likelier():
    asked = Context(last_kind="clarify", choices=("terugval_kans", "terugval_voorkomen"))
    heard = ranking(effectiviteit=0.45, terugval_kans=0.4)
    assert decide("hoe groot die is", heard, 0.95, (), asked, CONTENT).labels == ("terugval_kans",)


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("al een half jaar licht somber", 6),
        ("sinds drie weken een beetje down", 0.7),
        ("langer dan 3 maanden", 3.1),
        ("korter dan drie maanden", 2.9),
        ("nog geen drie maanden", 2.9),
        ("al drie maanden somber", None),
        ("ik ben 28 jaar en sinds 3 weken licht depressief", 0.7),
        ("mijn dochter van 15 jaar is zes weken somber", 1.4),
        ("hij is 40 jaar oud", None),
        ("mijn zoon, 16 jaar oud, ligt alleen op bed", None),
        ("ik ben 34 jaar en somber", None),
        ("ruim 3 maanden", 3.1),
        ("een paar weken", 0.6),
        ("een paar maanden", None),
        ("5 mnd", 5),
        ("al anderhalf jaar", 18),
        ("ik ben 34 en somber", None),
        ("een jaar of twee", 12),
    ],
)
def test_how_long_something_lasts_is_read_in_months(text, months):
    assert dialogue.months_said(text) == (months if months is None else pytest.approx(months, abs=0.1))


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("milde depressie sinds vier weken, wat dan", "lichte_depressie_kort"),
        ("milde depressie sinds een half jaar, wat dan", "lichte_depressie_lang"),
    ],
)
def test_duration_decides_between_the_two_answers_for_a_mild_depression(text, slug):
    for heard in (
        ranking(lichte_depressie_kort=0.9, lichte_depressie_lang=0.08),
        ranking(lichte_depressie_kort=0.08, lichte_depressie_lang=0.9),
    ):
        assert decide(text, heard, 0.95, (), NOWHERE, CONTENT).labels == (slug,)
