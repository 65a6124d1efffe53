"""Call-back requests lie encrypted, and a failure to keep one is said."""

import pytest
from cryptography.fernet import Fernet

from bot import outbox

REQUEST = {"name": "Fatima el Amrani", "phone": "+31612345678", "moment": "'s ochtends", "consent": "ja"}


def test_a_request_can_be_read_back_with_the_key_and_only_so(tmp_path):
    key = Fernet.generate_key().decode()
    path = outbox.put(REQUEST, tmp_path, key)
    assert REQUEST.items() <= outbox.read(path, key).items()
    stored = path.read_bytes()
    assert b"Fatima" not in stored and b"612345678" not in stored


@pytest.mark.parametrize("key", ["", "not a key"])
def test_without_a_usable_key_nothing_is_written_and_the_caller_knows(tmp_path, key, monkeypatch):
    monkeypatch.delenv("OUTBOX_KEY", raising=False)
    with pytest.raises(outbox.OutboxError) as error:
        outbox.put(REQUEST, tmp_path / "outbox", key)
    assert "Fatima" not in str(error.value) and not list(tmp_path.rglob("*.request"))
