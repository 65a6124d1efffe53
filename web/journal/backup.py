"""Backups of the journal: `python -m web.journal.backup make|restore|compare [file]`.

A backup is one compressed file of rows as they stand, text encrypted: without the keys, which are kept and backed up apart
(`KEYS_COPY_DIR`, or a copy of the folder), nobody can read it. So erasing needs no backup to be changed: the key is gone, and what it
encrypted with it. Restoring leaves out what was erased and what is past the term.
"""

import argparse
import base64
import datetime
import gzip
import json
import os
import pathlib
import sys

import sqlalchemy as sa

from web.door.settings import Settings
from web.journal.keys import Keys
from web.journal.store import Journal, conversations, counts, feedback, turns

TABLES = {table.name: table for table in (conversations, turns, feedback, counts)}  # in the order in which they can be filled
NAME = "journal-{:%Y%m%dT%H%M%SZ}.jsonl.gz"


def make(journal, folder):
    """Write a backup to `folder`. Returns its path. It is complete or not there."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / NAME.format(datetime.datetime.now(datetime.UTC))
    new = path.with_name(f".{path.name}")
    with gzip.open(new, "wt", encoding="utf-8") as file:
        for name, row in rows(journal):
            file.write(json.dumps([name, row]) + "\n")
    new.chmod(0o600)
    os.replace(new, path)
    return path


def rows(journal):
    """(table, row as JSON can hold it), ... of all tables, in one view of the data."""
    with journal.begin() as db:
        for name, table in TABLES.items():
            for row in db.execute(sa.select(table).order_by(*table.primary_key.columns)).mappings():
                yield name, {key: _told(value) for key, value in row.items()}


def restore(journal, path):
    """Put back the rows of a backup that are not there, but none of an erased conversation. Returns how many conversations came back."""
    erased, back = journal.keys.erased(), 0
    with gzip.open(path, "rt", encoding="utf-8") as lines, journal.begin() as db:
        known = set(db.execute(sa.select(conversations.c.id)).scalars())
        for line in lines:
            name, row = json.loads(line)
            table = TABLES[name]
            conversation = row.get("id" if name == "conversations" else "conversation")
            if conversation is not None and (conversation in erased or conversation in known or not journal.keys.holds(conversation)):
                continue
            values = {key: _read(table.c[key], value) for key, value in row.items() if name in ("conversations", "counts") or key != "id"}
            db.execute(journal.insert(table).values(values).on_conflict_do_nothing())
            back += name == "conversations"
    return back


def compare(journal, path):
    """What differs between a backup and the journal: {"missing": rows only in the backup, "new": rows only in the journal, "changed":
    rows in both that differ}. Erased conversations are missing in the journal by right and not counted."""
    erased = journal.keys.erased()

    def index(told):
        found = {}
        for name, row in told:
            conversation = row.get("id" if name == "conversations" else "conversation")
            if conversation not in erased:
                ident = (
                    name,
                    *(
                        str(row[key])
                        for key in ("day", "what", "id", "conversation", "client_id", "message")
                        if key in row and (key != "id" or name == "conversations")
                    ),
                )
                found[ident] = {key: value for key, value in row.items() if key != "id"}
        return found

    with gzip.open(path, "rt", encoding="utf-8") as lines:
        old = index(map(json.loads, lines))
    now = index(rows(journal))
    changed = sum(old[ident] != now[ident] for ident in old.keys() & now.keys())
    return {"missing": len(old.keys() - now.keys()), "new": len(now.keys() - old.keys()), "changed": changed}


def remove_old(folder, days):
    """Remove backups older than the term."""
    least = NAME.format(datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=days))
    for path in pathlib.Path(folder).glob("journal-*.jsonl.gz"):
        if path.name < least:
            path.unlink()


def _told(value):
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    return value.isoformat() if isinstance(value, datetime.date) else value


def _read(column, value):
    if value is None:
        return None
    if isinstance(column.type, sa.LargeBinary):
        return base64.b64decode(value)
    if isinstance(column.type, sa.DateTime):
        return datetime.datetime.fromisoformat(value)
    return datetime.date.fromisoformat(value) if isinstance(column.type, sa.Date) else value


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("make", "restore", "compare"))
    parser.add_argument("file", nargs="?", type=pathlib.Path, help="the backup; for `make` the folder")
    parser.add_argument("--keys", type=pathlib.Path, help="for restore: a copy of the folder of keys, to take over what is not erased")
    given = parser.parse_args()
    settings = Settings.from_environment()
    journal = Journal(settings.journal_url, Keys(settings.keys_dirs, settings.journal_key))
    if given.what == "make":
        print(make(journal, given.file or settings.backup_dir or sys.exit("Say where: a folder, or BACKUP_DIR in .env.")))
        return
    path = given.file or sys.exit("Say which backup.")
    if given.what == "restore":
        if given.keys:
            print(f"{journal.keys.restore(given.keys)} keys taken over")
        print(f"{restore(journal, path)} conversations put back")
    print(compare(journal, path))


if __name__ == "__main__":
    main()
