"""What the speller mends, and above all what it leaves alone."""

import pytest

from bot.nlu.spelling import Speller, chat_spelling


@pytest.fixture(scope="module")
def speller():
    return Speller({"depressie", "gedragsactivatie", "geruststelling", "terugval", "preventie", "adviesgesprek", "behandeling"})


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("depresie", "depressie"),
        ("Behandelnig", "behandeling"),
        ("gedragsaktivasie", "gedragsactivatie"),
        ("gerustelling", "geruststelling"),
        ("adviesgsprek", "adviesgesprek"),
        ("wrm", "waarom"),
        ("ff", "even"),
        ("gwn", "gewoon"),
        ("idd", "inderdaad"),
        ("m'n", "mijn"),
        ("I.P.T.", "ipt"),
        ("watis", "wat is"),
        ("hoelang", "hoe lang"),
    ],
)
def test_it_mends_typing_errors_and_chat_spelling(speller, typed, meant):
    assert speller.mend(typed) == meant


@pytest.mark.parametrize(
    "word",
    ["ipt", "cgt", "kop", "act", "pst", "mbct", "vader", "somber", "terugvalpreventie", "gesprekstherapie", "2024", "?", "😔", "zus"],
)
def test_it_leaves_short_words_compounds_and_what_is_no_word_alone(speller, word):
    assert speller.mend(word) == word


def test_the_list_of_chat_spelling_is_sorted_and_changes_something():
    listed = chat_spelling()
    assert len(listed) > 80 and list(listed) == sorted(listed)
    assert not [typed for typed, written in listed.items() if typed == written]
