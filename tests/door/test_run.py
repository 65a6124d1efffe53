"""Starting the assistant: what is missing or in the way is said before anything starts, with what to do."""

import re
import shutil
import socket

import pytest
from support import ROOT

from web import run


@pytest.fixture
def house(tmp_path, monkeypatch):
    """A copy of what `check` looks at, complete."""
    for name in run.PORTS:
        monkeypatch.delenv(name, raising=False)
    shutil.copyfile(ROOT / ".env.example", tmp_path / ".env.example")
    shutil.copytree(ROOT / "content", tmp_path / "content")
    for path in ("models/praktijk.tar.gz", "build/nl_model/meta.json"):
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).write_text("")
    return tmp_path


def settings(house, **changes):
    return {**run.environment(house), "DOOR_PORT": "0", "RASA_PORT": "0", "ACTION_SERVER_PORT": "0", **changes}


def test_a_complete_house_may_start(house):
    run.check(settings(house), house)


def test_a_missing_env_is_made_with_a_key_of_its_own_that_only_the_owner_reads(house):
    first = run.environment(house)["OUTBOX_KEY"]
    assert len(first) == 44 and run.environment(house)["OUTBOX_KEY"] == first
    assert (house / ".env").stat().st_mode & 0o077 == 0
    other = house / "other"
    other.mkdir()
    shutil.copyfile(house / ".env.example", other / ".env.example")
    assert run.environment(other)["OUTBOX_KEY"] != first


def test_the_environment_goes_before_the_file(house, monkeypatch):
    monkeypatch.setenv("DOOR_PORT", "8123")
    assert run.environment(house)["DOOR_PORT"] == "8123"


def test_a_port_in_use_is_named_with_the_setting_to_change(house):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(run.NotReady, match=rf"Port {port} is in use.*DOOR_PORT"):
            run.check(settings(house, DOOR_PORT=str(port)), house)


@pytest.mark.parametrize(
    ("name", "value"), [("RASA_PORT", "veel"), ("SESSION_LIMIT", "20 per minuutje"), ("RASA_DEADLINE", "vier"), ("MOST_WAITING", "")]
)
def test_a_setting_that_cannot_be_read_is_named(house, name, value):
    with pytest.raises(run.NotReady, match=f"{name}='{value}'"):
        run.check(settings(house, **{name: value}), house)


def test_an_empty_limit_is_no_limit(house):
    run.check(settings(house, SESSION_LIMIT=""), house)


def test_an_absent_model_says_which_command_makes_it(house):
    (house / "models" / "praktijk.tar.gz").unlink()
    with pytest.raises(run.NotReady, match="make train"):
        run.check(settings(house), house)


def test_broken_content_is_named_by_file_line_and_reason(house):
    path = house / "content" / "answers" / "ipt_wat.md"
    path.write_text(re.sub(r"^referral: \w+", "referral: altijd", path.read_text(encoding="utf-8"), flags=re.M), encoding="utf-8")
    with pytest.raises(run.NotReady, match=r"ipt_wat\.md:\d+: 'altijd' kan hier niet"):
        run.check(settings(house), house)
