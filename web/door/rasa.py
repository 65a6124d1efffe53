"""Ask Rasa on loopback, with a deadline. Its silence is HTTP 200 with an empty list; here that is an error like any other."""

import asyncio
import contextlib

import httpx
from purgatory import AsyncCircuitBreakerFactory
from purgatory.domain.model import OpenedState

FAILURES = 3  # unreachable or too late, in a row, after which the next visitors do not wait for the same
REST = 2.0  # seconds before one of them tries again


class RasaSilent(Exception):
    """No usable reply: empty, without text, not JSON."""


class RasaGone(RasaSilent):
    """Refused, too late, or known to be so a moment ago."""


class Rasa:
    def __init__(self, url, deadline):
        self._url, self._deadline = url, deadline
        # Keeping connections spares a handshake a turn; a visitor waits at most `deadline` seconds for all of it.
        self._client = httpx.AsyncClient(timeout=httpx.Timeout(deadline, connect=1.0), limits=httpx.Limits(max_keepalive_connections=20))
        # A reply without text says that something behind Rasa is broken, and it comes at once: no reason to stop asking.
        silent = (RasaSilent, lambda error: not isinstance(error, RasaGone))
        self._breakers = AsyncCircuitBreakerFactory(default_threshold=FAILURES, default_ttl=REST, exclude=[silent])

    async def ask(self, conversation, text, metadata):
        """The messages that the actions gave. Raises RasaSilent."""
        try:
            async with await self._breakers.get_breaker("rasa"):
                return await self._ask({"sender": conversation, "message": text, "metadata": metadata})
        except OpenedState as error:
            raise RasaGone("resting") from error

    async def _ask(self, body):
        try:
            async with asyncio.timeout(self._deadline):
                reply = await self._client.post(f"{self._url}/webhooks/rest/webhook", json=body)
        except (httpx.HTTPError, TimeoutError) as error:
            raise RasaGone(type(error).__name__) from error
        try:
            messages = [m["custom"] for m in reply.json()]
        except (ValueError, KeyError, TypeError) as error:
            raise RasaSilent(type(error).__name__) from error
        if not messages or not all(isinstance(m, dict) and str(m.get("text") or "").strip() for m in messages):
            raise RasaSilent("empty")
        return messages

    async def forget(self, conversation):
        """Take a conversation out of Rasa's memory. One that cannot be reached is tried again for ten seconds; its memory is short."""
        for pause in (0.5, 1.0, 2.0, 3.0, 0.0):
            with contextlib.suppress(httpx.HTTPError):
                if (await self._client.delete(f"{self._url}/webhooks/rest/conversations/{conversation}", timeout=2.0)).status_code == 200:
                    return True
            await asyncio.sleep(pause)
        return False

    async def is_up(self):
        return await self._answers(f"{self._url}/")

    async def action_server_is_up(self, webhook):
        return await self._answers(webhook.removesuffix("/webhook") + "/health")

    async def _answers(self, url):
        try:
            return (await self._client.get(url, timeout=2.0)).status_code == 200
        except httpx.HTTPError:
            return False

    async def close(self):
        await self._client.aclose()
