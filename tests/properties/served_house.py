"""The running service over media servers that are made up; what they say is read as it is read of real ones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from bot.dispatcher import Dispatcher
from bot.integration import Health, Instance, Integration, Opened, Port
from bot.media.sealing import Sealer
from bot.media.stack import Stack
from bot.native.keeping import Kept, playlist_of, remember
from bot.services import Services
from bot.syncing.shelves import opened, part_id, shelves_of
from bot.syncing.surroundings import Surroundings
from bot.syncing.syncing import Syncing
from bot.tokens import item_digest
from engine.domain.items import Collection, Item
from engine.domain.media import ShelfItem
from engine.domain.media_events import ShelfChanged
from engine.domain.media_records import SealedToken, SyncKind, SyncRun, SyncState
from engine.domain.records import Identity
from engine.domain.viewers import Role, Viewer
from engine.testing.clock import START
from engine.testing.memory import MemoryStorage
from engine.testing.memory_items import ItemRows
from tests.properties.plans import Plan
from tests.properties.served import (
    CYCLE,
    GERMAN,
    ORIGINAL,
    THEME,
    TITLE,
    TOLD,
    Change,
    Digits,
    Household,
    Told,
    shelf_item,
    word,
)
from tests.properties.world import House, copied, open_house

LANGUAGES = ("en", "de", "fr")


@dataclass(slots=True)
class Served:
    """A household, the service that serves it, and what its servers say at this moment."""

    household: Household
    house: House
    syncing: Syncing
    viewers: list[str]
    """Ids, in the order of ``household.people``."""
    asked: dict[int, set[str]] = field(default_factory=dict[int, set[str]])
    """Keys of titles of the world that a person asked for, wherever they stand."""
    signed_in: set[int] = field(default_factory=set[int])
    """Who has given a key to the first server, and wants a playlist there."""
    lost: set[str] = field(default_factory=set[str])
    """Words of what is on no server any more, and is nobody's business therefore."""
    known: dict[int, set[str]] = field(default_factory=dict[int, set[str]])
    """Secrets worked out since the last change, by person."""
    world: set[str] = field(default_factory=set[str])
    """Words of what left its shelves but is known everywhere."""

    async def read(self, servers: Iterable[Told] = ()) -> None:
        """Who may open what, again, as the job does it every six hours."""
        for server in servers or self.household.servers:
            if server.in_use:
                await self.syncing.of(server.vendor).light()

    async def refresh(self) -> None:
        await self.house.services.snapshots.refresh()
        await self.house.services.snapshots.embed_missing()

    async def sign_in(self, place: int) -> None:
        """The person gives their key to the first server, and wants a playlist there."""
        server, viewer = self.household.servers[0], self.viewers[place]
        services = self.house.services
        account = dict(self.household.people[place])[server.vendor]
        sealed = Sealer(services.settings.data_dir).seal(f"key-{place}", viewer)
        async with self.house.storage.unit() as unit:
            await unit.tokens.put(SealedToken(viewer, server.id, account, sealed, START))
            await remember(unit, playlist_of(viewer), Kept(wanted=True))
        self.signed_in.add(place)

    async def viewer(self, place: int) -> Viewer:
        async with self.house.storage.unit() as unit:
            found = await unit.viewers.get(self.viewers[place])
        assert found is not None
        return found

    def opens(self, place: int) -> frozenset[tuple[str, str]]:
        """Server and section of what the person may open, by what the servers say now."""
        by_vendor = {one.vendor: one for one in self.household.servers}
        return frozenset(
            (by_vendor[vendor].id, key)
            for vendor, account in self.household.people[place]
            for key in by_vendor[vendor].opens(account)
        )

    def opens_partly(self, place: int) -> frozenset[tuple[str, str]]:
        """Server and id here of the parts of sections that the person may open, and no more of these sections."""
        by_vendor, whole = {one.vendor: one for one in self.household.servers}, self.opens(place)
        return frozenset(
            (server.id, part_id(vendor, server.id, part))
            for vendor, account in self.household.people[place]
            for server in (by_vendor[vendor],)
            for key in server.opens_partly(account)
            for part in server.people[account].parts
            if part.section == key and (server.id, key) not in whole
        )

    def secrets(self, place: int) -> set[str]:
        """Words that must not reach the person now."""
        if place not in self.known:
            self.known[place] = self._secrets(place) - self.asked.get(place, set())
        return self.known[place]

    def _secrets(self, place: int) -> set[str]:
        shown, kept, accounts = set(self.world), set(self.lost), dict(self.household.people[place])
        for server in self.household.servers:
            account = accounts.get(server.vendor, "")
            named = server.opens(account) | server.opens_partly(account)
            for key, section in server.shelves.items():
                (shown if key in named else kept).add(section.name.split()[-1].casefold())
            for title in server.titles.values():
                (shown if server.shows(account, title) else kept).update(words_of(title, server.id))
        return kept - shown


def words_of(title: ShelfItem, server_id: str) -> set[str]:
    """Words that give the title away, folded; the keys it goes by are among them."""
    number = number_of(title)
    ids = title.ids.tmdb
    key = f"{title.media_type}:{ids}" if ids else f"{title.media_type}:server:{server_id}-{title.key}"
    told = [word(number, kind) for kind in (TITLE, ORIGINAL, TOLD, GERMAN)]
    people = [credit.name.split()[-1] for credit in title.credits]
    facts = [word(THEME + number % 3)] + ([word(CYCLE + number % 2)] if number % 3 == 0 else [])
    return {one.casefold() for one in (*told, *people, *facts, *title.labels, title.key, item_digest(key))} | {key}


def number_of(title: ShelfItem) -> int:
    key = int(title.key)
    return (key - (7_000_001 if key >= 7_000_000 else 6_000_001)) // 1_009


def known_better(item: Item, number: int) -> Item:
    """With what a catalogue of the world tells."""
    return replace(
        item,
        keywords=(word(THEME + number % 3).casefold(), "winter"),
        titles={"de": f"Winter {word(number, GERMAN)}"} if number % 2 else {},
        collection=Collection(f"The {word(CYCLE + number % 2)} Cycle", number % 4 or None) if number % 3 == 0 else None,
        vote_average=5.0 + number % 5,
        vote_count=800 * (number % 7),
    )


async def serve(household: Household, data_dir: Path) -> Served:
    """Everything was read once; everybody is in a chat."""
    storage = MemoryStorage()
    house = await open_house(storage, ready=False)
    settings = house.services.settings.model_copy(update={"data_dir": data_dir})
    services = replace(house.services, settings=settings, stack=_stack(household.servers))
    syncing = Syncing(_surroundings(services, data_dir))
    services = replace(services, syncing=syncing)
    house.services, house.gateway = services, Dispatcher(services)
    viewers = await _come_in(storage, household)
    served = Served(household, house, syncing, viewers)
    for server in household.servers:
        await syncing.of(server.vendor).light()
        await _shelve(served, server, server.titles.values())
        await syncing.of(server.vendor).light()
    async with storage.unit() as unit:
        for server in household.servers:
            done = SyncRun(server.vendor, SyncKind.FULL, SyncState.DONE, START, START, 1, finished_at=START)
            await unit.sync_runs.put(done)
    for server in household.servers:
        await syncing.of(server.vendor).states()
    await served.refresh()
    return served


def _stack(servers: Iterable[Told]) -> Stack:
    return Stack([(_integration(one.vendor), _opened(one)) for one in servers])


def _integration(vendor: str) -> Integration:
    async def opening(*_: object) -> Opened:
        raise NotImplementedError

    return Integration(vendor, Port.LIBRARY, list, opening)


def _opened(server: Told) -> Opened:
    return Opened(Instance(server.vendor, "http://x", "", {}), server.close, Health, server=server)


def _surroundings(services: Services, data_dir: Path) -> Surroundings:
    assert services.stack is not None

    async def nothing(*_: object) -> None: ...

    return Surroundings(
        stack=services.stack,
        storage=services.storage,
        snapshots=services.snapshots,
        intake=services.intake,
        clock=services.clock,
        ids=services.ids,
        sealer=Sealer(data_dir),
        languages=LANGUAGES,
        locale="en",
        understand=nothing,
        shelved=nothing,
    )


async def _come_in(storage: MemoryStorage, household: Household) -> list[str]:
    async with storage.unit() as unit:
        for place, accounts in enumerate(household.people):
            role = Role.ADMIN if place == 0 or (place == 1 and household.appointed) else Role.MEMBER
            viewer = Viewer(f"v-{place}", f"Person{place}", LANGUAGES[place % 3], role)
            await unit.viewers.add(viewer)
            for vendor, account in accounts:
                await unit.viewers.link(Identity(vendor, account, viewer.id))
            await unit.viewers.link(Identity("chat", viewer.id, viewer.id))
    return [f"v-{place}" for place in range(len(household.people))]


async def _shelve(served: Served, server: Told, titles: Iterable[ShelfItem]) -> None:
    """What is on the shelves is taken in, title by title as servers report it, and enriched."""
    reading = served.syncing.of(server.vendor)
    numbers = dict[str, int]()
    for title in titles:
        await reading.shelf_changed(ShelfChanged(item_key=title.key))
        numbers[title.key] = number_of(title)
    await reading.close()
    async with served.house.storage.unit() as unit:
        stored = await unit.server_items.get(server.id, numbers)
        items = await unit.items.get_many(one.item_id for one in stored.values())
        better = [known_better(items[one.item_id], numbers[key]) for key, one in stored.items()]
        await unit.items.upsert(better)


async def happen(served: Served, change: Change) -> None:
    """A server says something else from now on, and it is read as it is in the running service."""
    served.known.clear()
    servers = served.household.servers
    server = servers[change.where % len(servers)]
    if not server.in_use:
        return
    if change.kind in {"moved", "taken off", "new title", "rerated"}:
        await _shelf_changes(served, server, change)
    elif change.kind == "server gone":
        await _retire(served, server)
    elif change.kind == "section gone":
        if len(server.shelves) > 1:
            shelf = server.shelves.pop(sorted(server.shelves)[change.what % len(server.shelves)])
            served.lost.add(shelf.name.split()[-1].casefold())
            await served.read([server])
    elif change.kind == "new library":
        number = max(map(int, server.shelves)) + 1
        server.shelves[str(number)] = replace(
            server.shelves[min(server.shelves)], key=str(number), name=f"Shelf {word(41_000 + number)}"
        )
        await served.read([server])
    else:
        _rights_change(server, change)
        await served.read([server])


def _rights_change(server: Told, change: Change) -> None:
    others = sorted(key for key, one in server.people.items() if not one.owner)
    if not others:
        return
    name = others[change.who % len(others)]
    account, section = server.people[name], sorted(server.shelves)[change.what % len(server.shelves)]
    opened = frozenset(server.shelves) if account.sections is None else account.sections
    match change.kind:
        case "vanished":
            server.people.pop(name)
            return
        case "locked out":
            account = replace(account, active=False)
        case "shared":
            parts = frozenset(one for one in account.parts if one.section != section)
            account = replace(account, active=True, sections=opened | {section}, parts=parts)
        case "all unshared":
            account = replace(account, sections=frozenset(), parts=frozenset())
        case "partly":
            server.limit(name, section, change.what * 977 + change.who)
            return
        case _:
            parts = frozenset(one for one in account.parts if one.section != section)
            account = replace(account, sections=opened - {section}, parts=parts)
    server.people[name] = account


async def _shelf_changes(served: Served, server: Told, change: Change) -> None:
    keys = sorted(server.titles)
    if change.kind == "new title":
        await _new_title(served, server, change)
        return
    if not keys:
        return
    key = keys[change.what % len(keys)]
    title = server.titles[key]
    if change.kind == "taken off":
        server.titles.pop(key)
        (served.world if title.ids.tmdb else served.lost).update(words_of(title, server.id))
    elif change.kind == "rerated":
        # closed to everybody with limits, also before the server is asked what they may open now
        server.titles[key] = replace(title, rated=f"{title.rated}18")
        _bar(server, key, 0)
    else:
        alike = [one.key for one in server.shelves.values() if one.media_type is title.media_type]
        server.titles[key] = replace(title, section=alike[change.who % len(alike)] if alike else title.section)
    reading = served.syncing.of(server.vendor)
    await reading.shelf_changed(ShelfChanged(item_key=key, gone=change.kind == "taken off"))
    await reading.close()
    if change.kind != "rerated":
        await served.read([server])


async def _new_title(served: Served, server: Told, change: Change) -> None:
    section = list(server.shelves.values())[change.who % len(server.shelves)]
    title = shelf_item(20 + change.what, section, Digits(change.what * 977_777 + change.who))
    if server.titles.setdefault(title.key, title) is title:
        _bar(server, title.key, change.who % 2)
        await _shelve(served, server, [title])
        await served.read([server])


def _bar(server: Told, key: str, first: int) -> None:
    """Keep a title from the accounts with limits, from the ``first``-th on."""
    for name in list(server.barred)[first:]:
        server.barred[name] |= {key}


async def _retire(served: Served, server: Told) -> None:
    """Its owner took the server out of the settings, and the service was started again."""
    left = [one for one in served.household.servers if one.in_use and one is not server]
    server.in_use = False
    house = served.house
    services = replace(house.services, stack=_stack(left))
    served.syncing = Syncing(replace(_surroundings(services, Path()), stack=services.stack or Stack()))
    await served.syncing.start()
    await served.syncing.close()
    house.services = replace(services, syncing=served.syncing)
    house.gateway = Dispatcher(house.services)


async def plan_of(served: Served) -> Plan:
    """What is in storage now, in the words of the other properties."""
    async with served.house.storage.unit() as unit:
        libraries = await unit.libraries.all()
        items = {one.id: one async for page in unit.items.stream() for one in page}
        viewers = [found for key in served.viewers if (found := await unit.viewers.get(key)) is not None]
    return Plan(libraries, items, viewers, {}, [], [], [], {})


async def without_closed(storage: MemoryStorage, plan: Plan, viewer: Viewer) -> MemoryStorage:
    """The same storage, where nothing exists that is closed to ``viewer``: no title, shelf or copy."""
    closed = plan.closed_to(viewer)
    left = copied(storage)
    left._rows = replace(left._rows, items=ItemRows())
    async with left.unit() as unit:
        await unit.libraries.upsert([one for one, _ in opened(plan.libraries, viewer.library_ids)])
        reach = [one for one in plan.items.values() if one.id not in closed]
        await unit.items.upsert([replace(one, library_ids=one.library_ids & viewer.library_ids) for one in reach])
        for server, vendor in (("srv0", "plex"), ("srv10", "jellyfin")):
            async for page in unit.server_items.stream(server):
                shut = [one.key for one in page if shelves_of(vendor, one).isdisjoint(viewer.library_ids)]
                await unit.server_items.drop(server, shut)
    return left
