"""TMDB over real sockets: one request for a title, a memory of a week, and no answer that is taken on trust."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from adapters.metadata.tmdb import INTEGRATION
from bot.integration import Outside
from engine.domain.items import Collection, MediaType
from engine.domain.media import ExternalIds
from engine.errors import RateLimited, SourceRejected, SourceUnavailable
from engine.testing.clock import SteppedClock
from tests.adapters.metadata.tmdb.conftest import Connect
from tests.fakes.tmdb import FakeTmdb
from tests.fakes.tmdb.server import KEY
from tests.fakes.tmdb.titles import imdb_of, title_of

MOVIE, TV, ANIME = MediaType.MOVIE, MediaType.TV, MediaType.ANIME


def asked(fake: FakeTmdb, path: str) -> int:
    return sum(request.startswith(path) for request in fake.requests)


async def test_one_request_tells_a_film_in_every_language(connect: Connect, fake: FakeTmdb) -> None:
    tmdb = await connect()
    found = await tmdb.details(MOVIE, 7, languages=("de", "fr"))
    assert found
    item = found.item
    assert (item.id, item.media_type, item.tmdb_id, item.imdb_id) == ("movie:7", MOVIE, 7, imdb_of(7))
    assert item.titles == {"en": title_of(7), "de": f"{title_of(7)} (de)", "fr": f"{title_of(7)} (fr)"}
    assert item.synopses == {"en": "[en] 7", "de": "[de] 7", "fr": "[fr] 7"}
    assert item.genres == ("Science Fiction", "Comedy")
    assert item.poster_url == "https://image.tmdb.org/t/p/w500/poster7.jpg"
    assert item.people("director") == ("Ada Stern",)
    assert (found.similar, found.trailer, found.released) == ((8, 12, 17), "trailer0007", True)
    assert asked(fake, "/3/movie/7") == 1
    assert "append_to_response=credits,keywords" in next(r for r in fake.requests if "/3/movie/7" in r)


async def test_a_series_has_its_seasons_and_its_ids(connect: Connect) -> None:
    found = await (await connect()).details(TV, 8)
    assert found
    assert (found.item.id, found.item.seasons, found.item.episodes) == ("tv:8", 3, 24)
    assert found.seasons == (0, 1, 2, 3)
    assert found.ids == ExternalIds(8, imdb_of(8, is_series=True), 70_008)
    assert found.item.external_ids == {"tvdb": "70008"}
    assert found.item.people("creator", "actor")[:2] == ("Ada Stern", "Bo Lind")


async def test_anime_films_and_series_of_one_number_are_two_titles(connect: Connect, fake: FakeTmdb) -> None:
    drawn = {"original_language": "ja", "genres": [{"id": 16, "name": "Animation"}]}
    fake.extra = {("movie", 3): drawn, ("tv", 3): drawn}
    tmdb = await connect()
    film, show, again = await tmdb.details(MOVIE, 3), await tmdb.details(TV, 3), await tmdb.details(ANIME, 3)
    assert film
    assert show
    assert again
    assert (film.item.id, film.item.media_type, film.item.seasons) == ("anime:film:3", ANIME, None)
    assert (show.item.id, show.item.media_type) == ("anime:3", ANIME)
    assert again.item.id == show.item.id


async def test_a_franchise_is_ordered_by_release_and_asked_for_once(connect: Connect, fake: FakeTmdb) -> None:
    tmdb = await connect()
    fake.extra[("movie", 42)] = {"release_date": "1950-01-01"}
    found = [await tmdb.details(MOVIE, number) for number in (40, 41, 42)]
    assert [entry.item.collection for entry in found if entry] == [
        Collection(f"{title_of(40)} Collection", place) for place in (1, 2, 3)
    ]
    assert asked(fake, "/3/collection/10") == 1


async def test_a_franchise_that_cannot_be_told_does_not_cost_the_film(connect: Connect, fake: FakeTmdb) -> None:
    fake.faults.add("/3/collection", status=500, times=9)
    found = await (await connect()).details(MOVIE, 40)
    assert found
    assert found.item.collection == Collection(f"{title_of(40)} Collection", None)


async def test_what_was_heard_this_week_is_not_asked_again_by_the_next_process(
    connect: Connect, fake: FakeTmdb, outside: Outside
) -> None:
    first = await connect()
    before = await first.details(MOVIE, 7, languages=("de",))
    await first.close()
    second = await connect()
    assert await second.details(MOVIE, 7, languages=("de",)) == before
    assert asked(fake, "/3/movie/7") == 1
    assert isinstance(outside.clock, SteppedClock)
    outside.clock.advance(timedelta(days=8))
    await second.details(MOVIE, 7, languages=("de",))
    assert asked(fake, "/3/movie/7") == 2


async def test_while_tmdb_is_down_older_answers_do(connect: Connect, fake: FakeTmdb, outside: Outside) -> None:
    first = await connect()
    before = await first.details(MOVIE, 7)
    await first.close()
    assert isinstance(outside.clock, SteppedClock)
    outside.clock.advance(timedelta(days=30))
    fake.faults.add("", status=503, times=99)
    second = await connect()
    assert await second.details(MOVIE, 7) == before
    with pytest.raises(SourceUnavailable):
        await second.details(MOVIE, 8)
    with pytest.raises(SourceUnavailable):
        await second.details(MOVIE, 7, anew=True)
    outside.clock.advance(timedelta(days=16))
    with pytest.raises(SourceUnavailable):
        await second.details(MOVIE, 7)


async def test_what_is_asked_anew_is_not_answered_from_memory_and_is_remembered(
    connect: Connect, fake: FakeTmdb
) -> None:
    tmdb = await connect()
    await tmdb.details(MOVIE, 7)
    fake.extra["movie", 7] = {"vote_count": 4_321}
    for anew in (False, True, False):
        told = await tmdb.details(MOVIE, 7, anew=anew)
        assert told is not None
        assert (told.item.vote_count == 4_321) is (anew or asked(fake, "/3/movie/7") == 2)
    assert asked(fake, "/3/movie/7") == 2
    fake.missing.add(("movie", 7))
    assert await tmdb.details(MOVIE, 7, anew=True) is None
    assert await tmdb.details(MOVIE, 7) is None


async def test_a_title_that_does_not_exist_is_none_and_remembered_as_that(connect: Connect, fake: FakeTmdb) -> None:
    tmdb = await connect()
    for _ in range(2):
        assert await tmdb.details(MOVIE, 999_999) is None
    assert asked(fake, "/3/movie/999999") == 1
    assert await tmdb.details(MediaType.MANGA, 5) is None
    assert await tmdb.details(MOVIE, -5) is None


@pytest.mark.parametrize(
    "fault",
    [
        {"status": 404, "body": b"<html>no such page</html>"},
        {"status": 200, "body": b"[]"},
        {"status": 200, "body": b"{}"},
        {"status": 422, "body": b'{"status_code": 27}'},
        {"change": lambda told: told | {"id": 8}},
        {"change": lambda told: told | {"title": None}},
        {"truncate": 0.5, "times": 9},
    ],
)
async def test_an_answer_that_is_none_never_means_that_there_is_no_such_title(
    connect: Connect, fake: FakeTmdb, fault: dict[str, Any]
) -> None:
    fake.faults.add("/3/movie/7", **fault)
    tmdb = await connect()
    with pytest.raises(SourceUnavailable):
        await tmdb.details(MOVIE, 7)
    fake.faults.clear()
    assert await tmdb.details(MOVIE, 7)


async def test_both_kinds_of_keys_open_the_door_and_a_wrong_one_does_not(connect: Connect, fake: FakeTmdb) -> None:
    assert await (await connect(KEY)).details(MOVIE, 7)
    with pytest.raises(SourceRejected) as told:
        await (await connect("wrong-token")).trending(MOVIE)
    assert told.value.key == "integration-rejected"
    assert "wrong-token" not in str(told.value)


async def test_patience_that_tmdb_asks_for_is_had(connect: Connect, fake: FakeTmdb) -> None:
    fake.faults.add("/3/movie/7", status=429, headers={"Retry-After": "0.05"})
    tmdb = await connect()
    assert await tmdb.details(MOVIE, 7)
    fake.faults.add("/3/movie/8", status=429, headers={"Retry-After": "300"})
    with pytest.raises(RateLimited):
        await tmdb.details(MOVIE, 8)


async def test_titles_are_found_by_ids_of_others(connect: Connect) -> None:
    tmdb = await connect()
    film = await tmdb.find(ExternalIds(imdb=imdb_of(9)))
    show = await tmdb.find(ExternalIds(tvdb=70_009))
    assert [(entry.media_type, entry.tmdb_id) for entry in film + show] == [(MOVIE, 9), (TV, 9)]
    assert await tmdb.find(ExternalIds(tmdb=9)) == []
    assert await tmdb.find(ExternalIds(imdb="../../configuration")) == []


async def test_a_search_takes_the_year_and_does_without_when_it_finds_nothing(connect: Connect, fake: FakeTmdb) -> None:
    tmdb = await connect()
    [right] = await tmdb.search(title_of(17), media_type=MOVIE, year=1961)
    [wrong] = await tmdb.search(title_of(17), media_type=MOVIE, year=1999)
    assert right.tmdb_id == wrong.tmdb_id == 17
    both = await tmdb.search("garden 11")
    assert {entry.media_type for entry in both} == {MOVIE, TV}
    assert await tmdb.search("  ") == []
    assert await tmdb.search(title_of(17), media_type=MediaType.MANGA) == []
    count = len(fake.requests)
    await tmdb.search("garden  11")
    assert len(fake.requests) == count


async def test_a_search_tells_the_names_of_the_services_own_language(connect: Connect, fake: FakeTmdb) -> None:
    fake.extra[("movie", 17)] = {"original_title": "Le Jardin"}
    tmdb = await connect(locale="de-AT")
    [found] = await tmdb.search(f"{title_of(17)} (de)", media_type=MOVIE)
    assert (found.title, found.titles) == (title_of(17), ("Le Jardin", f"{title_of(17)} (de)"))
    both = await tmdb.search("garden 11")
    assert [entry.popularity for entry in both] == sorted((entry.popularity for entry in both), reverse=True)
    assert all(f"{title_of(entry.tmdb_id)} (de)" in entry.titles for entry in both)


async def test_long_searches_are_remembered_apart(connect: Connect, fake: FakeTmdb) -> None:
    tmdb = await connect()
    long = "映画" * 90
    fake.extra[("movie", 900)] = {"title": f"{long}一"}
    fake.extra[("movie", 901)] = {"title": f"{long}二"}
    assert [entry.tmdb_id for entry in await tmdb.search(f"{long}一", media_type=MOVIE)] == [900]
    assert [entry.tmdb_id for entry in await tmdb.search(f"{long}二", media_type=MOVIE)] == [901]


async def test_strange_words_are_searched_as_they_are(connect: Connect, fake: FakeTmdb) -> None:
    name = "9½ & 100% «#?/: 映画"
    fake.extra[("movie", 900)] = {"title": name}
    [found] = await (await connect()).search(name, media_type=MOVIE)
    assert (found.tmdb_id, found.title) == (900, name)


async def test_what_is_talked_of_comes_by_the_world_or_the_region(connect: Connect, fake: FakeTmdb) -> None:
    tmdb = await connect()
    assert len(await tmdb.trending(MOVIE)) == 40
    assert len(await tmdb.trending(TV, region="de")) == 40
    assert any("watch_region=DE" in request for request in fake.requests)
    assert all(entry.language == "ja" for entry in await tmdb.trending(ANIME))
    await tmdb.trending(MOVIE, region="not a country")
    assert not any("not" in request for request in fake.requests)


async def test_what_comes_is_within_three_months(connect: Connect, fake: FakeTmdb, outside: Outside) -> None:
    today = outside.clock.now().date()
    for number, days in ((901, 3), (902, 300), (903, -3)):
        fake.extra[("movie", number)] = {"release_date": (today + timedelta(days=days)).isoformat()}
    fake.count = 903
    coming = await (await connect()).upcoming(MOVIE, region="DE")
    assert 901 in {entry.tmdb_id for entry in coming}
    assert not {902, 903} & {entry.tmdb_id for entry in coming}
    assert await (await connect()).upcoming(TV) is not None


async def test_alike_titles_come_with_their_facts(connect: Connect) -> None:
    tmdb = await connect()
    assert [entry.tmdb_id for entry in await tmdb.similar(MOVIE, 7)] == [8, 12, 17]
    assert next(entry.title for entry in await tmdb.recommended(TV, 7)) == f"{title_of(8)} Series"
    assert await tmdb.similar(MediaType.MANGA, 7) == []
    assert await tmdb.similar(MOVIE, 999_999) == []


async def test_a_list_without_its_list_is_unreadable(connect: Connect, fake: FakeTmdb) -> None:
    fake.faults.add("/3/trending", change=lambda told: {"page": 1, "results": None})
    with pytest.raises(SourceUnavailable) as told:
        await (await connect()).trending(MOVIE)
    assert told.value.key == "integration-unreadable"


async def test_many_at_once_ask_for_the_address_of_pictures_once(connect: Connect, fake: FakeTmdb) -> None:
    tmdb = await connect()
    found = await asyncio.gather(*(tmdb.details(MOVIE, number) for number in range(50, 70)))
    assert all(found)
    assert asked(fake, "/3/configuration") == 1


async def test_pictures_have_an_address_even_when_tmdb_does_not_tell_it(connect: Connect, fake: FakeTmdb) -> None:
    fake.faults.add("/3/configuration", status=500, times=9)
    found = await (await connect()).details(MOVIE, 7)
    assert found
    assert found.item.poster_url == "https://image.tmdb.org/t/p/w500/poster7.jpg"


async def test_health_and_attribution_are_told(connect: Connect, fake: FakeTmdb) -> None:
    tmdb = await connect()
    await tmdb.details(MOVIE, 7)
    assert tmdb.client.health.trouble is None
    assert tmdb.attribution == "tmdb-attribution"


async def test_the_integration_is_there_when_a_token_is_set(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, outside: Outside
) -> None:
    monkeypatch.chdir(tmp_path)
    assert INTEGRATION.instances() == []
    monkeypatch.setenv("RECOMMENDARR_TMDB_TOKEN", KEY)
    [instance] = INTEGRATION.instances()
    assert (instance.name, instance.url) == ("tmdb", "https://api.themoviedb.org")
    opened = await INTEGRATION.open(instance, outside)
    assert opened.metadata
    assert opened.health().trouble is None
    await opened.close()
    assert INTEGRATION.steps
    assert [key for key, _ in INTEGRATION.steps(outside.settings)] == ["tmdb-steps"]


async def test_a_database_that_fails_costs_nothing_but_the_memory(connect: Connect, fake: FakeTmdb) -> None:
    tmdb = await connect()
    tmdb._memory._storage = BrokenStorage()  # type: ignore[assignment]
    assert await tmdb.details(MOVIE, 7)
    await tmdb._memory.write()
    assert await tmdb.details(MOVIE, 7)
    assert asked(fake, "/3/movie/7") == 1


class BrokenStorage:
    """Its database cannot be reached."""

    def unit(self, *, lasting: bool = True) -> object:
        raise SourceUnavailable("database-unreachable")
