"""Other languages are recognised, and Dutch in all its forms is not taken for one."""

import pytest

from bot.nlu.language import is_foreign


@pytest.mark.parametrize(
    "text",
    [
        "how do I get an appointment with a therapist",
        "Ich suche Hilfe wegen einer Depression",
        "je voudrais parler à quelqu'un en français",
        "كيف يمكنني الحصول على مساعدة",
        "bardzo źle się czuję i potrzebuję pomocy",
        "bir psikologla konuşmak istiyorum lütfen",
    ],
)
def test_another_language_is_foreign(text):
    assert is_foreign(text)


@pytest.mark.parametrize(
    "text",
    [
        "ja",
        "help",
        "ok thanks",
        "kga da ni meer aankunnen zenne",
        "ik voel me zo down en useless vandaag",
        "wat bedoelen ze met commitment in die therapie",
        "mijn vrouw zij altijd moe, wat kan ik doen",
        "🙏",
        "1234",
        "",
    ],
)
def test_dutch_short_and_mixed_messages_are_not(text):
    assert not is_foreign(text)
