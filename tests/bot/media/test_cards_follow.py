"""Recommended in a chat, seen on the media server, and the card in the chat says so, on platforms as they are."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from bot.delivery.post import Post
from bot.delivery.reception import Reception
from bot.dispatcher import Dispatcher
from bot.gateway import Pace, Rate
from engine.domain.records import Identity
from tests.bot.media.stage import ALICE, SECRET, Running, Stage, begun
from tests.contracts.driver import Driver, Seen, until, with_button
from tests.fakes.discord.driver import DiscordDriver
from tests.fakes.tautulli.server import filled


@dataclass
class Sofa:
    """Alice with a chat in her hand, in front of the television."""

    stage: Stage
    running: Running
    driver: Driver
    post: Post

    async def recommended(self, room: str) -> Seen:
        await self.driver.say("/tonight 2 type:movie", who="alice", room=room)
        seen = await until(self.driver, lambda seen: len(_cards(seen)) == 2, who="alice", room=room)
        await self.settled()
        return _cards(seen)[-1]

    async def watched(self, card: Seen, *, hooked: bool = True) -> None:
        """What the card shows, to its end; without a hook, the next reading tells."""
        number = int("".join(filter(str.isdigit, card.text.splitlines()[0].rpartition(" ")[2]))) - 100
        row = begun(number, at=self.stage.clock.now() - timedelta(hours=2))
        if not hooked:
            self.stage.tautulli.extra.append(row)
            await self.running.syncing.of("plex").recent()
            await self.settled()
            return
        values = {"media_type": "movie", "user_id": ALICE, "rating_key": number, "progress_percent": 98}
        body = filled("stop", values | {"started": row["started"], "stopped": row["stopped"], "machine_id": "tv"})
        assert await self.running.post("tautulli", body, X_Recommendarr_Secret=SECRET) == 200
        await self.running.worked_in()
        await self.settled()

    async def settled(self) -> None:
        async with asyncio.timeout(20):
            while await self._waiting():  # noqa: ASYNC110 - storage has no events
                await asyncio.sleep(0.01)

    async def _waiting(self) -> int:
        async with self.stage.storage.unit() as unit:
            return sum((await unit.outbox.counts()).values()) + sum((await unit.inbox.counts()).values())


@asynccontextmanager
async def sofa(stage: Stage, platform: str, monkeypatch: pytest.MonkeyPatch) -> AsyncGenerator[Sofa]:
    opened = importlib.import_module(f"tests.fakes.{platform}.driver").open_driver
    async with opened() as driver:
        for name, value in driver.environment.items():
            monkeypatch.setenv(name, value)
        post = await Post.open(stage.storage, stage.clock, stage.ids, lambda: 0.5)
        async with stage.running(post=post) as running:
            await running.full()
            viewer = await running.viewer(ALICE)
            assert viewer is not None
            async with stage.storage.unit() as unit:
                await unit.viewers.link(Identity(platform, driver.account("alice"), viewer.id))
            quick = Pace(Rate(1_000), Rate(1_000), Rate(1_000))
            folder = replace(importlib.import_module(f"adapters.chat.{platform}").PLATFORM, pace=quick)
            reception = Reception(running.services, Dispatcher(running.services), post, [folder])
            serving = asyncio.ensure_future(reception.run())
            try:
                await driver.ready("")
                yield Sofa(stage, running, driver, post)
            finally:
                serving.cancel()
                await asyncio.wait({serving})


def _cards(seen: list[Seen]) -> list[Seen]:
    return [one for one in seen if any("why" in name.casefold() for name in one.buttons)]


@pytest.mark.parametrize(("platform", "room"), [("telegram", ""), ("discord", ""), ("discord", "general")])
async def test_the_card_of_what_was_seen_to_its_end_says_so_where_it_stands(
    stage: Stage, platform: str, room: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sofa(stage, platform, monkeypatch) as home:
        card = await home.recommended(room)
        before = home.driver.read(who="alice", room=room)
        await home.watched(card, hooked=platform != "telegram")
        after = home.driver.read(who="alice", room=room)
        assert [one.id for one in after] == [one.id for one in before]
        (now,) = (one for one in after if one.id == card.id)
        assert now.buttons != card.buttons
        assert [one for one in after if one.id != card.id] == [one for one in before if one.id != card.id]
        assert with_button(after, "more").id == card.id
        assert not room or now.private
        assert not room or not home.driver.read(who="alice")


@pytest.mark.parametrize("why", ["old", "deleted"])
async def test_a_card_that_cannot_be_edited_any_more_stays_as_it_is_and_nothing_is_written(
    stage: Stage, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sofa(stage, "discord", monkeypatch) as home:
        assert isinstance(home.driver, DiscordDriver)
        card = await home.recommended("general")
        if why == "deleted":
            await home.driver.delete(card)
        else:
            stage.clock.advance(timedelta(minutes=16))
            home.driver.fake.world.age(16 * 60)
        before = home.driver.read(who="alice", room="general")
        await home.watched(card)
        assert home.driver.read(who="alice", room="general") == before
        assert not home.driver.read(who="alice")
        assert home.post.couriers["discord"].last_trouble is None


async def test_what_is_taken_back_is_taken_back_on_the_card_too(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    async with sofa(stage, "telegram", monkeypatch) as home:
        card = await home.recommended("")
        await home.driver.say("/seen 2", who="alice")
        await until(home.driver, lambda seen: _now(seen, card).buttons != card.buttons, who="alice")
        await home.settled()
        assert with_button(home.driver.read(who="alice"), "undo").id != card.id
        await home.driver.say("/undo", who="alice")
        await until(home.driver, lambda seen: _now(seen, card).buttons == card.buttons, who="alice")


def _now(seen: list[Seen], card: Seen) -> Seen:
    return next(one for one in seen if one.id == card.id)
