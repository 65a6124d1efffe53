"""Settings of the door, from the environment or the project's `.env` (documented in `.env.example`)."""

import dataclasses
import os
import pathlib

from dotenv import load_dotenv

ROOT = pathlib.Path(__file__).resolve().parents[2]


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
    allowed_origins: tuple = ()  # other websites that may carry the widget
    content_dir: pathlib.Path = ROOT / "content"
    static_dir: pathlib.Path = ROOT / "web" / "widget"

    @classmethod
    def from_environment(cls, env_file=ROOT / ".env"):
        load_dotenv(env_file)
        get = os.environ.get
        return cls(
            host=get("DOOR_HOST", cls.host),
            port=int(get("DOOR_PORT", cls.port)),
            rasa_url=get("RASA_URL", cls.rasa_url).rstrip("/"),
            action_server_url=get("ACTION_SERVER_URL", cls.action_server_url),
            rasa_deadline=float(get("RASA_DEADLINE", cls.rasa_deadline)),
            session_idle_minutes=float(get("SESSION_IDLE_MINUTES", cls.session_idle_minutes)),
            session_limit=get("SESSION_LIMIT", cls.session_limit),
            address_limit=get("ADDRESS_LIMIT", cls.address_limit),
            opening_limit=get("OPENING_LIMIT", cls.opening_limit),
            most_waiting=int(get("MOST_WAITING", cls.most_waiting)),
            allowed_origins=tuple(o.strip() for o in get("ALLOWED_ORIGINS", "").split(",") if o.strip()),
            content_dir=pathlib.Path(get("CONTENT_DIR") or cls.content_dir),
        )
