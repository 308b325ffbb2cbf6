"""Posters, fetched for people so that their own devices need not ask others for them."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus
from urllib.parse import urlsplit

from adapters.http import HttpService
from bot.integration import Instance, Outside

IMAGES = "https://image.tmdb.org/t/p/"
LARGEST = 4 * 2**20
CALLS = 20
_STEERING = ("%", "..", "\\", "?", "#")


class Pictures:
    """The place of the pictures, which is another one than that of the facts, and knows no secrets."""

    def __init__(self, instance: Instance, outside: Outside) -> None:
        self.address = f"{(instance.options.get('images_url') or IMAGES).rstrip('/')}/"
        parts = urlsplit(self.address)
        elsewhere = replace(instance, url=f"{parts.scheme}://{parts.netloc}", secret="", options={})
        self._http = HttpService(elsewhere, outside, calls=CALLS, largest=LARGEST)

    async def of(self, url: str) -> bytes | None:
        """The picture at ``url``; None where that is not here, or there is none. Raises as ``HttpService``."""
        if not url.startswith(self.address) or any(sign in url for sign in _STEERING):
            return None
        reply = await self._http.get(urlsplit(url).path, headers={"Accept": "image/*"})
        return reply.body if reply.status == HTTPStatus.OK else None

    async def close(self) -> None:
        await self._http.close()
