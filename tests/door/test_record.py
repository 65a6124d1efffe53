"""What becomes of a conversation when the page is loaded again, the door is started again, the journal fails, or the visitor erases it."""

import dataclasses
import datetime
import pathlib
import sqlite3
import subprocess
import sys
import time
import uuid

import pytest
from starlette.testclient import TestClient
from support import Visitor, kinds, shown

from web.door.app import create_app
from web.journal.keys import Keys
from web.journal.store import Journal
from web.journal.worker import Worker


@pytest.fixture
def start(rasa, settings, monkeypatch):
    """Opens a door on the same journal, again and again."""
    monkeypatch.setattr("web.door.app.Rasa", lambda *_: rasa)
    return lambda **changed: TestClient(create_app(dataclasses.replace(settings, **changed)), raise_server_exceptions=False)


def journal_of(settings):
    return Journal(settings.journal_url, Keys(settings.keys_dirs, settings.journal_key))


def path_of(settings):
    return pathlib.Path(settings.journal_url.removeprefix("sqlite:///"))


def told(visitor):
    return visitor.client.get("/chat/messages", headers=visitor.headers).json()["messages"]


def test_a_conversation_goes_on_after_the_door_was_started_again(start, rasa):
    with start() as client:
        visitor = Visitor(client)
        rasa.reply[0]["context"] = {"last_answer": "ipt_wat", "topic": "ipt"}
        rasa.reply[0]["buttons"] = [{"label": "Hoe lang duurt het?", "answer": "ipt_duur", "payload": "/ipt_duur"}]
        ident = str(uuid.uuid4())
        first = visitor.post({"id": ident, "text": "wat is ipt?"}).json()["messages"]
        visitor.last = first
    with start() as client:
        visitor.client = client
        asked = len(rasa.asked)
        assert visitor.post({"id": ident, "text": "wat is ipt?"}).json()["messages"] == first, "the same message is answered once"
        assert len(rasa.asked) == asked
        visitor.press("Hoe lang duurt het?")
        assert rasa.asked[-1][1] == "/ipt_duur" and rasa.asked[-1][2]["context"]["topic"] == "ipt"
        assert [m["from"] for m in told(visitor)] == ["bot", "visitor", "bot", "visitor", "bot"]
        other_scheme = {"Authorization": visitor.headers["Authorization"].replace("Bearer", "Basic")}
        assert client.get("/chat/messages", headers=other_scheme).status_code == 401
        body = {"message": first[0]["id"], "helpful": True}
        assert client.post("/chat/feedback", json=body, headers=visitor.headers).status_code == 200


def test_a_card_before_the_restart_still_keeps_invitations_away_after_it(start, rasa):
    with start() as client:
        visitor = Visitor(client)
        visitor.say("ik wil dood")
    with start() as client:
        visitor.client = client
        reply = visitor.say("wat is ipt?")
        assert rasa.asked[-1][2]["after_crisis"] == 1 and "113" in shown(reply)


def test_after_half_an_hour_nobody_can_go_on(start):
    with start() as client:
        visitor = Visitor(client)
        visitor.say("wat is ipt?")
    with start(session_idle_minutes=0) as client:
        time.sleep(0.01)
        assert client.get("/chat/messages", headers=visitor.headers).status_code == 401


class Masking:
    def redact(self, text):
        return text.replace("kevin", "[naam]")


def test_redacted_words_are_shown_redacted(start, settings):
    with start() as client:
        visitor = Visitor(client)
        visitor.say("mijn vriend kevin is somber")
        assert told(visitor)[1]["text"] == "mijn vriend kevin is somber"
        Worker(journal_of(settings), Masking(), 30).redact()
        assert told(visitor)[1]["text"] == "mijn vriend [naam] is somber"


def test_what_a_visitor_erases_is_gone_at_once_here_and_at_rasa(start, settings, rasa):
    with start() as client:
        visitor, other = Visitor(client), Visitor(client)
        visitor.say("wat is ipt?")
        other.say("wat is ipt?")
        assert client.delete("/chat/sessions", headers=visitor.headers).status_code == 200
        assert client.get("/chat/messages", headers=visitor.headers).status_code == 401
        deadline = time.monotonic() + 10
        while journal_of(settings).size()[0] != 1 and time.monotonic() < deadline:
            time.sleep(0.05)
        assert journal_of(settings).size()[0] == 1 and len(told(other)) == 3
        assert rasa.forgotten and set(rasa.forgotten) == {rasa.asked[0][0]}
    with start() as client:
        assert client.get("/chat/messages", headers=visitor.headers).status_code == 401


def test_feedback_is_written_and_a_comment_too(start, settings):
    with start() as client:
        visitor = Visitor(client)
        (message,) = visitor.say("wat is ipt?")
        body = {"message": message["id"], "helpful": False, "comment": "te moeilijk"}
        assert client.post("/chat/feedback", json=body, headers=visitor.headers).status_code == 200
        waiting = [said["text"] for _, _, _, said, _ in journal_of(settings).unredacted()]
        assert sorted(waiting) == ["te moeilijk", "wat is ipt?"]
        del body["comment"]  # a thumb that is changed afterwards takes no words away
        assert client.post("/chat/feedback", json={**body, "helpful": True}, headers=visitor.headers).status_code == 200
        waiting = [said["text"] for _, _, _, said, _ in journal_of(settings).unredacted()]
        assert sorted(waiting) == ["te moeilijk", "wat is ipt?"]


def health(client):
    return client.get("/health").json()


def test_a_locked_journal_delays_nobody_and_loses_nothing(start, settings):
    with start() as client:
        visitor = Visitor(client)
        visitor.say("wat is ipt?")
        lock = sqlite3.connect(path_of(settings), isolation_level=None)
        lock.execute("BEGIN EXCLUSIVE")
        started = time.monotonic()
        visitor.say("en hoe lang?")
        assert time.monotonic() - started < 2
        started = time.monotonic()
        assert kinds(visitor.say("ik wil dood")) == ["crisis"]
        assert time.monotonic() - started < 0.5
        deadline = time.monotonic() + 5
        while health(client)["parts"]["journal"] and time.monotonic() < deadline:
            time.sleep(0.1)
        seen = health(client)
        assert seen["status"] == "red" and seen["journal"]["waiting"] == 2
        assert len(told(visitor)) == 7, "what waits is shown from memory"
        lock.execute("ROLLBACK")
        while health(client)["journal"]["waiting"] and time.monotonic() < deadline + 10:
            time.sleep(0.1)
        assert journal_of(settings).size()[1] == 3 and health(client)["journal"]["lost"] == 0


LOOK = "import sqlite3, sys; db = sqlite3.connect(sys.argv[1]); db.execute('SELECT count(*) FROM turns').fetchall(); db.close()"


def test_another_process_that_comes_and_goes_costs_no_turn(start, settings):
    """Whoever closes a database last clears its write-ahead log away: if the door gave up its locks, what it writes next is lost."""
    with start() as client:
        visitor = Visitor(client)
        for number in range(1, 5):
            visitor.say("wat is ipt?")
            subprocess.run([sys.executable, "-c", LOOK, str(path_of(settings))], check=True)
            assert journal_of(settings).size()[1] == number


def test_a_journal_turned_into_rubbish_is_set_aside_and_a_new_one_begun(start, settings):
    with start() as client:
        visitor = Visitor(client)
        visitor.say("wat is ipt?")
        path_of(settings).write_bytes(b"rubbish" * 5000)
        visitor.say("en hoe lang?")
        visitor.say("en wat kost het?")
        deadline = time.monotonic() + 10
        while health(client)["journal"]["waiting"] and time.monotonic() < deadline:
            time.sleep(0.1)
        seen = health(client)
        assert seen["status"] == "red" and len(seen["journal"]["set_aside"]) == 1
        assert journal_of(settings).size()[1] == 2
        assert len(list(path_of(settings).parent.glob("*.unreadable-*"))) >= 1


def test_without_room_for_keys_every_message_is_still_answered(start, settings, tmp_path):
    with start() as client:
        (tmp_path / "keys").mkdir(exist_ok=True)
        (tmp_path / "keys").rmdir()
        (tmp_path / "keys").write_text("no folder")
        visitor = Visitor(client)
        assert visitor.say("wat is ipt?") and kinds(visitor.say("ik wil dood")) == ["crisis"]
        deadline = time.monotonic() + 5
        while health(client)["parts"]["journal"] and time.monotonic() < deadline:
            time.sleep(0.1)
        assert health(client)["journal"]["waiting"] == 2
        response = client.delete("/chat/sessions", headers=visitor.headers)
        assert response.status_code == 503 and "Wissen lukt" in response.json()["error"]


def test_old_conversations_that_nobody_deletes_turn_health_red(start, settings, monkeypatch):
    with start() as client:
        journal_of(settings).note_job("retention")
        assert health(client)["parts"]["retention"]
        monkeypatch.setattr("web.door.app.DAILY", datetime.timedelta(0))
        assert not health(client)["parts"]["retention"]
