"""Logs without visitors' words.

Rasa writes what a visitor said into its error messages and tracebacks. This formatter keeps the place and the kind of what
happened and drops every message but those of loggers that are known to hold no such text.
"""

import logging

SPEAKS = (
    "actions",
    "bot",
    "door",
    "rasa.core.run",
    "rasa.core.agent",
    "rasa.nlu.utils",
    "rasa_sdk.endpoint",
    "rasa_sdk.executor",
    "uvicorn.error",
    "uvicorn.lifespan",
)


class Formatter(logging.Formatter):
    def format(self, record):
        name = record.name
        speaks = record.levelno < logging.ERROR or not name.startswith("rasa")
        speaks = speaks and any(name == known or name.startswith(known + ".") for known in SPEAKS)
        said = record.getMessage() if speaks else f"(message withheld, line {record.lineno})"
        kind = f" [{record.exc_info[0].__name__}]" if record.exc_info and record.exc_info[0] else ""
        return f"{self.formatTime(record)} {record.levelname} {name}: {said}{kind}"


def install():
    """Give every handler of this process the formatter. Rasa's command line sets its own after reading a logging file, so this
    comes with the components, which it loads later."""
    for handler in logging.getLogger().handlers:
        handler.setFormatter(Formatter())
