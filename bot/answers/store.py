"""Hold the last good content and swap it whole when the files change."""

import logging
import pathlib
import threading
import time

from bot.answers.content import ContentError, answer_files, load_content

log = logging.getLogger(__name__)


class ContentStore:
    """The content as of now: `current()` looks at the folder at most once in `interval` seconds.

    With None for an interval it never looks: who may not wait for files calls `refresh` from another thread.
    A set that does not load leaves the one before in place; the reason is logged and stands in `problem`.
    Raises `ContentError` only when there has never been a good set.
    """

    def __init__(self, folder, interval=2.0):
        self.folder = pathlib.Path(folder)
        self.interval = interval
        self.problem = None
        self._lock = threading.Lock()
        self._stamp = self._fingerprint()
        self._content = load_content(self.folder)
        self._looked = time.monotonic()

    def current(self):
        if self.interval is not None and time.monotonic() - self._looked >= self.interval and self._lock.acquire(blocking=False):
            try:
                self._looked = time.monotonic()
                self.refresh()
            finally:
                self._lock.release()
        return self._content

    def refresh(self):
        """Take over what changed in the folder; what does not load is left out and named in `problem`."""
        stamp = self._fingerprint()
        if stamp == self._stamp:
            return
        self._stamp = stamp
        try:
            self._content, self.problem = load_content(self.folder), None
            log.info("content swapped: %d answers", len(self._content.answers))
        except ContentError as error:
            self.problem = str(error)
            log.error("content not swapped, the last good set stays in use. %s", error)

    def _fingerprint(self):
        paths = [*answer_files(self.folder), *self.folder.glob("*.yml")]
        stamps = []
        for path in sorted(paths):
            try:
                stat = path.stat()
                stamps.append((path.name, stat.st_mtime_ns, stat.st_size))
            except OSError:  # taken away between listing and looking: the next look settles it
                continue
        return tuple(stamps)
