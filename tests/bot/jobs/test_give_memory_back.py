"""Memory that is free is given back by the clock, however often."""

from __future__ import annotations

import pytest

from bot.jobs import give_memory_back
from tests.conversations.household import open_house


async def test_each_run_gives_back_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    real = give_memory_back.give_back

    def noted() -> bool:
        asked.append("once")
        return real()

    monkeypatch.setattr(give_memory_back, "give_back", noted)
    house = await open_house()
    for times in (1, 2):
        await give_memory_back.JOB.run(house.services)
        assert len(asked) == times
