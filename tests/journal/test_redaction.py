"""What a visitor types about themselves and others is taken out; helplines and what only looks like it stay."""

import pytest

from bench.redaction import PRACTICE, shares
from web.journal.redaction import Redactor
from web.journal.worker import redacted


@pytest.fixture(scope="module")
def redactor():
    return Redactor(PRACTICE)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("ik heet jan de vries", "ik heet [naam]"),
        ("mijn vriend kevin slaapt niet", "mijn vriend [naam] slaapt niet"),
        ("bel me op 06-12 34 56 78", "bel me op [telefoonnummer]"),
        ("mail naar kim.b@voorbeeld.nl graag", "mail naar [e-mailadres] graag"),
        ("NL91 ABNA 0417 1643 00 is mijn rekening", "[rekeningnummer] is mijn rekening"),
        ("bsn 111222333", "bsn [BSN]"),
        ("ik woon op kerkstraat 12, 1234 ab", "ik woon op [adres], [postcode]"),
        ("geboren op 12-03-1987", "geboren op [geboortedatum]"),
        ("volg me op @sanne_99", "volg me op [gebruikersnaam]"),
    ],
)
def test_personal_data_is_replaced_by_what_it_was(redactor, typed, kept):
    assert redactor.redact(typed) == kept


@pytest.mark.parametrize(
    "text",
    [
        "ik heb 113 gebeld, en 0800-0113, en 112",
        "bel 0800-2000 of 0800-0432",
        "jullie nummer is 085 273 3339 toch?",
        "sinds mei ben ik somber, al 3 jaar",
        "ik scoor 15 van de 27 op de phq9",
        "wat is IPT en wat doet Freud ermee",
        "de roos in de tuin is dood",
        "kan ik om 14.30 uur komen?",
        "het kost 120 euro in 2024",
    ],
)
def test_helplines_and_what_only_looks_like_it_stay(redactor, text):
    assert redactor.redact(text) == text


def test_lines_of_people_who_did_not_know_the_program(redactor):
    found, kinds = shares(redactor.spans)
    assert found["names"] >= 0.93 and found["precision"] >= 0.80, (found, kinds)
    assert found["structured"] >= 0.99, (found, kinds)


def test_what_answers_the_form_goes_whole_and_a_question_in_it_stays(redactor):
    assert redacted(redactor, {"id": "1", "text": "sanne"}, True)["text"] == "[ingevuld in het terugbelformulier]"
    question = "wacht even, mag ik eerst vragen wat een gesprek bij jullie kost?"
    assert redacted(redactor, {"id": "1", "text": question}, True)["text"] == question


@pytest.mark.parametrize("piece", ["1 ", "1-", "a.", "a-", "J.", "straat ", "bus 1 ", "2 hoog ", "en dan 06 ", "a@a punt "])
def test_no_text_is_too_much_for_the_patterns(redactor, piece):
    """A pattern that can read one thing in two ways would never come to an end here."""
    typed = "straat 1 " + piece * (2000 // len(piece))
    assert len(redactor.redact(typed)) > 0


def test_what_cannot_be_redacted_is_not_kept():
    class Broken:
        def redact(self, text):
            raise ValueError(text)

    assert redacted(Broken(), {"id": "1", "text": "ik heet sanne"}, False) == {"id": "1", "text": "[weggelaten]"}
