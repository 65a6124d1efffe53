"""The keys of conversations: one file each, wrapped by the master key, in a folder of their own.

A file and not a row, so that a key that is destroyed is gone at once: no free page, write-ahead log or dump of a database can hold it,
and a database that is locked or gone cannot keep it. Each conversation has two: `record` reads what is kept until the term, `words` what
the visitor typed until it is redacted. When redaction is done the second is destroyed, and with it every older copy of those words.

`folders`: where the keys are kept; the first is read, the others are copies on another disk. All are written and destroyed together.
"""

import contextlib
import datetime
import os
import pathlib
import re
import time

from cryptography.fernet import Fernet, InvalidToken

RECORD, WORDS = "record", "words"
CONVERSATION = re.compile(r"[0-9a-f]{64}")
ERASED = "erased.tsv"  # ids that were erased, so that a copy of the keys from elsewhere brings none of them back


class KeyGone(Exception):
    """There is no such key, any more or yet; what it encrypted cannot be read."""


class KeyTrouble(Exception):
    """The keys cannot be reached, or the master key does not fit them."""


class Keys:
    def __init__(self, folders, master):
        self._folders = [pathlib.Path(folder) for folder in folders]
        try:
            self._master = Fernet(master)
        except (ValueError, TypeError) as error:
            raise KeyTrouble("JOURNAL_KEY is no Fernet key") from error
        self._known = {}

    def get(self, conversation, purpose, make=False):
        """The key as a Fernet; a new one where there is none and `make` says so. Raises KeyGone or KeyTrouble."""
        known = self._known.get((conversation, purpose))
        path = self._path(self._folders[0], conversation, purpose)
        if known and path.exists():  # another process may have destroyed it
            return known
        try:
            wrapped = path.read_bytes()
        except FileNotFoundError:
            if not make or conversation in self.erased():
                raise KeyGone(purpose) from None
            wrapped = self._make(conversation, purpose)
        except OSError as error:
            raise KeyTrouble(type(error).__name__) from error
        try:
            key = Fernet(self._master.decrypt(wrapped))
        except InvalidToken as error:
            raise KeyTrouble("JOURNAL_KEY does not fit the keys") from error
        if len(self._known) > 2000:
            self._known.clear()
        self._known[conversation, purpose] = key
        return key

    def holds(self, conversation):
        """Whether there is a key for what is kept of the conversation."""
        return self._path(self._folders[0], conversation, RECORD).exists()

    def destroy(self, conversation, *purposes):
        """Destroy the key, or both, in every folder. Raises KeyTrouble when one of them resists, after trying all."""
        trouble = None
        for purpose in purposes or (RECORD, WORDS):
            self._known.pop((conversation, purpose), None)
            for folder in self._folders:
                try:
                    _shred(self._path(folder, conversation, purpose))
                except OSError as error:
                    trouble = error
        if trouble:
            raise KeyTrouble(type(trouble).__name__) from trouble

    def erase(self, conversation):
        """Destroy both keys for good: a copy that is put back later brings them to nothing (see `restore`)."""
        self.destroy(conversation)
        if conversation in self.erased():
            return
        line = f"{conversation}\t{datetime.datetime.now(datetime.UTC):%Y-%m-%dT%H:%M:%SZ}\n"
        for folder in self._folders:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            _append(folder / ERASED, line)

    def erased(self):
        """The ids of conversations that were erased within the term."""
        with contextlib.suppress(OSError):
            return {line.partition("\t")[0] for line in (self._folders[0] / ERASED).read_text().splitlines()}
        return set()

    def destroy_if_older(self, conversation, days):
        """Destroy keys that belong to no row and are past the term; a younger one may be of a turn that is still to be written."""
        path = self._path(self._folders[0], conversation, RECORD)
        with contextlib.suppress(FileNotFoundError):
            if time.time() - path.stat().st_mtime > days * 86_400:
                self.destroy(conversation)

    def conversations(self, purpose="*"):
        """The ids that have a key, or the key for that purpose."""
        return {path.name.partition(".")[0] for path in self._folders[0].glob(f"??/*.{purpose}.key")}

    def restore(self, folder):
        """Take over the keys in `folder`, a copy made elsewhere, but none of what was erased, here or there. Returns how many."""
        gone = self.erased()
        for line in (folder / ERASED).read_text().splitlines() if (folder / ERASED).exists() else ():
            if line.partition("\t")[0] not in gone:
                for own in self._folders:
                    own.mkdir(parents=True, exist_ok=True, mode=0o700)
                    _append(own / ERASED, line + "\n")
        gone, taken = self.erased(), 0
        for path in folder.glob("??/*.key"):
            conversation, purpose, _ = path.name.split(".")
            if conversation in gone or self._path(self._folders[0], conversation, purpose).exists():
                continue
            for own in self._folders:
                _write(self._path(own, conversation, purpose), path.read_bytes())
            taken += 1
        for conversation in gone & self.conversations():
            self.destroy(conversation)
        return taken

    def forget_erased(self, days):
        """Shorten the list of what was erased: nothing older than the term can be put back, for no copy may be older."""
        least = f"{datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=days):%Y-%m-%dT%H:%M:%SZ}"
        for folder in self._folders:
            with contextlib.suppress(FileNotFoundError):
                kept = [line for line in (folder / ERASED).read_text().splitlines() if line.partition("\t")[2] >= least]
                _write(folder / ERASED, "".join(line + "\n" for line in kept).encode())

    def _make(self, conversation, purpose):
        wrapped = self._master.encrypt(Fernet.generate_key())
        try:
            for folder in self._folders:
                _write(self._path(folder, conversation, purpose), wrapped)
        except OSError as error:
            raise KeyTrouble(type(error).__name__) from error
        return wrapped

    @staticmethod
    def _path(folder, conversation, purpose):
        if not CONVERSATION.fullmatch(conversation):
            raise ValueError("not the id of a conversation")
        return folder / conversation[:2] / f"{conversation}.{purpose}.key"


def _write(path, data):
    """Write `path` whole or not at all, and on the disk when this returns."""
    for folder in (path.parent.parent, path.parent):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    new = path.with_name(f".{path.name}.{os.getpid()}.{time.monotonic_ns()}")
    with open(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.replace(new, path)
    _sync_folder(path.parent)


def _append(path, line):
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a") as file:
        file.write(line)
        file.flush()
        os.fsync(file.fileno())


def _shred(path):
    """Overwrite and remove a file. Where a disk keeps old blocks, the master key is what guards them."""
    try:
        with open(path, "r+b") as file:
            file.write(b"\0" * path.stat().st_size)
            file.flush()
            os.fsync(file.fileno())
    except FileNotFoundError:
        return
    path.unlink(missing_ok=True)
    _sync_folder(path.parent)


def _sync_folder(folder):
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
