"""Call-back requests, kept encrypted until staff can see them in the console.

One file per request in `OUTBOX_DIR`, under authenticated encryption (Fernet) with `OUTBOX_KEY`, which `make run` creates in
`.env`: never beside the data.
"""

import datetime
import json
import os
import pathlib
import uuid

from cryptography.fernet import Fernet


class OutboxError(Exception):
    """The request could not be kept; the visitor must hear that calling is the sure way."""


def put(request, folder=None, key=None):
    """Keep `request` (a dict of texts) and return the path of its file. Raises OutboxError."""
    folder = pathlib.Path(folder or os.environ.get("OUTBOX_DIR", "var/outbox"))
    key = key or os.environ.get("OUTBOX_KEY", "")
    try:
        sealed = Fernet(key).encrypt(json.dumps({**request, "received": datetime.datetime.now(datetime.timezone.utc).isoformat()}).encode())
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = folder / f"{uuid.uuid4().hex}.request"
        path.write_bytes(sealed)
    except (ValueError, OSError) as error:
        raise OutboxError(f"a call-back request could not be kept: {type(error).__name__}") from error
    return path


def read(path, key=None):
    """The request in `path`."""
    return json.loads(Fernet(key or os.environ["OUTBOX_KEY"]).decrypt(pathlib.Path(path).read_bytes()))
