"""What stands in the journal, what can be read of it, and what remains when it is erased."""

import collections
import datetime
import hashlib
import os
import secrets
import shutil
import uuid

import pytest
import sqlalchemy as sa
from cryptography.fernet import Fernet
from support import can_be_read, files

from web.journal import backup, store
from web.journal.keys import RECORD, WORDS, KeyGone, Keys, KeyTrouble
from web.journal.store import Comment, Journal, Turn
from web.journal.worker import Worker

SECRET = "mijn buurman Zebedeus weet het"


def conversation():
    return hashlib.sha256(secrets.token_bytes(8)).hexdigest()


def turn(who, said=SECRET, number=1, client_id=None, **more):
    message = {"id": uuid.uuid4().hex, "kind": "answer", "text": f"Antwoord {number}.", "answer": "ipt_wat", "buttons": []}
    state = {"turn": number, "context": {"topic": "ipt"}, "payloads": {}}
    return Turn(who, client_id or str(uuid.uuid4()), number, {"id": uuid.uuid4().hex, "text": said}, [message], state, **more)


class Masking:
    """Stands where the redactor stands."""

    def redact(self, text):
        return text.replace("Zebedeus", "[naam]")


@pytest.fixture
def worker(journal, tmp_path):
    return Worker(journal, Masking(), 30, tmp_path / "backups")


def test_a_turn_is_written_once_and_read_back(journal):
    who = conversation()
    first = turn(who, ranking=({"family": "ipt_wat", "confidence": 0.9}, {"family": "ipt_duur", "confidence": 0.05}))
    assert journal.record(first) and not journal.record(first)
    assert journal.record(turn(who, "en hoe lang?", 2))
    told = journal.history(who)
    assert [m["from"] for m in told] == ["visitor", "bot"] * 2
    assert told[0]["text"] == SECRET and told[1] == {**first.messages[0], "from": "bot"}
    assert journal.reply(who, first.client_id) == first.messages and journal.reply(who, str(uuid.uuid4())) is None
    state, last = journal.state(who)
    assert state["turn"] == 2 and (datetime.datetime.now(datetime.UTC) - last).total_seconds() < 60
    assert journal.size() == (1, 2, 2)


def test_another_conversation_sees_nothing_of_it(journal):
    mine, theirs = conversation(), conversation()
    journal.record(turn(mine))
    assert journal.history(theirs) == [] and journal.state(theirs) is None


def places(tmp_path, request):
    """Every folder in which something of the journal may stand."""
    found = [tmp_path]
    if "cluster" in request.fixturenames or "postgresql" in request.node.name:
        found.append(request.getfixturevalue("cluster").folder)
    return found


def test_no_word_stands_in_any_file(journal, worker, tmp_path, request):
    who = conversation()
    journal.record(turn(who))
    journal.give_feedback(Comment(who, "m1", False, f"nee, {SECRET}", {"payloads": {}}))
    worker.daily()
    for path in files(*places(tmp_path, request)):
        assert b"Zebedeus" not in path.read_bytes(), path


def test_redaction_replaces_what_was_typed_and_the_old_words_cannot_be_read_any_more(journal, worker, keys):
    who = conversation()
    journal.record(turn(who))
    journal.give_feedback(Comment(who, "m1", True, SECRET, {"payloads": {}}))
    assert worker.redact() == 2 and worker.redact() == 0
    said = journal.history(who)[0]
    assert said["text"] == "mijn buurman [naam] weet het" and said["redacted"]
    assert journal.forget_typed_words(datetime.timedelta(0)) == 1
    with pytest.raises(KeyGone):
        keys.get(who, WORDS)
    assert journal.history(who)[0]["text"] == "mijn buurman [naam] weet het"


def test_what_is_entered_in_the_form_goes_whole(journal, worker):
    who = conversation()
    journal.record(turn(who, "Sanne Jansen 0612345678", in_form=True))
    worker.redact()
    assert journal.history(who)[0]["text"] == "[ingevuld in het terugbelformulier]"


def sealed_texts(journal):
    with journal.begin() as db:
        return [bytes(row.said) for row in db.execute(sa.select(store.turns.c.said))]


@pytest.mark.parametrize("how", ["erased", "expired"])
def test_nothing_of_a_forgotten_conversation_can_be_decrypted_from_any_file(url, tmp_path, request, how):
    master = Fernet.generate_key()
    keys = Keys([tmp_path / "keys", tmp_path / "copy"], master)
    journal = Journal(url, keys)
    who, other = conversation(), conversation()
    long_ago = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=31)
    journal.record(turn(who, at=long_ago) if how == "expired" else turn(who))
    journal.record(turn(other, "iets anders"))
    sealed = sealed_texts(journal)[:1]
    path = backup.make(journal, tmp_path / "backups")
    assert can_be_read(places(tmp_path, request), master, sealed), "a search that finds nothing proves nothing"
    if how == "erased":
        journal.erase(who)
    else:
        assert journal.expire(30) == 1
    assert not can_be_read(places(tmp_path, request), master, sealed)
    assert journal.history(who) == [] and journal.state(who) is None and len(journal.history(other)) == 2
    assert journal.size()[0] == 1
    counted = collections.Counter()
    for (_, what), number in journal.counted().items():
        counted[what] += number
    assert counted[how] == 1 and counted["answer:ipt_wat"] == 2
    assert backup.restore(journal, path) == 0 and journal.state(who) is None
    journal.close()


def test_an_erased_conversation_stays_erased_when_old_keys_are_put_back(journal, keys, tmp_path):
    who = conversation()
    journal.record(turn(who))
    path = backup.make(journal, tmp_path / "backups")
    shutil.copytree(tmp_path / "keys", tmp_path / "elsewhere")
    journal.erase(who)
    assert keys.restore(tmp_path / "elsewhere") == 0 and backup.restore(journal, path) == 0
    with pytest.raises(KeyGone):
        keys.get(who, RECORD)
    assert journal.record(turn(conversation()))
    with pytest.raises(KeyGone):  # nor does a turn that was still under way bring it back
        journal.record(turn(who))


def test_a_backup_brings_back_what_was_lost_and_tells_what_differs(journal, tmp_path):
    kept, lost = conversation(), conversation()
    for who in (kept, lost):
        journal.record(turn(who))
    path = backup.make(journal, tmp_path / "backups")
    assert backup.compare(journal, path) == {"missing": 0, "new": 0, "changed": 0}
    with journal.begin() as db:
        db.execute(sa.delete(store.conversations).where(store.conversations.c.id == lost))
    journal.record(turn(kept, "nog iets", 2))
    differs = backup.compare(journal, path)
    assert differs["missing"] == 2 and differs["new"] == 1
    assert backup.restore(journal, path) == 1
    assert journal.history(lost)[0]["text"] == SECRET
    assert backup.compare(journal, path)["missing"] == 0


def test_old_backups_go(journal, tmp_path):
    old = tmp_path / "backups" / backup.NAME.format(datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=31))
    new = backup.make(journal, tmp_path / "backups")
    old.write_bytes(new.read_bytes())
    backup.remove_old(tmp_path / "backups", 30)
    assert new.exists() and not old.exists()


def test_the_daily_work_notes_that_it_was_done(journal, worker):
    assert worker.daily_is_due()
    worker.daily()
    assert not worker.daily_is_due() and set(journal.job_times()) == {"retention", "backup"}


def test_another_master_key_is_told_so(tmp_path):
    keys = Keys([tmp_path / "keys"], Fernet.generate_key())
    who = conversation()
    keys.get(who, RECORD, make=True)
    with pytest.raises(KeyTrouble, match="does not fit"):
        Keys([tmp_path / "keys"], Fernet.generate_key()).get(who, RECORD)
    with pytest.raises(KeyTrouble, match="JOURNAL_KEY"):
        Keys([tmp_path / "keys"], "geen sleutel")


def test_only_the_owner_may_read_the_files(journal, tmp_path):
    journal.record(turn(conversation()))
    for path in files(tmp_path / "keys", tmp_path / "copy", *([tmp_path / "data"] if journal.is_sqlite else [])):
        if not path.name.endswith(("-wal", "-shm")):
            assert path.stat().st_mode & 0o077 == 0, path
    assert os.stat(tmp_path / "keys").st_mode & 0o077 == 0
