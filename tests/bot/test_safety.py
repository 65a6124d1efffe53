"""The first safety net: clear phrases are seen in every disguise, and common idiom is left alone."""

import pytest

from bot.safety import KINDS, LISTS, detect

CLEAR = [
    ("ik wil dood", "crisis_suicide"),
    ("ik denk de laatste tijd veel aan zelfmoord", "crisis_suicide"),
    ("ik wil niet meer leven", "crisis_suicide"),
    ("ik maak er een eind aan", "crisis_suicide"),
    ("i want to kill myself", "crisis_suicide"),
    ("mijn zus zegt dat ze dood wil", "naaste_suicidaal"),
    ("ze heeft net een hele strip pillen geslikt", "crisis_acuut"),
    ("ik snijd mezelf als het te veel wordt", "zelfbeschadiging"),
    ("mijn man slaat me", "geweld"),
    ("hij bedreigt me", "geweld"),
]
HARMLESS = [
    "ik lach me dood",
    "doodmoe ben ik",
    "ik wil niet dood",
    "mijn oma is vorige week overleden",
    "wat doet 113 eigenlijk?",
    "ik verveel me dood thuis",
    "helpt therapie bij zelfmoordgedachten van anderen is een vraag voor later".replace("zelfmoordgedachten", "sombere gedachten"),
    "deze wachtlijst is moordend",
    "ik ben er klaar mee, die wachtlijsten",
    "ik schrok me dood van de rekening",
]
DISGUISES = {
    "capitals": str.upper,
    "a slash in front": "/{}".format,
    "invisible characters": lambda t: "\u200b".join(t.split(" ")).replace("\u200b", " \u200b"),
    "stretched letters": lambda t: t.replace("oo", "oooooo"),
    "deep in a long text": lambda t: "bla bla " * 100 + t + " en zo verder. " * 20,
    "line breaks": lambda t: t.replace(" ", "\n"),
    "diacritics": lambda t: t.replace("e", "é"),
}


@pytest.mark.parametrize(("text", "kind"), CLEAR)
def test_a_clear_phrase_is_seen(text, kind):
    assert detect(text).kind == kind


@pytest.mark.parametrize("disguise", DISGUISES)
@pytest.mark.parametrize(("text", "kind"), CLEAR)
def test_a_clear_phrase_is_seen_in_disguise(text, kind, disguise):
    assert detect(DISGUISES[disguise](text)).kind == kind


@pytest.mark.parametrize("text", HARMLESS)
def test_idiom_and_questions_raise_no_alarm(text):
    assert detect(text) is None


def test_an_exception_does_not_hide_real_danger_beside_it():
    assert detect("ik lach me dood, maar eerlijk: ik wil niet meer leven").kind == "crisis_suicide"


@pytest.mark.parametrize("text", ["", " ", "\x00\ud800", "🤷" * 1000, "a" * 16000, "(((((", "*|~"])
def test_no_text_makes_it_fail(text):
    assert detect(text) is None


@pytest.mark.parametrize("kind", KINDS)
def test_the_lists_are_sorted_and_without_doubles(kind):
    for path in LISTS.glob(f"{kind}*.txt"):
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        assert lines == sorted(set(lines)), path.name
