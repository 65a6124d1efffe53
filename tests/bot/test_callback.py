"""Reading what people type into the call-back form."""

import pytest

from bot import callback


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("0612345678", "+31612345678"),
        ("06-12345678", "+31612345678"),
        ("mijn nummer is 06 12 34 56 78", "+31612345678"),
        ("+31 6 12345678", "+31612345678"),
        ("0031612345678", "+31612345678"),
        ("020 6234567", "+31206234567"),
    ],
)
def test_a_dutch_number_is_read_however_it_is_written(typed, number):
    assert callback.read_phone(typed) == number


@pytest.mark.parametrize("typed", ["06123", "0612345", "123456789012345", "bel maar", "06-1234567a"])
def test_a_wrong_number_is_not_taken(typed):
    assert callback.read_phone(typed) is None


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Jan de Boer", "Jan de Boer"),
        ("ik heet fatima", "fatima"),
        ("mevr. van der Bos", "mevr. van der Bos"),
        ("Mijn naam is Anne-Marie", "Anne-Marie"),
        ("o'neill", "o'neill"),
        ("Goed, noteert u dan: Van Dijk", "Van Dijk"),
        ("ja hoor, zeg maar Roos", "Roos"),
    ],
)
def test_a_name_is_read(typed, name):
    assert callback.read_name(typed) == name


@pytest.mark.parametrize(
    "typed",
    [
        "wat kost het eigenlijk?",
        "hoe lang duurt ipt",
        "0612345678",
        "",
        "met wie spreek ik dan",
        "met mij gaat het helemaal slecht",
        "zeg maar wat ipt is",
        "zeg maar stop",
        "naam: wil ik liever niet geven",
    ],
)
def test_a_question_is_no_name(typed):
    assert callback.read_name(typed) is None


@pytest.mark.parametrize("typed", ["ja", "mja oke", "Ja, daar stem ik mee in", "prima hoor", "doe maar", "dat mag", "is goed"])
def test_a_plain_yes_agrees(typed):
    assert callback.agrees(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "nee",
        "ja maar wie leest dat",
        "liever niet",
        "mag dat ook later?",
        "oke nee toch niet",
        "wat is ipt",
        "ok hoe lang bewaren jullie dat",
        "mag ik eerst weten wie dat leest",
        "goed wat gebeurt er met mijn gegevens",
        "ja ik ben zo moe van alles",
        "ok stop",
    ],
)
def test_a_yes_with_a_but_does_not(typed):
    assert not callback.agrees(typed)


@pytest.mark.parametrize(
    ("typed", "declined"), [("ik wil toch liever niet gebeld worden", True), ("nee laat maar", True), ("maakt niet uit", False)]
)
def test_no_call_wanted_is_told_from_any_time(typed, declined):
    assert callback.declines(typed) is declined
