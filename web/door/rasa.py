"""Ask Rasa on loopback, with a deadline. Its silence is HTTP 200 with an empty list; here that is an error like any other."""

import asyncio

import httpx


class RasaSilent(Exception):
    """No usable reply: refused, too late, not JSON, empty, or without text."""


class Rasa:
    def __init__(self, url, deadline):
        self._url, self._deadline = url, deadline
        # Keeping connections spares a handshake a turn; a visitor waits at most `deadline` seconds for all of it.
        self._client = httpx.AsyncClient(timeout=httpx.Timeout(deadline, connect=1.0), limits=httpx.Limits(max_keepalive_connections=20))

    async def ask(self, conversation, text, metadata):
        """The messages that the actions gave. Raises RasaSilent."""
        body = {"sender": conversation, "message": text, "metadata": metadata}
        try:
            async with asyncio.timeout(self._deadline):
                reply = await self._client.post(f"{self._url}/webhooks/rest/webhook", json=body)
            messages = [m["custom"] for m in reply.json()]
        except (httpx.HTTPError, TimeoutError, ValueError, KeyError, TypeError) as error:
            raise RasaSilent(type(error).__name__) from error
        if not messages or not all(isinstance(m, dict) and str(m.get("text") or "").strip() for m in messages):
            raise RasaSilent("empty")
        return messages

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
