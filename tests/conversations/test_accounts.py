"""Signing in with one's own account on a media server, from the chat."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.storage import open_storage
from bot.dispatcher import Dispatcher
from bot.media.opening import media_over
from bot.media.sealing import Sealer
from bot.media.stack import open_stack
from bot.services import Services
from bot.settings import Settings
from bot.vocabulary import Answer
from engine.domain.interactions import InteractionKind
from engine.domain.people import Standing
from engine.domain.viewers import Role
from engine.testing.clock import CountedIds, SteppedClock
from tests.conversations.doors import Door, door
from tests.conversations.household import House, furnish, said, services_over
from tests.fakes.jellyfin.server import FakeJellyfin
from tests.fakes.jellyfin.world import Person, State, World

DONE = "signin:done"


@dataclass
class Home:
    """A household with a Jellyfin."""

    house: House
    jellyfin: FakeJellyfin
    services: Services

    @property
    def world(self) -> World:
        return self.jellyfin.world

    async def tokens(self, viewer_id: str) -> list[str]:
        """Their keys, opened."""
        async with self.house.storage.unit() as unit:
            kept = await unit.tokens.of_viewer(viewer_id)
        sealer = Sealer(self.services.settings.data_dir)
        return [sealer.open(one.sealed, viewer_id) or "" for one in kept]

    async def person_of(self, person: Person) -> str:
        """Whose account it is here."""
        async with self.house.storage.unit() as unit:
            viewer = await unit.viewers.by_identity("jellyfin", person.id)
        assert viewer is not None
        return viewer.id

    async def type_code(self, person: Person) -> None:
        """What somebody does in Jellyfin itself."""
        self.world.linkings[-1].person = person


async def nothing_to_understand(services: Services) -> None:
    del services


@pytest.fixture
async def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Home]:
    world = World()
    world.shelf("Films", "movies", 4)
    world.shelf("Series", "tvshows", 2)
    world.person("Olga", admin=True)
    world.person("Rosa", shelves={world.shelves[0].id})
    storage, clock, ids = await open_storage(None, tmp_path), SteppedClock(), CountedIds()
    async with FakeJellyfin(world, strict=False) as jellyfin:
        monkeypatch.setenv("RECOMMENDARR_JELLYFIN_URL", jellyfin.url)
        monkeypatch.setenv("RECOMMENDARR_JELLYFIN_API_KEY", world.api_key)
        await furnish(storage)
        base = await services_over(storage, clock, ids, demo=False)
        base = replace(base, settings=Settings(data_dir=tmp_path, _env_file=None))  # pyright: ignore[reportCallIssue]
        stack = await open_stack(base.settings, storage, clock)
        async with media_over(base, stack, nothing_to_understand) as media:
            await settled(media.services)
            house = House(media.services, storage, clock, ids, Dispatcher(media.services))
            yield Home(house, jellyfin, media.services)
        await stack.close()
    await storage.close()


async def settled(services: Services) -> None:
    """The server was read whole."""
    assert services.syncing is not None
    await services.syncing.start()
    await services.syncing.quiet()


def everything_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def stranger(home: Home, name: str = "Rosa’s phone") -> Door:
    return door(home.house, "telegram", "77", name)


def rosa(home: Home) -> Person:
    return next(one for one in home.world.people.values() if one.name == "Rosa")


async def sign_in(home: Home, who: Door, person: Person) -> Answer:
    await who.say("/link jellyfin")
    await home.type_code(person)
    return await who.press(DONE)


async def test_a_stranger_becomes_who_they_are_on_the_server(home: Home) -> None:
    who = stranger(home)
    asked = await who.say("/link jellyfin")
    assert home.world.linkings[-1].code in said(asked)
    assert home.world.linkings[-1].secret not in said(asked)
    assert "not signed in yet" in said(await who.press(DONE))
    assert await who.owner() is None
    await home.type_code(rosa(home))
    told = await who.press(DONE)
    assert "You are Rosa" in said(told)
    assert await who.owner() == await home.person_of(rosa(home))
    assert "encrypted" in said(told)


async def test_the_key_is_kept_sealed_and_only_for_its_holder(home: Home, tmp_path: Path) -> None:
    who = stranger(home)
    await sign_in(home, who, rosa(home))
    viewer_id = await home.person_of(rosa(home))
    (token,) = await home.tokens(viewer_id)
    assert home.world.tokens[token] == rosa(home).id
    assert token.encode() not in everything_in(tmp_path)
    async with home.house.storage.unit() as unit:
        (sealed,) = await unit.tokens.of_viewer(viewer_id)
    assert Sealer(tmp_path).open(sealed.sealed, "v-anna") is None


async def test_what_they_rated_and_saw_there_is_read_once_they_signed_in(home: Home) -> None:
    film = next(home.world.shelves[0].titles("Movie"))
    rosa(home).states[film.id] = State(played=True, count=1, at=home.house.clock.now(), rating=9.0)
    await sign_in(home, stranger(home), rosa(home))
    viewer_id = await home.person_of(rosa(home))
    assert home.services.syncing is not None
    await home.services.syncing.quiet()
    async with home.house.storage.unit() as unit:
        facts = await unit.interactions.of_viewer(viewer_id)
    assert any(fact.kind is InteractionKind.WATCH for fact in facts)
    assert [fact.rating for fact in facts if fact.rating] == [9.0]


async def test_somebody_known_in_the_chat_stays_who_they_are_and_gains_the_account(home: Home) -> None:
    anna = door(home.house, "chat", "v-anna")
    async with home.house.storage.unit() as unit:
        before = await unit.viewers.get("v-anna")
    told = await sign_in(home, anna, rosa(home))
    assert "You are Anna" in said(told)
    assert await home.person_of(rosa(home)) == "v-anna"
    async with home.house.storage.unit() as unit:
        now = await unit.viewers.get("v-anna")
        everybody = await unit.viewers.all()
    assert before is not None
    assert now is not None
    assert now.library_ids > before.library_ids
    assert [one.library_ids for one in everybody if one.name == "Rosa"] == [frozenset()]
    assert home.services.syncing is not None
    await home.services.syncing.of("jellyfin").light()
    assert await home.person_of(rosa(home)) == "v-anna"


async def test_an_account_that_is_somebody_else_already_moves_the_chat_to_them(home: Home) -> None:
    await sign_in(home, stranger(home), rosa(home))
    owner = await home.person_of(rosa(home))
    ben = door(home.house, "chat", "v-ben")
    told = await sign_in(home, ben, rosa(home))
    assert "was Ben until now" in said(told)
    assert await ben.owner() == owner


async def test_an_account_without_access_is_not_let_in(home: Home) -> None:
    rosa(home).disabled = True
    who = stranger(home)
    told = await sign_in(home, who, rosa(home))
    assert "no access" in said(told)
    assert await who.owner() is None


async def test_whoever_was_shut_out_here_stays_out(home: Home) -> None:
    async with home.house.storage.unit() as unit:
        await unit.people.set_standing(await home.person_of(rosa(home)), Standing.INACTIVE, home.house.clock.now())
    who = stranger(home)
    assert "no access" in said(await sign_in(home, who, rosa(home)))
    assert await who.owner() is None


async def test_a_sign_in_that_took_too_long_is_begun_anew(home: Home) -> None:
    who = stranger(home)
    await who.say("/link jellyfin")
    await home.type_code(rosa(home))
    home.house.clock.advance(timedelta(hours=1))
    assert "too old" in said(await who.press(DONE))


async def test_a_press_without_a_sign_in_begun_does_nothing(home: Home) -> None:
    assert "too old" in said(await stranger(home).press(DONE))


async def test_a_sign_in_begun_by_one_account_is_not_finished_by_another(home: Home) -> None:
    await stranger(home).say("/link jellyfin")
    await home.type_code(rosa(home))
    other = door(home.house, "discord", "5")
    assert "too old" in said(await other.press(DONE))
    assert await other.owner() is None


async def test_who_is_not_signed_in_is_told_what_is_missing(home: Home) -> None:
    anna = door(home.house, "chat", "v-anna")
    assert "not joined" in said(await anna.say("/accounts"))
    await sign_in(home, anna, rosa(home))
    assert "signed in as Rosa" in said(await anna.say("/accounts"))


async def test_one_signs_out_and_the_key_is_good_no_more_anywhere(home: Home) -> None:
    anna = door(home.house, "chat", "v-anna")
    await sign_in(home, anna, rosa(home))
    (token,) = await home.tokens("v-anna")
    assert "forgotten" in said(await anna.say("/accounts out"))
    assert await home.tokens("v-anna") == []
    assert token not in home.world.tokens
    assert "no key" in said(await anna.say("/accounts out"))
    assert "not signed in" in said(await anna.say("/accounts"))


async def test_an_admin_sees_who_is_signed_in_and_takes_a_key_back(home: Home) -> None:
    anna, ben = door(home.house, "chat", "v-anna"), door(home.house, "chat", "v-ben")
    await sign_in(home, ben, rosa(home))
    async with home.house.storage.unit() as unit:
        viewer = await unit.viewers.get("v-anna")
        assert viewer is not None
        await unit.viewers.update(replace(viewer, role=Role.ADMIN))
        ben_now = await unit.viewers.get("v-ben")
        assert ben_now is not None
        await unit.viewers.update(replace(ben_now, role=Role.MEMBER))
    assert "weiß nicht" in said(await ben.say("/accounts all"))
    assert "weiß nicht" in said(await ben.say("/accounts out Anna"))
    assert "Ben" in said(await anna.say("/accounts all"))
    assert "Ben" in said(await anna.say("/accounts out Ben"))
    assert await home.tokens("v-ben") == []
    assert "Nobody" in said(await anna.say("/accounts all"))


async def test_a_server_that_is_down_is_said_and_nothing_is_lost(home: Home) -> None:
    anna = door(home.house, "chat", "v-anna")
    await sign_in(home, anna, rosa(home))
    await home.jellyfin.close()
    assert "forgotten" in said(await anna.say("/accounts out"))
    assert await home.tokens("v-anna") == []
    told = said(await anna.say("/link jellyfin"))
    assert "jellyfin" in told.casefold()


async def test_who_one_is_on_the_server_cannot_be_unlinked_but_signed_out_of(home: Home) -> None:
    who = stranger(home)
    await sign_in(home, who, rosa(home))
    owner = await home.person_of(rosa(home))
    assert "forgotten" in said(await who.say("/unlink jellyfin"))
    assert await home.tokens(owner) == []
    assert await home.person_of(rosa(home)) == owner
    assert "Jellyfin" not in said(await who.say("/unlink"))
