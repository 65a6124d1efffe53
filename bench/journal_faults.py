"""Break the journal in every way while people chat: `make journal-faults` (five minutes).

For each fault: twenty crisis messages and twenty ordinary ones, each of a visitor of its own, while it lasts; whether health turned red;
the seconds until all is well again and all is written; and what was written. A full disk is a small tmpfs, which needs root.
"""

import contextlib
import os
import pathlib
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

import sqlalchemy as sa

from bench.faults import SLOWEST, ask_all
from bench.postgres import Cluster, binary
from web import run
from web.journal.keys import Keys
from web.journal.store import Journal, turns

NORMAL_WITHIN = 30.0
ROOM = "16m"  # of the small disk


@contextlib.contextmanager
def locked(path, seconds=8.0):
    """Another process holds the journal's lock."""
    lock = sqlite3.connect(path, isolation_level=None, timeout=10)
    lock.execute("BEGIN EXCLUSIVE")
    started = time.monotonic()
    try:
        yield
        time.sleep(max(0.0, started + seconds - time.monotonic()))
    finally:
        lock.execute("ROLLBACK")
        lock.close()


@contextlib.contextmanager
def full(folder):
    """Not a byte is left on the journal's disk."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(b"\0" * 512)
    try:
        yield
    finally:
        filler.unlink()


@contextlib.contextmanager
def rubbish(path):
    """The journal's file is overwritten with something else."""
    path.write_bytes(os.urandom(60_000))
    yield


@contextlib.contextmanager
def stopped(cluster, seconds=25.0):
    """PostgreSQL is not there."""
    cluster.stop()
    started = time.monotonic()
    try:
        yield
        time.sleep(max(0.0, started + seconds - time.monotonic()))
    finally:
        cluster.start()


@contextlib.contextmanager
def frozen(cluster, seconds=25.0):
    """PostgreSQL takes connections and answers nobody."""
    pids = cluster.pids()
    for pid in pids:
        with contextlib.suppress(ProcessLookupError):  # a backend whose client has just gone
            os.kill(pid, signal.SIGSTOP)
    started = time.monotonic()
    try:
        yield
        time.sleep(max(0.0, started + seconds - time.monotonic()))
    finally:
        for pid in pids:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGCONT)


def count(journal):
    with journal.begin() as db:
        return db.execute(sa.select(sa.func.count()).select_from(turns)).scalar_one()


def campaign(base, journal, name, fault):
    before = count(journal)
    journal.close()
    seen = []
    done = threading.Event()

    def watch():
        while not done.wait(0.5):
            seen.append((run.health(base) or {}).get("status", "no answer"))

    watching = threading.Thread(target=watch)
    watching.start()
    with fault:
        found = ask_all(base)
    ended = time.monotonic()
    while (run.health(base) or {}).get("status") != "ok" and time.monotonic() - ended < 90:
        time.sleep(0.25)
    normal = time.monotonic() - ended
    done.set()
    watching.join()
    state = run.health(base)["journal"]
    written = count(journal) - (0 if state["set_aside"] else before)
    row, fine = [name], "red" in seen and normal <= NORMAL_WITHIN and written + state["lost"] >= 40
    for kind, results in found.items():
        right, slowest = sum(ok and not is_fallback for ok, _, is_fallback in results), max(seconds for _, seconds, _ in results)
        fine = fine and right == len(results) == 20 and slowest <= SLOWEST[kind]
        row += [f"{right}/20", f"{slowest:.2f}"]
    row += ["yes" if "red" in seen else "NO", f"{normal:.0f}", f"{written}/40", str(state["lost"]), "yes" if fine else "NO"]
    print("| " + " | ".join(row) + " |", flush=True)
    return fine


@contextlib.contextmanager
def assistant(folder, url):
    """A whole assistant on a journal of its own."""
    settings = run.apart(folder, JOURNAL_URL=url, BACKUP_DIR="")
    with run.running(settings, quiet=True) as base:
        yield base, Journal(url, Keys([settings["KEYS_DIR"]], settings["JOURNAL_KEY"]))


def main():
    fine = []
    print("| fault | crisis right | slowest (s) | ordinary right | slowest (s) | health red | normal after (s) | written | lost | holds |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        folder, disk = pathlib.Path(name), pathlib.Path(name) / "disk"
        disk.mkdir()
        is_small = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "none", str(disk)], capture_output=True).returncode == 0
        try:
            path = disk / "journal.db"
            with assistant(folder, f"sqlite:///{path}") as (base, journal):
                fine.append(campaign(base, journal, "journal locked for 8 s", locked(path)))
                if is_small:
                    fine.append(campaign(base, journal, "disk full", full(disk)))
                else:
                    print("| disk full | skipped: needs root | | | | | | | | |")
                fine.append(campaign(base, journal, "file replaced by rubbish", rubbish(path)))
        finally:
            if is_small:
                subprocess.run(["umount", "-l", str(disk)], check=True)
    if not binary("initdb"):
        print("| PostgreSQL | skipped: not installed | | | | | | | | |")
        return 0 if all(fine) else 1
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "postgres").mkdir()
        cluster = Cluster(folder / "postgres")
        try:
            with assistant(folder, cluster.database()) as (base, journal):
                fine.append(campaign(base, journal, "PostgreSQL stopped for 25 s", stopped(cluster)))
                fine.append(campaign(base, journal, "PostgreSQL frozen for 25 s", frozen(cluster)))
        finally:
            cluster.stop()
    return 0 if all(fine) else 1


if __name__ == "__main__":
    sys.exit(main())
