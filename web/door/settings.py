"""Settings of the door, from the environment or the project's `.env` (documented in `.env.example`)."""

import dataclasses
import os
import pathlib

import limits
from dotenv import load_dotenv

ROOT = pathlib.Path(__file__).resolve().parents[2]
A_LIMIT = "a limit such as 20/minute (empty for none)"


class SettingsError(ValueError):
    """A setting that cannot be read; the message says which, and what it should be."""


@dataclasses.dataclass(frozen=True)
class Settings:
    host: str = "127.0.0.1"
    port: int = 8000
    rasa_url: str = "http://127.0.0.1:5005"
    action_server_url: str = "http://127.0.0.1:5055/webhook"
    rasa_deadline: float = 4.0  # seconds that Rasa may take; the visitor has an answer within five
    session_idle_minutes: float = 30
    most_sessions: int = 5000
    session_limit: str = "20/minute"  # messages; see web/door/limits.py
    address_limit: str = "120/minute"  # messages of all visitors behind one address prefix
    opening_limit: str = "30/minute"  # sessions opened behind one address prefix
    most_waiting: int = 64  # turns under way; more of them would not be answered in time
    journal_url: str = f"sqlite:///{ROOT / 'var' / 'journal' / 'journal.db'}"
    keys_dirs: tuple = (ROOT / "var" / "keys",)  # the second and further ones are copies
    journal_key: str = ""  # Fernet key that wraps the keys of conversations
    retention_days: int = 30
    backup_dir: pathlib.Path | None = None
    allowed_origins: tuple = ()  # other websites that may carry the widget
    content_dir: pathlib.Path = ROOT / "content"
    static_dir: pathlib.Path = ROOT / "web" / "widget"

    @classmethod
    def from_environment(cls, env_file=ROOT / ".env"):
        load_dotenv(env_file)
        return cls.of(os.environ)

    @classmethod
    def of(cls, given):
        """The settings in `given`, by the names of `.env.example`. Raises SettingsError, which names the one that cannot be read."""

        def get(name, default, kind, wanted):
            value = given.get(name)
            try:
                return default if value is None else kind(value)
            except ValueError:
                raise SettingsError(f"{name}={value!r} in .env is not {wanted}.") from None

        return cls(
            host=given.get("DOOR_HOST", cls.host),
            port=get("DOOR_PORT", cls.port, int, "a port number"),
            rasa_url=given.get("RASA_URL", cls.rasa_url).rstrip("/"),
            action_server_url=given.get("ACTION_SERVER_URL", cls.action_server_url),
            rasa_deadline=get("RASA_DEADLINE", cls.rasa_deadline, float, "a number of seconds"),
            session_idle_minutes=get("SESSION_IDLE_MINUTES", cls.session_idle_minutes, float, "a number of minutes"),
            session_limit=get("SESSION_LIMIT", cls.session_limit, _limit, A_LIMIT),
            address_limit=get("ADDRESS_LIMIT", cls.address_limit, _limit, A_LIMIT),
            opening_limit=get("OPENING_LIMIT", cls.opening_limit, _limit, A_LIMIT),
            most_waiting=get("MOST_WAITING", cls.most_waiting, int, "a whole number"),
            journal_url=given.get("JOURNAL_URL") or cls.journal_url,
            keys_dirs=tuple(pathlib.Path(d) for d in (given.get("KEYS_DIR") or cls.keys_dirs[0], given.get("KEYS_COPY_DIR")) if d),
            journal_key=given.get("JOURNAL_KEY", cls.journal_key),
            retention_days=get("RETENTION_DAYS", cls.retention_days, _days, "a number of days from 1 to 90"),
            backup_dir=pathlib.Path(given["BACKUP_DIR"]) if given.get("BACKUP_DIR") else None,
            allowed_origins=tuple(o.strip() for o in given.get("ALLOWED_ORIGINS", "").split(",") if o.strip()),
            content_dir=pathlib.Path(given.get("CONTENT_DIR") or cls.content_dir),
        )


def _days(value):
    days = int(value)
    if not 1 <= days <= 90:
        raise ValueError(value)
    return days


def _limit(value):
    if value:
        limits.parse(value)
    return value
