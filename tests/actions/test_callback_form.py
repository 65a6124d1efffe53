"""The call-back form reads values, but help comes before anything that it asks."""

import pytest
from support import ROOT

from actions import callback
from actions.conversation import Conversation
from bot.answers import load_content

CONTENT = load_content(ROOT / "content")


def said(text, **ranking):
    ordered = tuple(sorted(ranking.items(), key=lambda pair: -pair[1]))
    intent = ordered[0][0] if ordered and ordered[0][0] in ("ja", "nee", "annuleren", "medewerker_spreken") else "vraag"
    return Conversation(
        text=text,
        intent=intent,
        ranking=ordered,
        familiarity=0.95,
        topics=(),
        medication=False,
        button=None,
        slots={},
        turn=3,
        after_crisis=None,
    )


@pytest.mark.parametrize(
    "ranking", [{"crisis_suicide": 0.9}, {"nee": 0.5, "crisis_suicide": 0.45}, {"medewerker_spreken": 0.5, "geweld": 0.45}]
)
def test_danger_in_the_form_is_seen_before_a_value(ranking):
    assert callback.in_danger(said("ik trek het allemaal niet meer", **ranking), CONTENT)


def test_an_ordinary_value_is_no_danger():
    assert not callback.in_danger(said("Jan de Boer", buiten_onderwerp=0.6), CONTENT)


@pytest.mark.parametrize(
    ("slot", "text", "ranking", "value"),
    [
        ("callback_name", "Roos", {"dank": 0.4}, "Roos"),
        ("callback_name", "goed, noteert u dan: Van Dijk", {"dank": 0.9}, "Van Dijk"),
        ("callback_name", "bedankt hoor", {"dank": 0.95}, None),
        ("callback_moment", "maakt niet uit", {"nee": 0.8}, "maakt niet uit"),
        ("callback_moment", "ik wil toch liever niet gebeld worden", {"nee": 0.95}, None),
        ("callback_moment", "wat kost het", {"kosten_vergoeding": 0.95}, None),
        ("callback_consent", "ja hoor", {"ja": 0.99}, "ja"),
        ("callback_consent", "ja maar wie leest dat", {"ja": 0.9}, None),
        ("callback_phone", "06 12345678", {"buiten_onderwerp": 0.7}, "+31612345678"),
    ],
)
def test_what_reads_as_a_value_is_taken_and_nothing_else(slot, text, ranking, value):
    assert callback.read(slot, said(text, **ranking), CONTENT) == value
