"""Logs keep the place and the kind of what happened, not what a visitor said."""

import logging
import sys

import pytest

from bot.wordless_log import Formatter

SAID = "mijn geheime kanarievogel"


def written(name, level, message, error=None):
    try:
        raise error or ValueError(SAID)
    except Exception:
        record = logging.LogRecord(name, level, "file.py", 7, message, (), sys.exc_info() if error else None)
    return Formatter().format(record)


@pytest.mark.parametrize("name", ["rasa.core.processor", "rasa.core.channels.rest", "sanic.error", "py.warnings", "asyncio"])
@pytest.mark.parametrize("level", [logging.INFO, logging.ERROR])
def test_other_loggers_say_where_and_what_kind_but_not_what(name, level):
    line = written(name, level, f"failed on {SAID}", KeyError(SAID))
    assert SAID not in line and name in line and "line 7" in line and "KeyError" in line


def test_our_own_loggers_speak_and_never_print_a_traceback():
    line = written("actions.callback", logging.ERROR, "a call-back request could not be kept: ValueError", RuntimeError(SAID))
    assert "could not be kept" in line and SAID not in line
