"""What a store of slates and watchlists must do."""

from __future__ import annotations

from engine.ports.storage import Storage
from tests.contracts.facts import ANNA, BEN, HOSTILE, HOUR, NOON, slate


async def test_a_slate_comes_back_exactly_with_everything_that_was_said(peopled: Storage) -> None:
    async with peopled.unit() as unit:
        await unit.slates.add(slate("s1"))
    async with peopled.unit() as unit:
        assert await unit.slates.get("s1") == slate("s1")
        assert await unit.slates.get("unknown") is None


async def test_the_slates_of_a_period_are_everybodys_in_order_of_time_without_its_end(peopled: Storage) -> None:
    async with peopled.unit() as unit:
        for hours, viewer in ((3, ANNA), (1, BEN), (0, ANNA), (2, ANNA), (4, BEN)):
            await unit.slates.add(slate(f"s{hours}", viewer=viewer, at=NOON + hours * HOUR))
        await unit.slates.add(slate("later given, same moment", viewer=BEN, at=NOON + HOUR))
        found = await unit.slates.of_period(NOON + HOUR, NOON + 3 * HOUR)
        assert [one.id for one in found] == ["s1", "later given, same moment", "s2"]
        assert found[2] == slate("s2", at=NOON + 2 * HOUR)
        assert await unit.slates.of_period(NOON + 9 * HOUR, NOON + 99 * HOUR) == []
        assert await unit.slates.of_period(NOON + 3 * HOUR, NOON) == []


async def test_the_latest_slate_is_the_one_given_last_to_that_viewer(peopled: Storage) -> None:
    async with peopled.unit() as unit:
        assert await unit.slates.latest("anna", "console:console") is None
        await unit.slates.add(slate("late", at=NOON + HOUR))
        await unit.slates.add(slate("early"))
        await unit.slates.add(slate("other", viewer=BEN, at=NOON + 2 * HOUR))
        assert await unit.slates.latest("anna", "console:console") == slate("late", at=NOON + HOUR)
        await unit.slates.add(slate("second of that moment", at=NOON + HOUR))
        assert await unit.slates.latest("anna", "console:console") == slate("second of that moment", at=NOON + HOUR)


async def test_the_latest_slate_of_one_place_is_not_that_of_another(peopled: Storage) -> None:
    async with peopled.unit() as unit:
        await unit.slates.add(slate("chat", place="chat:a"))
        await unit.slates.add(slate("page", place="web:page", at=NOON + HOUR))
        await unit.slates.add(slate("of somebody else", viewer=BEN, place="chat:a", at=NOON + 2 * HOUR))
    async with peopled.unit() as unit:
        assert await unit.slates.latest("anna", "chat:a") == slate("chat", place="chat:a")
        assert await unit.slates.latest("anna", "web:page") == slate("page", place="web:page", at=NOON + HOUR)
        for elsewhere in ("", "chat:b", "chat:A", "chat:", "%", HOSTILE):
            assert await unit.slates.latest("anna", elsewhere) is None


async def test_a_place_of_any_name_is_found_again(peopled: Storage) -> None:
    for number, place in enumerate(("", HOSTILE, "nextcloud:" + "x" * 500)):
        async with peopled.unit() as unit:
            await unit.slates.add(slate(f"s{number}", place=place))
            assert await unit.slates.latest("anna", place) == slate(f"s{number}", place=place)


async def test_a_list_is_made_by_its_first_title_and_shows_the_newest_first(peopled: Storage) -> None:
    async with peopled.unit() as unit:
        assert await unit.watchlists.add_item("anna", "Später", "movie:1", NOON)
        assert await unit.watchlists.add_item("anna", "SPÄTER", "movie:2", NOON + 2 * HOUR)
        assert await unit.watchlists.add_item("anna", "später", "movie:3", NOON + HOUR)
        assert not await unit.watchlists.add_item("anna", "Später", "movie:1", NOON + 9 * HOUR)
    async with peopled.unit() as unit:
        [watchlist] = await unit.watchlists.of_viewer("anna")
        assert (watchlist.name, watchlist.item_ids) == ("Später", ("movie:2", "movie:3", "movie:1"))
        assert await unit.watchlists.of_viewer("ben") == []


async def test_of_titles_saved_in_one_moment_the_last_comes_first(peopled: Storage) -> None:
    async with peopled.unit() as unit:
        for item_id in ("movie:2", "movie:9", "movie:1"):
            await unit.watchlists.add_item("anna", "x", item_id, NOON)
        [watchlist] = await unit.watchlists.of_viewer("anna")
        assert watchlist.item_ids == ("movie:1", "movie:9", "movie:2")


async def test_a_title_is_taken_off_one_list_of_one_person(peopled: Storage) -> None:
    async with peopled.unit() as unit:
        for viewer_id, name in (("anna", "a"), ("anna", "b"), ("ben", "a")):
            await unit.watchlists.add_item(viewer_id, name, "movie:1", NOON)
        assert await unit.watchlists.remove_item("anna", "A", "movie:1")
        assert not await unit.watchlists.remove_item("anna", "a", "movie:1")
        assert not await unit.watchlists.remove_item("anna", "none", "movie:1")
        assert [(held.name, held.item_ids) for held in await unit.watchlists.of_viewer("anna")] == [
            ("a", ()),
            ("b", ("movie:1",)),
        ]
        assert [held.item_ids for held in await unit.watchlists.of_viewer("ben")] == [("movie:1",)]


async def test_a_dropped_list_is_given_back_with_its_titles_and_starts_empty_again(peopled: Storage) -> None:
    async with peopled.unit() as unit:
        await unit.watchlists.add_item("anna", "List", "movie:1", NOON)
        [before] = await unit.watchlists.of_viewer("anna")
        assert await unit.watchlists.drop("anna", "LIST") == before
        assert await unit.watchlists.drop("anna", "list") is None
        assert await unit.watchlists.of_viewer("anna") == []
        assert await unit.watchlists.add_item("anna", "list", "movie:2", NOON)
        assert [held.item_ids for held in await unit.watchlists.of_viewer("anna")] == [("movie:2",)]
