"""The public chat API (docs/chat-api.md): the only thing a visitor can reach.

Run with `uvicorn web.door.app:app` from the project's root, or `make run`.
"""

import asyncio
import concurrent.futures
import contextlib
import datetime
import gc
import json
import logging
import sys
import time
import uuid

from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import FileResponse, JSONResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot import safety
from bot.answers import ContentStore
from web.door.limits import Limits
from web.door.rasa import Rasa
from web.door.sessions import Sessions
from web.door.settings import Settings, SettingsError
from web.door.turn import Conversationalist, clean
from web.door.writer import Writer
from web.journal.keys import Keys
from web.journal.store import Comment, Journal, Turn

log = logging.getLogger("door")
MOST_CHARACTERS = 1000
MOST_BYTES = 64_000  # of a request; a longer one is not read to the end
EXAMINERS = 2  # threads that examine longer texts
BRIEF = 250  # characters of a text that is examined in a few milliseconds
TURNS = 0.001  # seconds until one thread gives way to another; Python's own five make a busy door slow for everybody
EXAMINED = 8_000  # characters of an over-long text that are still examined for danger
PAGE_CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


SECURITY_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
CHAT_HEADERS = {"Cache-Control": "no-store", "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'"}
LOOK_AT_CONTENT = 2.0  # seconds between looks for content that was changed
SWEEP = 30.0  # seconds between looks for conversations that have ended
PATIENCE = 0.5  # seconds that a reply waits to be written down
CARD_PATIENCE = 0.025  # the same of a crisis card
ERASING = 2.0  # seconds that erasing may take before the visitor hears that it is not done yet
STARTING = 600.0  # seconds after which the daily work must have been done once
DAILY = datetime.timedelta(hours=26)


class Refused(Exception):
    """A request that cannot be served; `key` names its Dutch sentence in content/texts.yml."""

    def __init__(self, status, key):
        self.status, self.key = status, key


class Door:
    """The handlers, around one set of sessions, content and Rasa."""

    def __init__(self, settings):
        self.settings = settings
        self.content = ContentStore(settings.content_dir, interval=None)
        self.limits = Limits(settings.session_limit, settings.address_limit, settings.opening_limit, settings.most_waiting)
        self.rasa = Rasa(settings.rasa_url, settings.rasa_deadline)
        self.sessions = Sessions(settings.session_idle_minutes, settings.most_sessions)
        self.talk = Conversationalist(self.content, self.rasa, self.sessions)
        # Few at once: the threads of long texts and the loop take turns, and each thread more makes everybody else wait longer.
        self._examining = concurrent.futures.ThreadPoolExecutor(EXAMINERS)
        if not settings.journal_key:
            raise SettingsError("JOURNAL_KEY is empty; `make run` makes one in .env.")
        keys = Keys(settings.keys_dirs, settings.journal_key)
        self.writer = Writer(lambda: Journal(settings.journal_url, keys))
        self._opened = time.monotonic()
        self._forgetting = set()

    def error(self, status, key):
        content = self.content.current()
        headers = {"Retry-After": "60"} if status in (429, 503) else None
        return JSONResponse({"error": content.fill(content.texts[key])}, status, headers)

    async def session_of(self, request):
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        token = token if scheme.lower() == "bearer" else ""
        session = self.sessions.find(token) or await self._resume(token)
        if session is None:
            raise Refused(401, "session_gone")
        return session

    async def _resume(self, token):
        """A conversation that another process began and that has not ended."""
        key = self.sessions.key(token)
        if not token or not self.writer.keys.holds(key):
            return None
        found = await self.writer.read(lambda journal: journal.state(key))
        if not found or (datetime.datetime.now(datetime.UTC) - found[1]).total_seconds() > self.sessions.idle_seconds:
            return None
        session = self.sessions.resume(key, found[0])
        if not session.history:
            self.talk.greet(session)
        return session

    @staticmethod
    async def body_of(request):
        raw = b""
        async for chunk in request.stream():
            raw += chunk
            if len(raw) > MOST_BYTES:
                raise Refused(413, "too_long")
        try:
            body = json.loads(raw)
        except (ValueError, RecursionError) as error:
            raise Refused(400, "not_text") from error
        if not isinstance(body, dict):
            raise Refused(400, "not_text")
        return body

    async def open_session(self, request):
        if not self.limits.may_open(request.client and request.client.host):
            raise Refused(429, "too_often")
        token, session = self.sessions.open()
        return JSONResponse({"token": token, "messages": self.talk.greet(session)}, 201)

    async def erase_session(self, request):
        session = await self.session_of(request)
        self.sessions.erase(session)
        for rasa_id in (*session.rasa_ids, session.rasa_id):
            task = asyncio.create_task(self.rasa.forget(rasa_id))
            self._forgetting.add(task)
            task.add_done_callback(self._forgetting.discard)
        if not await self.writer.erase(session.key, ERASING):
            raise Refused(503, "erase_later")
        content = self.content.current()
        return JSONResponse({"message": content.fill(content.texts["erased"])})

    async def history(self, request):
        session = await self.session_of(request)
        written = None if self.writer.waiting else await self.writer.read(lambda journal: journal.history(session.key))
        return JSONResponse({"messages": [session.history[0], *written] if written else session.history})

    async def message(self, request):
        session = await self.session_of(request)
        body = await self.body_of(request)
        ident = _client_id(body.get("id"))
        if ident not in session.replies:
            session.replies[ident] = asyncio.ensure_future(self._turn(session, ident, body, request.client and request.client.host))
            session.replies[ident].add_done_callback(_retrieve)
        try:
            # Shielded: the turn goes on when this visitor's connection breaks, and a second try finds its reply.
            messages = await asyncio.shield(session.replies[ident])
        except Refused:
            session.replies.pop(ident, None)  # nothing happened, so the same id may be used for a better message
            raise
        except asyncio.CancelledError:
            if session.replies.get(ident) and session.replies[ident].cancelled():
                raise Refused(401, "session_gone") from None
            raise
        return JSONResponse({"messages": messages})

    async def _turn(self, session, ident, body, host):
        """The messages of a turn, written down."""
        if session.is_resumed:
            written = await self.writer.read(lambda journal: journal.reply(session.key, ident))
            if written:
                return written
        outcome = await self._outcome(session, body, host)
        ranking = outcome.recognised.get("ranking") or ()
        turn = Turn(
            conversation=session.key,
            client_id=ident,
            number=outcome.number,
            said=outcome.said,
            messages=outcome.messages,
            state=session.state(),
            in_form=outcome.in_form,
            signal=outcome.signal and f"{outcome.signal.level}:{outcome.signal.kind}",
            ranking=tuple(ranking),
            content_version=self.content.current().version,
            model=outcome.recognised.get("model"),
        )
        is_card = outcome.messages[0]["kind"] == "crisis"
        await self.writer.record(turn, CARD_PATIENCE if is_card else PATIENCE)
        return outcome.messages

    async def _outcome(self, session, body, host):
        if "button" in body:
            if not isinstance(body["button"], str) or body["button"] not in session.payloads:
                raise Refused(400, "button_gone")
            self._make_room(session, host)
            return await self._counted(self.talk.press(session, body["button"]))
        if not isinstance(body.get("text"), str):
            raise Refused(400, "not_text")
        said = clean(body["text"])
        if not said:
            raise Refused(400, "empty_message")
        signal = await self._examine(session, said)
        if signal and signal.level == safety.CRISIS:
            return self.talk.crisis(session, said[:MOST_CHARACTERS], signal)
        if len(said) > MOST_CHARACTERS:
            raise Refused(413, "too_long")
        self._make_room(session, host)
        return await self._counted(self.talk.say(session, said, signal))

    async def _examine(self, session, text):
        """What is heard in a text. A long one beside the loop: a story, or hundreds of sentences of one letter, take a moment to read."""
        if len(text) <= BRIEF:
            return self.talk.danger(session, text)
        return await asyncio.get_running_loop().run_in_executor(self._examining, self.talk.danger, session, text[:EXAMINED])

    def _make_room(self, session, host):
        """Refuse a turn that is one too many. Crisis turns have had their card before this."""
        if self.limits.is_busy:
            raise Refused(503, "busy")
        if not self.limits.may_say(session, host):
            raise Refused(429, "too_often")

    async def _counted(self, turn):
        self.limits.waiting += 1
        try:
            return await turn
        finally:
            self.limits.waiting -= 1

    async def feedback(self, request):
        session = await self.session_of(request)
        body = await self.body_of(request)
        told = session.history
        if session.is_resumed:
            told = [*told, *(await self.writer.read(lambda journal: journal.history(session.key)) or ())]
        known = {m["id"] for m in told if m["from"] == "bot"}
        comment = body.get("comment")
        if body.get("message") not in known or not isinstance(body.get("helpful"), bool) or not isinstance(comment, (str, type(None))):
            raise Refused(400, "not_text")
        comment = clean(comment or "")
        given = Comment(session.key, body["message"], body["helpful"], comment[:MOST_CHARACTERS], session.state())
        await self.writer.record(given, PATIENCE)
        signal = await self._examine(session, comment) if comment else None
        content = self.content.current()
        is_crisis = signal and signal.level == safety.CRISIS
        messages = self.talk.crisis(session, comment[:MOST_CHARACTERS], signal).messages if is_crisis else []
        return JSONResponse({"message": content.fill(content.texts["feedback_thanks"]), "messages": messages})

    async def practice(self, request):
        content = self.content.current()
        practice = {key: content.practice.get(key) or None for key in ("name", "phone", "notice", "accent", "intake_url")}
        texts = {key: content.fill(content.texts[key]) for key in ("help_title", "help_text", "storing")}
        return JSONResponse({**practice, "texts": texts})

    async def health(self, request):
        rasa, actions = await asyncio.gather(self.rasa.is_up(), self.rasa.action_server_is_up(self.settings.action_server_url))
        content = self.content.current()
        past_review = sorted(a.slug for a in content.answers.values() if a.is_past_review())
        journal = self.writer.state
        parts = {
            "rasa": rasa,
            "actions": actions,
            "content": self.content.problem is None,
            "journal": journal["well"],
            "retention": await self._is_kept_short(),
        }
        well = all(parts.values())
        return JSONResponse(
            {
                "status": "ok" if well else "red",
                "parts": parts,
                "content_problem": self.content.problem,
                "past_review": past_review,
                "journal": journal,
                "sessions": len(self.sessions),
            },
            200 if well else 503,
        )

    async def _is_kept_short(self):
        """Whether what is too old was deleted lately (the daily work of web/journal/worker.py)."""
        done = (await self.writer.read(lambda journal: journal.job_times()) or {}).get("retention")
        if done is None:
            return time.monotonic() - self._opened < STARTING
        return datetime.datetime.now(datetime.UTC) - done < DAILY

    async def page(self, request):
        name = request.url.path.strip("/") or "index"
        return FileResponse(self.settings.static_dir / "demo" / f"{name}.html", headers={"Content-Security-Policy": PAGE_CSP})

    async def widget(self, request):
        return FileResponse(self.settings.static_dir / "dist" / "widget.js", media_type="text/javascript")


def _client_id(value):
    try:
        return str(uuid.UUID(value))
    except (ValueError, TypeError, AttributeError) as error:
        raise Refused(400, "not_text") from error


def _retrieve(task):
    """Look at the outcome of a turn whose visitor has gone, so that nothing is logged about it."""
    if not task.cancelled():
        task.exception()


def create_app(settings=None):
    """The ASGI application. Raises ContentError when there is no usable content to start with."""
    settings = settings or Settings.from_environment()
    door = Door(settings)

    async def refused(request, error):
        return door.error(error.status, error.key)

    async def failed(request, error):
        return JSONResponse({"error": door.talk.out_of_order()["text"]}, 500)

    @contextlib.asynccontextmanager
    async def lifespan(app):
        sys.setswitchinterval(TURNS)
        safety.detect("hallo")  # the first visitor in danger does not wait for weights to be read
        gc.collect()
        gc.freeze()  # half a million weights and words: looking through them for garbage again and again stops everything for a second
        door.writer.start()

        async def look_at_content():
            await asyncio.to_thread(door.content.refresh)  # reading and checking all files takes the better part of a second

        async def sweep():
            door.sessions.sweep()

        tasks = [asyncio.create_task(_every(LOOK_AT_CONTENT, look_at_content)), asyncio.create_task(_every(SWEEP, sweep))]
        yield
        for task in tasks:
            task.cancel()
        await door.rasa.close()
        await asyncio.to_thread(door.writer.close)

    routes = [
        Route("/chat/sessions", door.open_session, methods=["POST"]),
        Route("/chat/sessions", door.erase_session, methods=["DELETE"]),
        Route("/chat/messages", door.message, methods=["POST"]),
        Route("/chat/messages", door.history, methods=["GET"]),
        Route("/chat/feedback", door.feedback, methods=["POST"]),
        Route("/chat/practice", door.practice),
        Route("/health", door.health),
        Route("/widget.js", door.widget),
        Route("/", door.page),
        Route("/embed", door.page),
        Mount("/", StaticFiles(directory=settings.static_dir / "demo")),
    ]
    middleware = [
        Middleware(_with_headers),
        Middleware(
            CORSMiddleware,
            allow_origins=list(settings.allowed_origins),
            allow_methods=["GET", "POST", "DELETE"],
            allow_headers=["authorization", "content-type"],
        ),
    ]
    app = Starlette(routes=routes, middleware=middleware, lifespan=lifespan, exception_handlers={Refused: refused, 500: failed})
    app.state.door = door
    return app


async def _every(seconds, work):
    """Do `work` again and again, whatever becomes of one time."""
    while True:
        await asyncio.sleep(seconds)
        try:
            await work()
        except Exception as error:
            log.error("%s failed: %s", work.__name__, type(error).__name__)


def _with_headers(app):
    """`app`, its replies with the headers that tell browsers what not to do with them; a page brings its own content policy."""

    async def with_headers(scope, receive, send):
        if scope["type"] != "http":
            return await app(scope, receive, send)
        added = SECURITY_HEADERS if not scope["path"].startswith("/chat/") else SECURITY_HEADERS | CHAT_HEADERS

        async def send_with_headers(event):
            if event["type"] == "http.response.start":
                MutableHeaders(scope=event).update(added)
            await send(event)

        await app(scope, receive, send_with_headers)

    return with_headers


def __getattr__(name):
    """`app` is made when uvicorn asks for it, so that tests can import this module without content."""
    if name == "app":
        return create_app()
    raise AttributeError(name)
