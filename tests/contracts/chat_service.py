"""The same conversations through every platform, over its real protocol, with a real database behind it.

A platform's test inherits ChatServiceContract as a ``Test…`` class and gives a Driver over its fake.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from shutil import copytree

import pytest

from adapters.acquisition.radarr import INTEGRATION as RADARR
from adapters.clock import SystemClock
from adapters.storage import open_storage
from bot.integration import Instance, Outside
from bot.media.stack import Stack
from engine.domain.items import Item, MediaType
from engine.domain.people import Manners
from engine.ports.storage import Storage
from tests.contracts.chat_adapter import ISOLATED, STEERING
from tests.contracts.driver import Driver, Seen, label, told, until, with_button
from tests.contracts.service import Service, serving
from tests.conversations.household import HOSTILE, SECRET_TITLE
from tests.fakes.radarr import FakeRadarr


class ChatServiceContract(ABC):
    """Tests that need an ability which the driver does not have are skipped by name."""

    @abstractmethod
    def open_driver(self) -> AbstractAsyncContextManager[Driver]:
        """The platform's fake, with people at it."""

    @pytest.fixture
    async def storage(self, tmp_path: Path, sqlite_folder: Path) -> AsyncIterator[Storage]:
        copytree(sqlite_folder, tmp_path, dirs_exist_ok=True)
        opened = await open_storage(None, tmp_path)
        yield opened
        await opened.close()

    @pytest.fixture
    async def driver(self) -> AsyncIterator[Driver]:
        async with self.open_driver() as opened:
            yield opened

    @pytest.fixture
    async def service(self, storage: Storage, driver: Driver) -> AsyncIterator[Service]:
        async with serving(storage, driver) as running:
            yield running

    async def test_a_first_greeting_says_who_one_is_and_what_to_type(self, service: Service, driver: Driver) -> None:
        await driver.say("/start")
        seen = await until(driver, lambda seen: "Anna" in told(seen))
        assert "tonight" in told(seen).casefold()
        await service.quiet()

    async def test_cards_are_shown_and_every_button_answers(self, service: Service, driver: Driver) -> None:
        shown = await cards(driver, 3)
        first = with_button(shown, "why")
        await driver.press(label(first, "why"), on=first)
        await more_than(driver, shown)
        before = told(driver.read())
        await driver.press(label(first, "like"), on=first)
        after = await until(driver, lambda seen: told(seen) != before or _labels(seen) != _labels(shown))
        assert any("liked" in name.casefold() for name in _labels(after)) or "like" in told(after).casefold()
        await service.quiet()

    async def test_more_brings_the_next_cards(self, service: Service, driver: Driver) -> None:
        shown = await cards(driver, 2)
        last = with_button(shown, "more")
        await driver.press(label(last, "more"), on=last)
        seen = await until(driver, lambda seen: len(_with_why(seen)) >= 4)
        assert len({one.text for one in _with_why(seen)}) >= 4
        await service.quiet()

    async def test_a_pick_that_is_waved_on_gives_its_place_to_another(self, service: Service, driver: Driver) -> None:
        shown = await cards(driver, 2)
        card = _with_why(shown)[0]
        await driver.press(label(card, "next"), on=card)
        if "edit" in driver.able:
            await until(driver, lambda seen: any(one.id == card.id and one.text != card.text for one in seen))
        else:
            await until(driver, lambda seen: len(_with_why(seen)) == 3)
        await service.quiet()
        assert len(_with_why(driver.read())) == (2 if "edit" in driver.able else 3)

    async def test_a_rating_asks_for_the_points_where_they_are_missing(self, service: Service, driver: Driver) -> None:
        await driver.say("/rate Parasite")
        seen = await until(driver, lambda seen: bool(seen) and any("9" in name for name in seen[-1].buttons))
        await driver.press(label(seen[-1], "9"), on=seen[-1])
        await until(driver, lambda seen: "9 out of 10" in told(seen))
        async with service.storage.unit() as unit:
            facts = [one for one in await unit.interactions.of_viewer("v-anna") if one.item_id == "movie:496243"]
        assert [one.rating for one in facts] == [9.0]

    @pytest.mark.parametrize("item_id", sorted(HOSTILE))
    async def test_a_hostile_title_is_shown_literally_and_steers_nothing(
        self, service: Service, driver: Driver, item_id: str
    ) -> None:
        words = re.sub(r"[^\w\s]", " ", HOSTILE[item_id]).split()
        await driver.say(f"/search {' '.join(words)[:60]}")
        seen = await until(driver, lambda seen: bool(_buttoned(seen)))
        assert any(words[-1][:20].casefold() in one.text.casefold() for one in seen)
        for one in seen:
            assert not STEERING.search(ISOLATED.sub(r"\1", one.text))
        await service.quiet()

    async def test_a_stranger_learns_nothing_and_is_told_how_to_belong(self, service: Service, driver: Driver) -> None:
        for line in ("/tonight", "/search Parasite", "something funny"):
            before = driver.read(who="stranger")
            await driver.say(line, who="stranger")
            await more_than(driver, before, who="stranger")
        seen = told(driver.read(who="stranger"))
        assert "Parasite" not in seen
        assert SECRET_TITLE not in seen
        assert not driver.read()

    async def test_a_closed_shelf_stays_closed(self, service: Service, driver: Driver) -> None:
        await driver.say(f"/search {SECRET_TITLE}")
        await until(driver, bool)
        await service.quiet()
        assert SECRET_TITLE not in "\n".join(one.text.replace(f"“{SECRET_TITLE}”", "") for one in driver.read())

    async def test_a_mistyped_command_gets_an_answer(self, service: Service, driver: Driver) -> None:
        await driver.say("/rate xqztwv 9")
        seen = await until(driver, bool)
        assert "xqztwv" in told(seen)

    async def test_an_update_that_comes_twice_is_answered_once(self, service: Service, driver: Driver) -> None:
        needs(driver, "again")
        await driver.say("/rate Parasite 9")
        await until(driver, lambda seen: "9 out of 10" in told(seen))
        await driver.again()
        await driver.say("/me")
        await until(driver, lambda seen: "You are Anna" in told(seen))
        await service.quiet()
        assert told(driver.read()).count("9 out of 10") == 1

    async def test_what_was_accepted_is_answered_after_a_restart(
        self, service: Service, driver: Driver, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(
            "bot.delivery.desk.PATIENCE", 0.1
        )  # what stands at the gate would not come in three seconds
        service.dispatcher.gate.clear()
        await driver.say("/rate Parasite 9")
        await driver.say("/me")
        await service.accepted(2)
        assert "9 out of 10" not in told(driver.read())
        await service.restart()
        seen = await until(driver, lambda seen: "You are Anna" in told(seen))
        await service.quiet()
        assert told(seen).count("9 out of 10") == 1
        assert told(seen).index("9 out of 10") < told(seen).index("You are Anna")

    async def test_buttons_of_before_a_restart_work(self, service: Service, driver: Driver) -> None:
        shown = await cards(driver, 2)
        await service.quiet()
        await service.restart()
        card = _with_why(shown)[0]
        await driver.press(label(card, "why"), on=card)
        await more_than(driver, shown)

    async def test_a_chat_is_answered_in_order(self, service: Service, driver: Driver) -> None:
        for score in range(1, 6):
            await driver.say(f"/rate Parasite {score}")
        await until(driver, lambda seen: "5 out of 10" in told(seen))
        await service.quiet()
        seen = told(driver.read())
        places = [seen.index(f"{score} out of 10") for score in range(1, 6)]
        assert places == sorted(places)

    async def test_a_platform_that_wants_less_gets_everything_once_and_in_order(
        self, service: Service, driver: Driver
    ) -> None:
        needs(driver, "limit")
        await driver.limit(0.2, times=1)
        shown = await cards(driver, 3)
        await driver.say("/me")
        seen = await until(driver, lambda seen: "You are Anna" in told(seen))
        await service.quiet()
        assert len(_with_why(seen)) == 3
        assert len({one.text for one in seen}) == len(seen)
        assert [one.text for one in seen[: len(shown)]] == [one.text for one in shown]
        assert (await service.waiting())[2] == 0

    async def test_who_blocks_the_bot_is_left_alone_until_they_write_again(
        self, service: Service, driver: Driver
    ) -> None:
        needs(driver, "block")
        service.dispatcher.gate.clear()
        await driver.say("/me")
        await service.accepted()
        await driver.block("anna")
        service.dispatcher.gate.set()
        await service.quiet()
        async with service.storage.unit() as unit:
            (silent,) = await unit.correspondents.silent()
        assert silent.account_id == driver.account("anna")
        assert not driver.read()
        await driver.unblock("anna")
        await driver.say("/help")
        await until(driver, lambda seen: "You can simply say" in told(seen))
        async with service.storage.unit() as unit:
            assert not await unit.correspondents.silent()

    async def test_a_card_that_is_deleted_meanwhile_is_written_anew(self, service: Service, driver: Driver) -> None:
        needs(driver, "delete")
        shown = await cards(driver, 2)
        await service.quiet()
        card = _with_why(shown)[0]
        service.dispatcher.gate.clear()
        await driver.press(label(card, "like"), on=card)
        await service.accepted()
        await driver.delete(card)
        service.dispatcher.gate.set()
        await service.quiet()
        assert card.id not in {one.id for one in driver.read()}
        assert len(driver.read()) >= len(shown)
        assert (await service.waiting())[2] == 0

    async def test_a_button_under_somebody_elses_card_says_nothing_of_it(
        self, service: Service, driver: Driver
    ) -> None:
        needs(driver, "rooms", "buttons", "private")
        await driver.say("/tonight 1", room="lounge")
        everything = await until(driver, lambda _: bool(_with_why(driver.read() + driver.read(room="lounge"))))
        del everything
        card = _with_why(driver.read() + driver.read(room="lounge"))[0]
        assert not [one for one in driver.read(who="ben", room="lounge") if one.text == card.text]

    async def test_a_request_is_taken_back_then_approved_and_the_admins_cards_follow(
        self, service: Service, driver: Driver
    ) -> None:
        async with with_radarr(service) as radarr:
            radarr.knows(9_001, "Lighthouse Unseen")
            await driver.say("/me", who="olga")
            await until(driver, lambda seen: "Olga" in told(seen), who="olga")
            await driver.say("/request Lighthouse Unseen")
            await until(driver, lambda seen: "waits for a yes" in told(seen))
            await until(driver, lambda seen: "Anna would like this" in told(seen), who="olga")
            await driver.say("/requests")
            listed = await until(driver, lambda seen: "Your request:" in told(seen))
            await driver.press(label(listed[-1], "cancel"), on=listed[-1])
            sure = await until(driver, lambda seen: "Cancel your request" in told(seen))
            await driver.press(label(sure[-1], "yes"), on=sure[-1])
            await until(driver, lambda seen: "is cancelled" in told(seen))
            await until(driver, lambda seen: "Cancelled by Anna" in told(seen), who="olga")
            before = len(_buttons(driver.read(who="olga"), "approve"))  # where nothing can be edited, the old ones stay
            await driver.say("/request Lighthouse Unseen")
            asked = await until(driver, lambda seen: len(_buttons(seen, "approve")) > before, who="olga")
            card = with_button(asked, "approve")
            await driver.press(label(card, "approve"), on=card, who="olga")
            await until(driver, lambda seen: "Approved" in told(seen), who="olga")
            await until(driver, lambda seen: "was approved" in told(seen))
            await service.quiet()
            assert [film["tmdbId"] for film in radarr.films.values()] == [9_001]
            if "edit" in driver.able:
                assert not before
                assert not _buttons(driver.read(who="olga"), "approve")

    async def test_a_banned_account_is_dropped_without_a_word(self, service: Service, driver: Driver) -> None:
        async with service.storage.unit() as unit:
            await unit.correspondents.set_banned(driver.name, driver.account("ben"), banned=True)
        await driver.say("/tonight", who="ben")
        await driver.say("/me")
        await until(driver, lambda seen: "You are Anna" in told(seen))
        await service.quiet()
        assert not driver.read(who="ben")


async def cards(driver: Driver, number: int) -> list[Seen]:
    """What Anna sees after asking for so many cards in her private chat."""
    await driver.say(f"/tonight {number}")
    return await until(
        driver, lambda seen: len(_with_why(seen)) >= number and any("more" in one.casefold() for one in _labels(seen))
    )


async def more_than(driver: Driver, before: list[Seen], *, who: str = "anna") -> list[Seen]:
    """What is seen once there is more than before."""
    return await until(driver, lambda seen: len(seen) > len(before), who=who)


@asynccontextmanager
async def with_radarr(service: Service) -> AsyncGenerator[FakeRadarr]:
    """The service anew, with a Radarr, a title that is not here, and everybody awake."""
    async with service.storage.unit() as unit:
        await unit.items.upsert([Item("movie:9001", MediaType.MOVIE, "Lighthouse Unseen", 2019)])
        for who in ("v-anna", "v-owner"):
            await unit.courtesies.put(Manners(who, 0, 0))
    async with FakeRadarr() as radarr:
        instance = Instance("radarr", radarr.url, radarr.key, {"profile": "HD-1080p"})
        outside = Outside(SystemClock(), service.storage, service.services.settings)
        service.stack = Stack([(RADARR, await RADARR.open(instance, outside))])
        await service.restart()
        yield radarr
        await service.stack.close()


def _buttons(seen: list[Seen], word: str) -> list[str]:
    return [name for name in _labels(seen) if word in name.casefold()]


def needs(driver: Driver, *abilities: str) -> None:
    """Skips what the platform cannot do at all."""
    if missing := sorted(set(abilities) - driver.able):
        pytest.skip(f"{driver.name} has no such thing as: {', '.join(missing)}")


def _labels(seen: list[Seen]) -> list[str]:
    return [name for one in seen for name in one.buttons]


def _with_why(seen: list[Seen]) -> list[Seen]:
    """The messages that show a card."""
    return [one for one in seen if any(_is_why(name) for name in one.buttons)]


def _is_why(name: str) -> bool:
    return "why" in name.casefold() and "not" not in name.casefold()


def _buttoned(seen: list[Seen]) -> list[Seen]:
    return [one for one in seen if one.buttons]
