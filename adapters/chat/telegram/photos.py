"""Where Telegram gets a photo from: what it has already, an address it can reach, or bytes we send along."""

from __future__ import annotations

from collections import OrderedDict
from urllib.parse import urlsplit

import aiohttp

from adapters.chat.telegram.limits import LARGEST_PHOTO
from adapters.chat.telegram.markup import is_page, is_public

_REMEMBERED = 5_000
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF")
"""How PNG, JPEG and WebP begin. Telegram takes no SVG."""


class Photos:
    """Sources of photos by address, best first; what was refused once is not tried again."""

    def __init__(self, own: str, patience: float) -> None:
        self._own, self._patience = _origin(own), patience
        self._known: OrderedDict[str, tuple[str, str]] = OrderedDict()
        self._refused: OrderedDict[str, set[str]] = OrderedDict()
        self._session: aiohttp.ClientSession | None = None

    async def source(self, url: str) -> str | bytes | None:
        """A file id, the address itself, or bytes; None where the photo cannot be had."""
        refused = self._refused.get(url, set())
        if url in self._known:
            return self._known[url][0]
        if _is_drawing(url) or not is_page(url):
            return None
        if "address" not in refused and is_public(url):
            return url
        if "bytes" in refused or not (is_public(url) or _origin(url) == self._own):
            return None  # any other address inside would let whoever wrote it look at what only we can reach
        content = await self._fetched(url)
        if content is None:
            self._note(url, "bytes")
        return content

    def unique(self, url: str) -> str:
        """Unique id of the photo, where Telegram has it."""
        return self._known.get(url, ("", ""))[1]

    def taken(self, url: str, file_id: str, unique_id: str) -> None:
        """Telegram has it now."""
        if file_id:
            self._known[url] = (file_id, unique_id)
            _shorten(self._known)

    def refuse(self, url: str, source: str | bytes) -> None:
        """Telegram would not take that."""
        known = self._known.pop(url, None)
        if known is None:
            self._note(url, "bytes" if isinstance(source, bytes) else "address")

    async def close(self) -> None:
        """Closes all connections."""
        if self._session is not None:
            await self._session.close()

    def _note(self, url: str, kind: str) -> None:
        self._refused.setdefault(url, set()).add(kind)
        _shorten(self._refused)

    async def _fetched(self, url: str) -> bytes | None:
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=self._patience))
        try:
            async with self._session.get(url, allow_redirects=False) as response:
                if response.status != 200:
                    return None
                content = await response.content.read(LARGEST_PHOTO + 1)
                while len(content) <= LARGEST_PHOTO and (more := await response.content.read(LARGEST_PHOTO)):
                    content += more
        except (TimeoutError, aiohttp.ClientError, OSError):
            return None
        return content if len(content) <= LARGEST_PHOTO and content.startswith(_PICTURES) else None


def _is_drawing(url: str) -> bool:
    return urlsplit(url).path.endswith((".svg", ".svgz"))


def _origin(url: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(url)
    return parts.scheme, parts.hostname, parts.port


def _shorten(held: OrderedDict[str, tuple[str, str]] | OrderedDict[str, set[str]]) -> None:
    while len(held) > _REMEMBERED:
        held.popitem(last=False)
