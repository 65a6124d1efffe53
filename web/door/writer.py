"""What the door hands to the journal: written by one thread, in order, tried again when the journal fails, and counted.

A reply waits for its turn to be written, for as long as its `patience` allows; then it leaves and the turn stays in memory. Nothing that
the journal does can hold up the event loop or silence a visitor.
"""

import asyncio
import collections
import contextlib
import logging
import threading
import time
from typing import NamedTuple

import sqlalchemy as sa

from web.journal.keys import KeyGone
from web.journal.store import Comment, Journal, Turn, Unreadable

log = logging.getLogger("door")
MOST_WAITING = 5000  # turns kept in memory while the journal fails; more are counted as lost
PAUSES = (0.2, 0.5, 1.0, 2.0)  # seconds between tries; the last one again and again
SLOW = 2.0  # seconds that a turn may wait to be written before that is a trouble
RED_FOR = 20.0  # seconds that a trouble shows in health after it ended, so that whoever looks now and then sees it
SPOILED = ("malformed", "not a database")  # what SQLite says of a file that no try will mend


class Entry(NamedTuple):
    """What waits to be written, who waits for that, and since when (monotonic)."""

    item: object
    done: asyncio.Future
    loop: asyncio.AbstractEventLoop
    put: float


class Writer:
    """`open_journal`: makes the Journal of the writing thread, and of the reading one."""

    def __init__(self, open_journal):
        self._write, self._read = open_journal(), open_journal()
        self._waiting = collections.deque()
        self._wake = threading.Condition()
        self._reading = threading.Lock()
        self._closing = False
        self._failed_at = None  # monotonic, of the last failure
        self._failing = False
        self.lost = 0
        self.set_aside = []
        self._thread = threading.Thread(target=self._work, name="journal", daemon=True)

    def start(self):
        self._thread.start()

    async def record(self, item, patience):
        """Write a Turn or a Comment. Returns whether that was done within `patience` seconds; done it will be."""
        return await self._wait(self._put(item), 0 if self._failing else patience)

    async def erase(self, conversation, patience):
        """Destroy the keys of a conversation, then its rows. Returns whether the keys are gone; the rows follow when they can."""
        with self._wake:
            self._waiting = collections.deque(e for e in self._waiting if getattr(e.item, "conversation", None) != conversation)
        loop = asyncio.get_running_loop()
        destroyed = loop.run_in_executor(None, self._write.keys.erase, conversation)
        try:
            async with asyncio.timeout(patience):
                await destroyed
            gone = True
        except Exception as error:
            log.error("the keys of a conversation could not be destroyed yet: %s", type(error).__name__)
            gone = False
        self._put(Erasure(conversation))
        return gone

    async def read(self, question, patience=1.0):
        """`question(journal)`, or None when the journal cannot answer within `patience` seconds or holds no such thing."""
        if not self._reading.acquire(blocking=False):
            for _ in range(int(patience * 50)):
                await asyncio.sleep(0.02)
                if self._reading.acquire(blocking=False):
                    break
            else:
                return None
        future = asyncio.get_running_loop().run_in_executor(None, self._answer, question)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(patience):
                return await asyncio.shield(future)
        return None

    def _answer(self, question):
        try:
            return question(self._read)
        except KeyGone:
            return None
        except Exception as error:
            self._trouble(error)
            return None
        finally:
            self._reading.release()

    @property
    def keys(self):
        return self._read.keys

    @property
    def waiting(self):
        return len(self._waiting)

    @property
    def state(self):
        """For the health page: whether all is written, what waits, what was lost."""
        with contextlib.suppress(IndexError):
            if time.monotonic() - self._waiting[0].put > SLOW:  # a database that takes connections and never answers fails at nothing
                self._failed_at = time.monotonic()
        lately = self._failed_at is not None and time.monotonic() - self._failed_at < RED_FOR
        return {
            "well": not self._failing and not lately,
            "waiting": len(self._waiting),
            "lost": self.lost,
            "set_aside": list(self.set_aside),
        }

    def close(self, patience=5.0):
        """Write what can still be written, then stop."""
        with self._wake:
            self._closing = True
            self._wake.notify()
        self._thread.join(patience)
        left = len(self._waiting)
        if left:
            log.error("%d turns could not be written before the end", left)
        if not self._thread.is_alive():
            self._write.close()

    def _put(self, item):
        loop = asyncio.get_running_loop()
        done = loop.create_future()
        with self._wake:
            if len(self._waiting) >= MOST_WAITING:
                self._waiting.popleft()
                self.lost += 1
            self._waiting.append(Entry(item, done, loop, time.monotonic()))
            self._wake.notify()
        return done

    @staticmethod
    async def _wait(done, patience):
        if not patience:
            return False
        try:
            async with asyncio.timeout(patience):
                return await asyncio.shield(done)
        except TimeoutError:
            return False

    def _work(self):
        for journal in (self._write, self._read):  # the first visitor does not wait for tables to be made
            try:
                journal.open()
            except Exception as error:
                self._trouble(error)
        tries = 0
        while True:
            with self._wake:
                while not self._waiting and not self._closing:
                    self._wake.wait()
                if self._closing and (not self._waiting or tries):
                    return
                entry = self._waiting[0]
            item, done, loop, _ = entry
            try:
                with contextlib.suppress(KeyGone):  # erased meanwhile
                    WRITES[type(item)](self._write, item)
                self._failing, tries, written = False, 0, True
            except Exception as error:
                self._trouble(error)
                self._failing, tries, written = True, tries + 1, False
            with contextlib.suppress(RuntimeError):  # the loop has ended
                loop.call_soon_threadsafe(_settle, done, written)
            with self._wake:
                if written and self._waiting and self._waiting[0] is entry:
                    self._waiting.popleft()
                elif not written:
                    self._wake.wait(PAUSES[min(tries, len(PAUSES)) - 1])

    def _trouble(self, error):
        """Note a failure. Its text may hold what was to be written, so only its kind is logged."""
        self._failed_at = time.monotonic()
        log.error("the journal failed: %s", type(getattr(error, "orig", None) or error).__name__)
        spoiled = isinstance(error, Unreadable) or (isinstance(error, sa.exc.DatabaseError) and any(s in str(error.orig) for s in SPOILED))
        if spoiled and self._write.is_sqlite and threading.current_thread() is self._thread:
            with contextlib.suppress(OSError):
                aside = self._write.set_aside()
                self.set_aside.append(aside.name)
                log.error("the journal's file is unreadable; it is kept as %s, and a new one is begun", aside.name)


class Erasure(NamedTuple):
    """A conversation to be forgotten."""

    erased: str


WRITES = {Turn: Journal.record, Comment: Journal.give_feedback, Erasure: lambda journal, item: journal.erase(item.erased)}


def _settle(done, written):
    if not done.done():
        done.set_result(written)
