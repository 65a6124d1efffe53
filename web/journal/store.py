"""The journal: one row per turn, in SQLite or PostgreSQL. All text is encrypted, each conversation under keys of its own (`keys`).

Nothing here waits in the background or tries again: the door's writer does (web/door/writer.py). All times are UTC.
"""

import contextlib
import dataclasses
import datetime
import json
import os
import pathlib
import random

import sqlalchemy as sa
from cryptography.fernet import InvalidToken
from sqlalchemy.dialects import postgresql, sqlite

from web.journal.keys import RECORD, WORDS, KeyGone

UTC = datetime.UTC
BUSY = 1.5  # seconds that a write waits for another process that holds SQLite's lock
MOST_AT_ONCE = 500  # conversations looked at in one question
MAGIC = b"SQLite format 3\0"
Moment = sa.DateTime(timezone=True).with_variant(sa.DateTime(), "sqlite")
Number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

tables = sa.MetaData()
conversations = sa.Table(
    "conversations",
    tables,
    sa.Column("id", sa.String(64), primary_key=True),  # hash of the token that only the visitor's browser has
    sa.Column("opened", Moment, nullable=False),
    sa.Column("last", Moment, nullable=False, index=True),
    sa.Column("state", sa.LargeBinary, nullable=False),  # what the door needs to go on after it was started again
)
turns = sa.Table(
    "turns",
    tables,
    sa.Column("id", Number, primary_key=True, autoincrement=True),
    sa.Column("conversation", sa.ForeignKey("conversations.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("client_id", sa.String(36), nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("at", Moment, nullable=False),
    sa.Column("said", sa.LargeBinary, nullable=False),  # {"id", "text"}: under the key `words` until it is redacted, then under `record`
    sa.Column("messages", sa.LargeBinary, nullable=False),
    sa.Column("redacted", sa.Boolean, nullable=False),
    sa.Column("in_form", sa.Boolean, nullable=False),  # whether the words answer a question of the call-back form
    sa.Column("kind", sa.String(20), nullable=False),  # of the first message of the reply
    sa.Column("answer", sa.String(60)),
    sa.Column("signal", sa.String(40)),  # "crisis:suicide": what the safety net heard
    sa.Column("family", sa.String(60)),  # what was recognised, with its confidence and runners-up
    sa.Column("confidence", sa.Float),
    sa.Column("runners_up", sa.JSON),
    sa.Column("content_version", sa.String(16)),
    sa.Column("model", sa.String(40)),
    sa.UniqueConstraint("conversation", "client_id"),
    sa.Index("turns_unredacted", "redacted"),
)
feedback = sa.Table(
    "feedback",
    tables,
    sa.Column("id", Number, primary_key=True, autoincrement=True),
    sa.Column("conversation", sa.ForeignKey("conversations.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("message", sa.String(32), nullable=False),
    sa.Column("at", Moment, nullable=False),
    sa.Column("helpful", sa.Boolean, nullable=False),
    sa.Column("comment", sa.LargeBinary, nullable=False),
    sa.Column("redacted", sa.Boolean, nullable=False),
    sa.UniqueConstraint("conversation", "message"),
)
counts = sa.Table(  # what remains of conversations that are gone
    "counts",
    tables,
    sa.Column("day", sa.Date, primary_key=True),
    sa.Column("what", sa.String(80), primary_key=True),
    sa.Column("number", sa.Integer, nullable=False),
)
jobs = sa.Table(
    "jobs",
    tables,
    sa.Column("name", sa.String(40), primary_key=True),
    sa.Column("at", Moment, nullable=False),
    sa.Column("note", sa.String(200), nullable=False),
)


# {inode: descriptor} of every file that was a journal here. They are never closed: closing any descriptor of a file gives up all locks that
# SQLite holds on it in this process, and another one then takes the write-ahead log for its own.
_watched = {}


class Unreadable(Exception):
    """The file is no SQLite database."""


@dataclasses.dataclass(frozen=True)
class Turn:
    """What one turn leaves. `said`: {"id", "text"}; `messages`: what was answered; `state`: what the door needs to go on."""

    conversation: str
    client_id: str
    number: int
    said: dict
    messages: list
    state: dict
    in_form: bool = False
    signal: str | None = None
    ranking: tuple = ()  # ({"family", "confidence"}, ...), the likeliest first
    content_version: str | None = None
    model: str | None = None
    at: datetime.datetime = dataclasses.field(default_factory=lambda: datetime.datetime.now(UTC))


@dataclasses.dataclass(frozen=True)
class Comment:
    """A visitor's judgement of one message; the last one counts."""

    conversation: str
    message: str
    helpful: bool
    comment: str
    state: dict
    at: datetime.datetime = dataclasses.field(default_factory=lambda: datetime.datetime.now(UTC))


class Journal:
    """`url`: an SQLAlchemy URL, of SQLite or PostgreSQL (psycopg). Opens when it is first used. Not shared between threads by itself."""

    def __init__(self, url, keys):
        self.keys, self._url = keys, sa.make_url(url)
        self.is_sqlite = self._url.get_backend_name() == "sqlite"
        self.path = pathlib.Path(self._url.database) if self.is_sqlite else None
        self._engine = self._inode = None

    # --- writing

    def record(self, turn):
        """Write one turn. Returns False when this client id was written before. Durable when it returns."""
        record = self.keys.get(turn.conversation, RECORD, make=True)
        said = _seal(self.keys.get(turn.conversation, WORDS, make=True), turn.said)
        first = turn.messages[0]
        row = {
            "conversation": turn.conversation,
            "client_id": turn.client_id,
            "number": turn.number,
            "at": turn.at,
            "said": said,
            "messages": _seal(record, turn.messages),
            "redacted": False,
            "in_form": turn.in_form,
            "kind": first["kind"],
            "answer": first.get("answer"),
            "signal": turn.signal,
            "family": turn.ranking[0]["family"] if turn.ranking else None,
            "confidence": turn.ranking[0]["confidence"] if turn.ranking else None,
            "runners_up": list(turn.ranking[1:]),
            "content_version": turn.content_version,
            "model": turn.model,
        }
        with self.begin() as db:
            self._touch(db, turn.conversation, turn.at, _seal(record, turn.state))
            is_new = db.execute(self.insert(turns).values(row).on_conflict_do_nothing().returning(turns.c.id)).first() is not None
            if is_new:
                self._count(db, turn.at.date(), f"kind:{first['kind']}", *([f"answer:{first['answer']}"] if first.get("answer") else []))
        return is_new

    def give_feedback(self, comment):
        """Write a judgement of a message, in place of an earlier one; one without words leaves the words that were there."""
        record = self.keys.get(comment.conversation, RECORD, make=True)
        sealed = _seal(self.keys.get(comment.conversation, WORDS, make=True), {"text": comment.comment})
        row = {"at": comment.at, "helpful": comment.helpful, "comment": sealed, "redacted": False}
        with self.begin() as db:
            self._touch(db, comment.conversation, comment.at, _seal(record, comment.state))
            insert = self.insert(feedback).values(conversation=comment.conversation, message=comment.message, **row)
            changed = row if comment.comment else {"at": comment.at, "helpful": comment.helpful}
            db.execute(insert.on_conflict_do_update(index_elements=["conversation", "message"], set_=changed))
            self._count(db, comment.at.date(), f"helpful:{comment.helpful}".lower())

    def _touch(self, db, conversation, at, state):
        row = {"last": at, "state": state}
        insert = self.insert(conversations).values(id=conversation, opened=at, **row)
        db.execute(insert.on_conflict_do_update(index_elements=["id"], set_=row))

    # --- reading

    def state(self, conversation):
        """(the door's state, when it was last used) of a conversation, or None."""
        with self.begin() as db:
            row = db.execute(sa.select(conversations.c.state, conversations.c.last).where(conversations.c.id == conversation)).first()
        return row and (self._open(conversation, RECORD, row.state), _aware(row.last))

    def reply(self, conversation, client_id):
        """The messages that answered a client id, or None."""
        chosen = sa.select(turns.c.messages).where(turns.c.conversation == conversation, turns.c.client_id == client_id)
        with self.begin() as db:
            row = db.execute(chosen).first()
        return row and self._open(conversation, RECORD, row.messages)

    def history(self, conversation):
        """The messages of both sides, in order; the visitor's are redacted where that is done."""
        with self.begin() as db:
            rows = db.execute(sa.select(turns).where(turns.c.conversation == conversation).order_by(turns.c.number, turns.c.id)).all()
        told = []
        for row in rows:
            said = self._open(conversation, RECORD if row.redacted else WORDS, row.said)
            told.append({**said, "from": "visitor"} | ({"redacted": True} if row.redacted else {}))
            told += [{**message, "from": "bot"} for message in self._open(conversation, RECORD, row.messages)]
        return told

    def size(self):
        """(conversations, turns, turns not redacted yet)."""
        with self.begin() as db:
            of = [sa.select(sa.func.count()).select_from(table) for table in (conversations, turns)]
            numbers = [db.execute(query).scalar_one() for query in of]
            waiting = db.execute(sa.select(sa.func.count()).select_from(turns).where(~turns.c.redacted)).scalar_one()
        return (*numbers, waiting)

    def counted(self):
        """{(day, what): number}."""
        with self.begin() as db:
            return {(row.day, row.what): row.number for row in db.execute(sa.select(counts))}

    # --- redaction

    def unredacted(self, most=200):
        """[(table, id, conversation, text, in_form), ...]: the visitors' words that are still as they were typed."""
        found = []
        with self.begin() as db:
            for table, column in ((turns, turns.c.said), (feedback, feedback.c.comment)):
                chosen = sa.select(table).where(~table.c.redacted).order_by(table.c.id).limit(most)
                found += [
                    (table, row.id, row.conversation, getattr(row, column.name), table is turns and row.in_form)
                    for row in db.execute(chosen)
                ]
        readable = []
        for table, ident, conversation, sealed, in_form in found:
            with contextlib.suppress(KeyGone):  # erased meanwhile: its row goes too
                readable.append((table, ident, conversation, self._open(conversation, WORDS, sealed), in_form))
        return readable

    def replace_words(self, table, ident, conversation, said):
        """Put redacted words in place of what was typed."""
        sealed = _seal(self.keys.get(conversation, RECORD), said)
        column = "said" if table is turns else "comment"
        with self.begin() as db:
            db.execute(sa.update(table).where(table.c.id == ident).values({column: sealed, "redacted": True}))

    def forget_typed_words(self, idle):
        """Destroy the key of what was typed, of conversations at rest for `idle` and redacted whole: older copies are unreadable then."""
        before, holding = datetime.datetime.now(UTC) - idle, sorted(self.keys.conversations(WORDS))
        # By lot: those that go on for long must not keep the others from their turn.
        holding = random.sample(holding, min(MOST_AT_ONCE, len(holding)))
        raw = [sa.exists().where(table.c.conversation == conversations.c.id, ~table.c.redacted) for table in (turns, feedback)]
        chosen = sa.select(conversations.c.id).where(conversations.c.id.in_(holding), conversations.c.last < before, ~raw[0], ~raw[1])
        with self.begin() as db:
            at_rest = db.execute(chosen).scalars().all() if holding else []
        for conversation in at_rest:
            self.keys.destroy(conversation, WORDS)
        return len(at_rest)

    # --- forgetting

    def erase(self, conversation):
        """Forget a conversation: first its keys, which needs no database, then its rows."""
        self.keys.erase(conversation)
        self.remove_rows([conversation], "erased")

    def remove_rows(self, gone, why):
        with self.begin() as db:
            for conversation in gone:
                removed = db.execute(sa.delete(conversations).where(conversations.c.id == conversation)).rowcount
                if removed:
                    self._count(db, datetime.datetime.now(UTC).date(), why)
        self._tidy()

    def expire(self, days):
        """Forget what is older than the term, and rows and keys that have lost each other. Returns how many conversations went."""
        before = datetime.datetime.now(UTC) - datetime.timedelta(days=days)
        with self.begin() as db:
            rows = {row.id: _aware(row.last) for row in db.execute(sa.select(conversations.c.id, conversations.c.last))}
        old = [ident for ident, last in rows.items() if last < before]
        for conversation in old:
            self.keys.erase(conversation)
        self.remove_rows(old, "expired")
        erased = self.keys.erased()
        self.remove_rows([ident for ident in rows if ident in erased], "erased")
        for conversation in self.keys.conversations() - rows.keys():
            self.keys.destroy_if_older(conversation, days)
        self.keys.forget_erased(days)
        return len(old)

    def _tidy(self):
        """Take what was deleted out of the write-ahead log too, as far as no other process is reading it."""
        if self.is_sqlite:
            with self._connect() as db:
                db.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    # --- jobs

    def note_job(self, name, note=""):
        row = {"at": datetime.datetime.now(UTC), "note": note[:200]}
        with self.begin() as db:
            db.execute(self.insert(jobs).values(name=name, **row).on_conflict_do_update(index_elements=["name"], set_=row))

    def job_times(self):
        with self.begin() as db:
            return {row.name: _aware(row.at) for row in db.execute(sa.select(jobs))}

    # --- the database

    def open(self):
        """Connect, and make the tables where they are absent; the first use does so too."""
        with self.begin():
            pass

    def _count(self, db, day, *what):
        for each in what:
            insert = self.insert(counts).values(day=day, what=each, number=1)
            db.execute(insert.on_conflict_do_update(index_elements=["day", "what"], set_={"number": counts.c.number + 1}))

    def insert(self, table):
        return (sqlite if self.is_sqlite else postgresql).insert(table)

    def _open(self, conversation, purpose, sealed):
        try:
            return json.loads(self.keys.get(conversation, purpose).decrypt(sealed))
        except InvalidToken as error:
            raise KeyGone(purpose) from error

    @contextlib.contextmanager
    def begin(self):
        with self._connect() as db, db.begin():
            yield db

    def _connect(self):
        if self.is_sqlite:
            self._look_at_file()
        if self._engine is None:
            self._engine = self._open_engine()
        return self._engine.connect()

    def _look_at_file(self):
        """A file that was replaced or overwritten under an open connection would swallow what is written to it."""
        try:
            inode = self.path.stat().st_ino
            if inode not in _watched:
                _watched[inode] = os.open(self.path, os.O_RDONLY)
            head = os.pread(_watched[inode], len(MAGIC), 0)
        except FileNotFoundError:
            inode, head = None, b""
        if inode != self._inode:
            self.close()
        if head and head != MAGIC:
            self.close()
            raise Unreadable(self.path.name)

    def set_aside(self):
        """Move an unreadable file out of the way, for whoever wants to look at it. Returns its new name."""
        self.close()
        aside = self.path.with_name(f"{self.path.name}.unreadable-{datetime.datetime.now(UTC):%Y%m%dT%H%M%SZ}")
        for ending in ("", "-wal", "-shm"):
            with contextlib.suppress(FileNotFoundError):
                self.path.with_name(self.path.name + ending).rename(aside.with_name(aside.name + ending))
        return aside

    def _open_engine(self):
        if self.is_sqlite:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            engine = sa.create_engine(self._url, connect_args={"timeout": BUSY, "check_same_thread": False}, poolclass=sa.pool.StaticPool)

            @sa.event.listens_for(engine, "connect")
            def set_up(raw, _):
                for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "foreign_keys=ON"):
                    raw.execute(f"PRAGMA {pragma}")
        else:
            # A server that no longer answers is noticed within ten seconds; one that was restarted is connected to anew.
            arguments = {"connect_timeout": 3, "keepalives_idle": 3, "keepalives_interval": 2, "keepalives_count": 3}
            engine = sa.create_engine(self._url, connect_args=arguments, pool_size=1, max_overflow=1, pool_pre_ping=True)
        try:
            with engine.begin() as db:
                if not self.is_sqlite:  # several processes may start at once, and IF NOT EXISTS alone does not part them here
                    db.execute(sa.text("SELECT pg_advisory_xact_lock(20261124)"))
                for table in tables.sorted_tables:
                    db.execute(sa.schema.CreateTable(table, if_not_exists=True))
                    for index in sorted(table.indexes, key=lambda index: index.name):
                        db.execute(sa.schema.CreateIndex(index, if_not_exists=True))
        except BaseException:
            engine.dispose()
            raise
        if self.is_sqlite:
            self.path.chmod(0o600)
            self._inode = self.path.stat().st_ino
        return engine

    def close(self):
        if self._engine is not None:
            self._engine.dispose()
        self._engine = self._inode = None


def _seal(key, data):
    return key.encrypt(json.dumps(data, ensure_ascii=False).encode())


def _aware(moment):
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
