"""One change of a list at a time: two at once would make two lists of the same name."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary

_TURNS: WeakValueDictionary[tuple[int, str], asyncio.Lock] = WeakValueDictionary()


@asynccontextmanager
async def in_turn(name: str) -> AsyncGenerator[None]:
    """After whoever changes the lists of that name just now."""
    turn = _TURNS.setdefault((id(asyncio.get_running_loop()), name), asyncio.Lock())
    async with turn:
        yield
