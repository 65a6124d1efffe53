"""The journal's daily and constant work: `python -m web.journal.worker`. One process, beside the door, which never waits for it.

Every few seconds it redacts what was typed; at the start and then every day it deletes what is older than the term, and makes a backup.
What it did when stands in the journal itself (`jobs`); the door's health page turns red when the daily work has not been done.
"""

import contextlib
import datetime
import logging
import re
import signal
import sys
import threading
import time

from bot.answers import ContentError, load_content
from web.door.settings import ROOT, Settings, SettingsError
from web.journal import backup
from web.journal.keys import KeyGone, Keys
from web.journal.redaction import Redactor
from web.journal.store import Journal

log = logging.getLogger("journal")
PAUSE = 2.0  # seconds between looks for new words
DAY = datetime.timedelta(hours=24)
AT_REST = datetime.timedelta(minutes=35)  # after which nobody types in a conversation any more
TABLES = ROOT / "build" / "deduce"  # what deduce builds once, in a minute or three
FORM = re.compile(r"\S+(?:\s\S+){0,5}")


def load_deduce():
    """deduce with its tables, which are built when they are absent. Takes seconds, the first time minutes, and 1 GB."""
    from deduce import Deduce

    TABLES.mkdir(parents=True, exist_ok=True)
    return Deduce(cache_path=str(TABLES))


def redacted(redactor, said, in_form):
    """What was typed, redacted. What answers a question of the call-back form is a name, a number or a time: it goes whole."""
    text = said["text"]
    if in_form and FORM.fullmatch(text.strip()):
        return {**said, "text": "[ingevuld in het terugbelformulier]"}
    try:
        return {**said, "text": redactor.redact(text)}
    except Exception as error:  # deduce is no code of ours; what cannot be redacted is not kept, and holds nothing else up
        log.error("a text could not be redacted and is left out: %s", type(error).__name__)
        return {**said, "text": "[weggelaten]"}


class Worker:
    def __init__(self, journal, redactor, retention_days, backup_dir=None):
        self._journal, self.redactor = journal, redactor
        self._days, self._backup_dir = retention_days, backup_dir

    def redact(self):
        """Redact all that waits. Returns how many texts."""
        done = 0
        while waiting := self._journal.unredacted():
            for table, ident, conversation, said, in_form in waiting:
                with contextlib.suppress(KeyGone):  # erased between reading and writing
                    self._journal.replace_words(table, ident, conversation, redacted(self.redactor, said, in_form))
                    done += 1
        self._journal.forget_typed_words(AT_REST)
        return done

    def daily(self):
        gone = self._journal.expire(self._days)
        self._journal.note_job("retention", f"{gone} deleted")
        if self._backup_dir:
            backup.make(self._journal, self._backup_dir)
            backup.remove_old(self._backup_dir, self._days)
            self._journal.note_job("backup")

    def daily_is_due(self):
        last = self._journal.job_times().get("retention")
        return last is None or datetime.datetime.now(datetime.UTC) - last > DAY


def own_numbers(content_dir):
    """The practice's own telephone numbers, which are no visitor's."""
    try:
        phone = load_content(content_dir).practice.get("phone") or ""
    except ContentError:
        phone = ""
    return [re.sub(r"\D", "", phone)] if phone else []


def main():
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    logging.getLogger().handlers[0].addFilter(lambda record: record.name == "journal")  # no library tells what it was given
    try:
        settings = Settings.from_environment()
    except SettingsError as error:
        sys.exit(str(error))
    journal = Journal(settings.journal_url, Keys(settings.keys_dirs, settings.journal_key))
    stop = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    worker = Worker(journal, None, settings.retention_days, settings.backup_dir)
    is_fresh = True
    while not stop.is_set():
        try:
            if is_fresh or worker.daily_is_due():
                worker.daily()
                is_fresh = False
            if worker.redactor is None:  # after the daily work: deleting what is too old does not wait for deduce
                started = time.monotonic()
                worker.redactor = Redactor(own_numbers(settings.content_dir), load_deduce())
                log.info("ready to redact after %.0f s", time.monotonic() - started)
            worker.redact()
        except Exception as error:  # its text may hold a visitor's words
            log.error("the work failed and is tried again: %s", type(error).__name__)
            stop.wait(5 * PAUSE)
        stop.wait(PAUSE)
    journal.close()


if __name__ == "__main__":
    main()
