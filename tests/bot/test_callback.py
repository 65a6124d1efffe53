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
        ("mevr. de Wit", "mevr. de Wit"),
        ("Mijn naam is Anne-Marie", "Anne-Marie"),
        ("o'neill", "o'neill"),
    ],
)
def test_a_name_is_read(typed, name):
    assert callback.read_name(typed) == name


@pytest.mark.parametrize("typed", ["wat kost het eigenlijk?", "hoe lang duurt ipt", "0612345678", ""])
def test_a_question_is_no_name(typed):
    assert callback.read_name(typed) is None
