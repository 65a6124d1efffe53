"""The public chat API (docs/chat-api.md): the only thing a visitor can reach.

Run with `uvicorn web.door.app:app` from the project's root, or `make run`.
"""

import asyncio
import contextlib
import json
import logging
import uuid

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import FileResponse, JSONResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.answers import ContentStore
from web.door.rasa import Rasa
from web.door.sessions import Sessions
from web.door.settings import Settings
from web.door.turn import Conversationalist, clean

log = logging.getLogger("door")
MOST_CHARACTERS = 1000
MOST_BYTES = 64_000  # of a request; a longer one is not read to the end
EXAMINED = 16_000  # characters of an over-long text that are still examined for danger
PAGE_CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


class Refused(Exception):
    """A request that cannot be served; `key` names its Dutch sentence in content/texts.yml."""

    def __init__(self, status, key):
        self.status, self.key = status, key


class Door:
    """The handlers, around one set of sessions, content and Rasa."""

    def __init__(self, settings):
        self.settings = settings
        self.content = ContentStore(settings.content_dir)
        self.rasa = Rasa(settings.rasa_url, settings.rasa_deadline)
        self.sessions = Sessions(settings.session_idle_minutes, settings.most_sessions)
        self.talk = Conversationalist(self.content, self.rasa, self.sessions)

    def error(self, status, key):
        content = self.content.current()
        return JSONResponse({"error": content.fill(content.texts[key])}, status)

    def session_of(self, request):
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        session = self.sessions.find(token) if scheme.lower() == "bearer" and token else None
        if session is None:
            raise Refused(401, "session_gone")
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
        token, session = self.sessions.open()
        return JSONResponse({"token": token, "messages": self.talk.greet(session)}, 201)

    async def erase_session(self, request):
        self.sessions.erase(self.session_of(request))
        content = self.content.current()
        return JSONResponse({"message": content.fill(content.texts["erased"])})

    async def history(self, request):
        return JSONResponse({"messages": self.session_of(request).history})

    async def message(self, request):
        session = self.session_of(request)
        body = await self.body_of(request)
        ident = _client_id(body.get("id"))
        if ident not in session.replies:
            session.replies[ident] = asyncio.ensure_future(self._turn(session, body))
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

    async def _turn(self, session, body):
        if "button" in body:
            if not isinstance(body["button"], str) or body["button"] not in session.payloads:
                raise Refused(400, "button_gone")
            return await self._always(self.talk.press(session, body["button"]))
        if not isinstance(body.get("text"), str):
            raise Refused(400, "not_text")
        said = clean(body["text"])
        if not said:
            raise Refused(400, "empty_message")
        signal = self.talk.danger(said[:EXAMINED])
        if signal:
            return self.talk.crisis(session, said[:MOST_CHARACTERS], signal)
        if len(said) > MOST_CHARACTERS:
            raise Refused(413, "too_long")
        return await self._always(self.talk.say(session, said))

    async def _always(self, turn):
        """The turn's messages, or the fallback when the door's own code fails: a visitor never gets silence."""
        try:
            return await turn
        except asyncio.CancelledError:
            raise
        except Exception as error:  # the text of the error may hold a visitor's words, so only its kind is logged
            log.error("a turn failed: %s", type(error).__name__)
            return [{"id": uuid.uuid4().hex, **self.talk.out_of_order(), "buttons": []}]

    async def feedback(self, request):
        session = self.session_of(request)
        body = await self.body_of(request)
        known = {m["id"] for m in session.history if m["from"] == "bot"}
        comment = body.get("comment")
        if body.get("message") not in known or not isinstance(body.get("helpful"), bool) or not isinstance(comment, (str, type(None))):
            raise Refused(400, "not_text")
        comment = clean(comment or "")
        session.feedback[body["message"]] = (body["helpful"], comment[:MOST_CHARACTERS])
        signal = self.talk.danger(comment[:EXAMINED]) if comment else None
        content = self.content.current()
        messages = self.talk.crisis(session, comment[:MOST_CHARACTERS], signal) if signal else []
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
        parts = {"rasa": rasa, "actions": actions, "content": self.content.problem is None}
        well = all(parts.values())
        return JSONResponse(
            {
                "status": "ok" if well else "red",
                "parts": parts,
                "content_problem": self.content.problem,
                "past_review": past_review,
                "sessions": len(self.sessions),
            },
            200 if well else 503,
        )

    async def page(self, request):
        return FileResponse(self.settings.static_dir / "demo" / "index.html", headers={"Content-Security-Policy": PAGE_CSP})

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
        sweeping = asyncio.create_task(_sweep(door.sessions))
        yield
        sweeping.cancel()
        await door.rasa.close()

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
        Mount("/", StaticFiles(directory=settings.static_dir / "demo")),
    ]
    middleware = [
        Middleware(
            CORSMiddleware,
            allow_origins=list(settings.allowed_origins),
            allow_methods=["GET", "POST", "DELETE"],
            allow_headers=["authorization", "content-type"],
        )
    ]
    app = Starlette(routes=routes, middleware=middleware, lifespan=lifespan, exception_handlers={Refused: refused, 500: failed})
    app.state.door = door
    return app


async def _sweep(sessions, every=30):
    while True:
        await asyncio.sleep(every)
        sessions.sweep()


def __getattr__(name):
    """`app` is made when uvicorn asks for it, so that tests can import this module without content."""
    if name == "app":
        return create_app()
    raise AttributeError(name)
