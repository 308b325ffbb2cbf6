"""Posters of catalogues of the world, fetched once and kept here: nobody's device has to ask anybody else for them."""

from __future__ import annotations

import asyncio
import hashlib
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.errors import RecommendarrError

if TYPE_CHECKING:
    from pathlib import Path

    from bot.services import Services
    from engine.domain.items import Item

FOLDER = "posters"
"""In the data directory; what is in it can be thrown away."""
MOST = 20_000
"""Pictures of some 50 kB; the oldest make room."""
PATIENCE = 4.0
"""Seconds that a card waits for its poster, before it is shown with a drawn one."""
_SIGNS = {b"\xff\xd8\xff": "image/jpeg", b"\x89PNG\r\n\x1a\n": "image/png"}
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Poster:
    """A picture and its type."""

    body: bytes
    type: str


async def poster_of(services: Services, item: Item) -> Poster | None:
    """The title's real poster; None where there is none, or it cannot be had now: then one is drawn."""
    metadata = services.stack.metadata if services.stack is not None else None
    if not item.poster_url or metadata is None:
        return None
    path = services.settings.data_dir / FOLDER / hashlib.blake2b(item.poster_url.encode(), digest_size=16).hexdigest()
    if (kept := await asyncio.to_thread(_read, path)) is not None:
        return _checked(kept)
    try:
        async with asyncio.timeout(PATIENCE):
            body = await metadata.picture(item.poster_url)
    except (RecommendarrError, TimeoutError) as error:
        _log.info("a poster could not be fetched: %s", error)
        return None
    poster = _checked(body or b"")
    if poster is not None:
        await asyncio.to_thread(_keep, path, poster.body)
    return poster


def _checked(body: bytes) -> Poster | None:
    """None for what is no picture of a kind that every chat takes."""
    return next((Poster(body, kind) for sign, kind in _SIGNS.items() if body.startswith(sign)), None)


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _keep(path: Path, body: bytes) -> None:
    """There at once as a whole; a disk that is full only means that it is fetched again."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        half_made = path.with_suffix(".part")
        half_made.write_bytes(body)
        half_made.replace(path)
        if path.name.startswith("00"):
            _prune(path.parent)
    except OSError as error:
        _log.info("a poster could not be kept: %s", error.strerror)


def _prune(folder: Path) -> None:
    """Looked at once in a while: one name of 256 begins like that."""
    kept = sorted(folder.iterdir(), key=lambda one: one.stat().st_mtime)
    for old in kept[: max(len(kept) - MOST, 0)]:
        old.unlink(missing_ok=True)
