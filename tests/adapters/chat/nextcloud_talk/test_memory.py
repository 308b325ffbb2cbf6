"""What the adapter keeps stays right while several things happen at once."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from itertools import count
from typing import Any

from adapters.chat.nextcloud_talk.memory import Memory
from adapters.chat.nextcloud_talk.shown import Deal, codes
from engine.testing.clock import START
from engine.testing.memory import MemoryStorage


class Slow(MemoryStorage):
    """Gives way to others after all that is read or written."""

    @asynccontextmanager
    async def unit(self, *, lasting: bool = True) -> AsyncGenerator[Any]:  # type: ignore[override] - the same, with a pause
        async with super().unit(lasting=lasting) as opened:
            yield opened
        await asyncio.sleep(0)


def alike() -> list[str]:
    """Two answers that would take the same code."""
    found: dict[str, list[str]] = defaultdict(list)
    for number in count():
        same = found[next(codes(str(number)))]
        same.append(str(number))
        if len(same) == 2:
            return same
    raise AssertionError


async def test_two_answers_that_come_to_one_room_at_once_have_codes_of_their_own_and_stay_on_the_table() -> None:
    memory = Memory(Slow())
    deals = [Deal(one, "anna", START, loose={"more": f"more:{one}"}) for one in alike()]
    first, second = await asyncio.gather(*(memory.keep("room", deal) for deal in deals))
    assert first != second
    assert [await memory.deal("room", code) for code in (first, second)] == deals
    assert set(await memory.table("room", "anna", START)) == {first, second}
