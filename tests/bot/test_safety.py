"""The safety net: danger is seen in every disguise, and sadness, idiom and questions are left alone."""

import gzip
import pathlib
import subprocess
import sys

import pytest
from support import ROOT

from bot import safety
from bot.safety import KINDS, detect, mending, phrases
from bot.safety.detector import WEIGHTS, Detector, divide
from bot.safety.text import known_words, plain, readings, words

CLEAR = [
    ("ik wil dood", "suicide"),
    ("ik denk de laatste tijd veel aan zelfmoord", "suicide"),
    ("ik wil niet meer leven", "suicide"),
    ("ik maak er een eind aan", "suicide"),
    ("i want to kill myself", "suicide"),
    ("mijn zus zegt dat ze dood wil", "other_at_risk"),
    ("ze heeft net een hele strip pillen geslikt", "acute"),
    ("ik snijd mezelf als het te veel wordt", "self_harm"),
    ("mijn man slaat me", "violence"),
    ("mijn vader slaat mij en mijn zusje", "child"),
]
HARMLESS = [
    "ik lach me dood",
    "doodmoe ben ik",
    "mijn oma is vorige week overleden",
    "ik verveel me dood thuis",
    "deze wachtlijst is moordend",
    "ik ben er klaar mee, die wachtlijsten",
    "ik schrok me dood van de rekening",
    "wat is het verschil tussen ipt en cgt?",
    "mijn telefoon is dood, kan ik ook mailen?",
    "onze hond is vorige week ingeslapen",
]
DISGUISES = {
    "capitals": str.upper,
    "a slash in front": "/{}".format,
    "invisible characters between words": lambda t: t.replace(" ", "\u200b \u200b"),
    "invisible characters for spaces": lambda t: t.replace(" ", "\u200b"),
    "invisible characters in words": lambda t: "\u2060".join(t),
    "stretched letters": lambda t: t.replace("oo", "oooooo").replace("ee", "eeee"),
    "deep in a long text": lambda t: "De koffie smaakt goed vandaag. " * 30 + t + ". De koffie smaakt goed vandaag." * 10,
    "small talk around it": lambda t: "Hoi! Wat een weer vandaag, hè. " + t + ". Verder alles goed hoor, fijne avond nog.",
    "line breaks": lambda t: t.replace(" ", "\n"),
    "wide spaces": lambda t: t.replace(" ", "  \u3000 "),
    "diacritics": lambda t: t.replace("e", "é"),
    "curly quotes around it": "“{}”".format,
    "no spaces": lambda t: t.replace(" ", ""),
    "letters apart": lambda t: " ".join(t.replace(" ", "")),
    "letters that look Latin": lambda t: t.replace("o", "о").replace("e", "е"),
    "digits for letters": lambda t: t.replace("oo", "00"),
}


def is_crisis(text):
    signal = detect(text)
    return bool(signal) and signal.level == safety.CRISIS


@pytest.mark.parametrize(("text", "kind"), CLEAR)
def test_clear_danger_is_seen_and_told_apart(text, kind):
    assert is_crisis(text) and detect(text).kind == kind


@pytest.mark.parametrize("disguise", DISGUISES)
@pytest.mark.parametrize(("text", "kind"), CLEAR)
def test_clear_danger_is_seen_in_disguise(text, kind, disguise):
    assert is_crisis(DISGUISES[disguise](text))


# Few words in a long text without a single full stop: the smallest part that is scored holds more of what is around them.
LOST = set()


@pytest.mark.parametrize("text", [pytest.param(text, marks=pytest.mark.xfail(strict=True)) if text in LOST else text for text, _ in CLEAR])
def test_clear_danger_is_seen_in_a_long_text_without_full_stops(text):
    assert is_crisis("de koffie smaakt goed vandaag " * 30 + text + " de koffie smaakt goed vandaag" * 10)


@pytest.mark.parametrize("disguise", DISGUISES)
def test_a_disguise_is_no_danger_itself(disguise):
    assert not is_crisis(DISGUISES[disguise]("goede morgen"))


@pytest.mark.parametrize("text", HARMLESS)
def test_idiom_loss_and_questions_raise_no_alarm(text):
    assert not is_crisis(text)


@pytest.mark.parametrize(
    "text",
    [
        "ik lach me dood, maar eerlijk: ik wil niet meer leven",
        "ik ben niet suicidaal hoor, maar ik wil er gewoon niet meer zijn",
        "ik wil niet dood maar ik wil ook niet meer leven",
    ],
)
def test_what_is_harmless_beside_it_does_not_hide_danger(text):
    assert is_crisis(text)


@pytest.mark.parametrize(("before", "now"), [("ik wil", "dood"), ("ik wil niet meer", "leven"), ("ik ga voor", "de trein springen")])
def test_danger_split_over_two_messages_is_seen(before, now):
    assert not is_crisis(now) and detect(now, before).level == safety.CRISIS


def test_danger_that_was_answered_is_not_heard_again_in_the_next_message():
    assert detect("dank je", "ik wil dood") is None


def test_a_question_about_the_subject_is_asked_gently():
    signal = detect("hoe vaak komt zelfmoord voor in Nederland?")
    assert signal.level == safety.CHECK_IN


def test_a_loss_is_heard_as_a_loss():
    signal = detect("mijn vader is vorige maand overleden en ik mis hem zo")
    assert (signal.kind, signal.level) == (safety.BEREAVED, safety.SUPPORT)


@pytest.mark.parametrize(
    "text", ["", " ", "\x00\ud800", "🤷" * 1000, "a" * 16000, "(((((", "*|~@", "\u202e\u200b", "dood" * 4000, "? " * 8000, "ab " * 5000]
)
def test_no_text_makes_it_fail(text):
    detect(text)


def test_the_signal_shows_where_it_was_heard():
    assert detect("wat is ipt? en mijn man slaat me elke avond. groetjes").evidence


def test_every_whole_sentence_is_a_part_of_its_own():
    said = words(plain("Hoi daar. Ik wil dood! Wat is IPT?"))
    parts = divide(said)[1]
    assert (3, 6) in parts and (0, len(said)) in parts  # without the full stop, which tells nothing


def test_what_is_invisible_may_join_or_part():
    assert len(readings("ik\u200bwil")) == 2 and len(readings("ik wil")) == 1


def test_unknown_words_are_read_as_words_of_danger_and_known_ones_are_left_alone():
    mender = mending.Mender(known_words())
    assert mender.mend(words("zelfmoodr")) == ["zelfmoord"]
    assert mender.mend(words("beven geven lezen")) == words("beven geven lezen")
    assert mender.mend(words("nietmeerleven")) == words("niet meer leven")


def test_the_stored_weights_read_the_same_numbers_everywhere():
    """Whole numbers in, whole sums out: the same in Rasa's Python and in the door's."""
    asked = "from bot.safety import detect; print(detect('mijn man slaat me elke avond als hij dronken is').danger)"
    pythons = (sys.executable, ROOT / "web" / ".venv" / "bin" / "python")
    first, second = (subprocess.check_output([python, "-c", asked], cwd=ROOT, text=True) for python in pythons)
    assert first == second and float(first) > 1
    read = Detector.load().read(words(plain("ik wil dood")))
    assert read.danger > 1 and read.kind == "suicide" and read.danger == Detector.load().read(words(plain("IK WIL DOOOD"))).danger


def test_the_weights_belong_to_the_examples():
    """Whoever changes data/safety or data/nlu trains the detector anew (`make train-safety`)."""
    from bot.safety import train

    with gzip.open(WEIGHTS, "rt", encoding="utf-8") as lines:
        assert train.fingerprint(train.read_own() + train.read_conversational()) in lines.readline()


def test_there_are_examples_enough_of_authors_enough():
    from bot.safety import train

    own = train.read_own()
    danger = [e for e in own if e.is_danger]
    harmless = [e for e in own if e.label in train.HARMLESS]
    assert len({e.author for e in danger}) >= 6 and len(danger) >= 600 and len(harmless) >= 1500
    assert {e.label for e in own} == set(train.LABELS)


@pytest.mark.parametrize("path", sorted(phrases.LISTS.glob("*.txt")), ids=lambda path: path.stem)
def test_the_lists_are_sorted_without_doubles_and_say_what_they_are(path):
    kept = phrases.lines(path)
    assert kept == sorted(set(kept))
    if path.stem not in ("groups", "chat_spelling"):
        assert path.read_text(encoding="utf-8").startswith("#")
        for phrase in kept:
            phrases.pattern(phrase)


def test_every_list_belongs_to_a_kind():
    stems = {pathlib.Path(path.stem).stem for path in phrases.LISTS.glob("*.*.txt")}
    assert stems <= {*KINDS, phrases.MENTION} and {*KINDS, phrases.MENTION} <= {
        pathlib.Path(path.stem).stem for path in phrases.LISTS.glob("*.items.txt")
    }


@pytest.mark.parametrize("word", ["woord ", "bla ", "hoi ", "test "])
def test_a_word_said_over_and_over_is_no_danger(word):
    assert safety.detect(word * 200) is None
