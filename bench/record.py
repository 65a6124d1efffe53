"""Kill the door while it writes, again and again: is every acknowledged message in the journal, once? `make record` (ten minutes).

The door runs alone, on a journal of its own; without Rasa its ordinary reply is the honest fallback, which is written down like any other.
Several visitors type at once; after each kill those whose message was not acknowledged send it again under the same id, as the widget does.
`--postgres` takes a PostgreSQL of its own instead of SQLite.
"""

import argparse
import collections
import contextlib
import pathlib
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import uuid

import httpx
import sqlalchemy as sa

from bench.postgres import Cluster
from web import run
from web.journal.keys import Keys
from web.journal.store import Journal, turns

VISITORS = 4
LONGEST = 0.8  # seconds of writing before a kill


def start(settings):
    """The door as a process of its own, answering."""
    command = [
        sys.executable,
        "-m",
        "uvicorn",
        "web.door.app:app",
        "--port",
        settings["DOOR_PORT"],
        "--no-access-log",
        "--log-level",
        "critical",
    ]
    door = subprocess.Popen(command, cwd=run.ROOT, env=settings, stderr=subprocess.DEVNULL)
    for _ in range(300):
        if run.health(run.address(settings)):
            return door
        time.sleep(0.05)
    raise RuntimeError("the door does not start")


class Typist(threading.Thread):
    """One visitor. Goes on where it was after each restart; keeps what was acknowledged."""

    def __init__(self, base):
        super().__init__(daemon=True)
        self._base, self._open = base, threading.Event()
        self.headers = self.pending = None
        self.acknowledged, self.refused, self.done = [], 0, False

    def run(self):
        with httpx.Client(base_url=self._base, timeout=10) as client:
            while not self.done:
                try:
                    if self.headers is None:
                        self.headers = {"Authorization": f"Bearer {client.post('/chat/sessions').json()['token']}"}
                    self.pending = self.pending or str(uuid.uuid4())
                    reply = client.post("/chat/messages", json={"id": self.pending, "text": "wat is ipt?"}, headers=self.headers)
                except (httpx.HTTPError, ValueError, KeyError):
                    time.sleep(0.02)
                    continue
                if reply.status_code == 200 and reply.json()["messages"][0]["text"]:
                    self.acknowledged.append(self.pending)
                    self.pending = None
                elif reply.status_code == 401:  # it had said nothing yet, so there was nothing to go on with
                    self.headers = None
                else:
                    self.refused += 1
                    self.pending = None


def campaign(settings, kills, log=print):
    """(acknowledged, lost, written twice, integrity) after so many kills."""
    typists = [Typist(run.address(settings)) for _ in range(VISITORS)]
    door = start(settings)
    for typist in typists:
        typist.start()
    for number in range(1, kills + 1):
        time.sleep(random.random() * LONGEST)
        door.send_signal(signal.SIGKILL)
        door.wait()
        door = start(settings)
        if number % 20 == 0:
            log(f"  {number} kills, {sum(len(t.acknowledged) for t in typists)} messages acknowledged", flush=True)
    time.sleep(0.5)
    for typist in typists:
        typist.done = True
    for typist in typists:
        typist.join(15)
    door.terminate()
    door.wait()
    journal = Journal(settings["JOURNAL_URL"], Keys([settings["KEYS_DIR"]], settings["JOURNAL_KEY"]))
    with journal.begin() as db:
        written = collections.Counter(db.execute(sa.select(turns.c.client_id)).scalars())
        conversations = db.execute(sa.select(turns.c.conversation).distinct()).scalars().all()
    unreadable = sum(not journal.history(conversation) for conversation in conversations)
    acknowledged = [ident for typist in typists for ident in typist.acknowledged]
    integrity = "ok"
    if journal.is_sqlite:
        with sqlite3.connect(journal.path) as raw:
            integrity = raw.execute("PRAGMA integrity_check").fetchone()[0]
    return {
        "kills": kills,
        "acknowledged": len(acknowledged),
        "lost": sum(written[ident] == 0 for ident in acknowledged),
        "twice": sum(number > 1 for number in written.values()) + len(acknowledged) - len(set(acknowledged)),
        "refused": sum(typist.refused for typist in typists),
        "unreadable": unreadable,
        "integrity": integrity,
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kills", nargs="?", type=int, default=200)
    parser.add_argument("--postgres", action="store_true")
    given = parser.parse_args()
    with contextlib.ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        journal = {}
        if given.postgres:
            cluster = Cluster(pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory())))
            stack.callback(cluster.stop)
            journal = {"JOURNAL_URL": cluster.database()}
        nobody = {"RASA_URL": "http://127.0.0.1:9", "ACTION_SERVER_URL": "http://127.0.0.1:9/webhook"}
        settings = run.apart(folder, **nobody, **journal)
        found = campaign(settings, given.kills)
    print(", ".join(f"{name} {value}" for name, value in found.items()))
    return 0 if not (found["lost"] or found["twice"] or found["unreadable"]) and found["integrity"] == "ok" else 1


if __name__ == "__main__":
    sys.exit(main())
