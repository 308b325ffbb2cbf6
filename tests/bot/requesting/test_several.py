"""Several Radarrs or Sonarrs: the one for just such titles is asked, and each goes on being asked of its own."""

from __future__ import annotations

import pytest

from bot.requesting import petitions
from bot.tokens import word_token
from engine.domain.acquisition import RequestState
from tests.bot.requesting.world import Grabbing, grabbing
from tests.conversations.household import choices, said
from tests.fakes.radarr import FakeRadarr
from tests.fakes.sonarr import FakeSonarr
from tests.fakes.sonarr.server import season
from tests.fakes.tmdb.titles import title_of

FILM, CARTOON, GHIBLI = 60, 61, 62
JAPANESE = {"original_language": "ja", "genres": [{"id": 16, "name": "Animation"}]}
FAMILY = {"original_language": "en", "genres": [{"id": 10751, "name": "Family"}]}
PLAIN = {"original_language": "en", "genres": [{"id": 18, "name": "Drama"}]}
SERIES, ANIME = 57, 58


def tell(stage: Grabbing) -> None:
    """TMDB tells the titles apart, and every Radarr and Sonarr finds them."""
    for number, facts in ((FILM, PLAIN), (CARTOON, FAMILY), (GHIBLI, JAPANESE)):
        stage.tmdb.extra["movie", number] = {"title": title_of(number), **facts}
    for number, facts in ((SERIES, PLAIN), (ANIME, JAPANESE)):
        stage.tmdb.extra["tv", number] = {"name": f"{title_of(number)} Series", **facts}
    for fake in stage.fakes.values():
        if isinstance(fake, FakeRadarr):
            for number in (FILM, CARTOON, GHIBLI):
                fake.knows(number, title_of(number))
        if isinstance(fake, FakeSonarr):
            for number in (SERIES, ANIME):
                fake.knows(70_000 + number, f"{title_of(number)} Series", 1 + number % 6, tmdbId=number)


def films(stage: Grabbing, name: str) -> list[int]:
    return [film["tmdbId"] for film in stage.fakes[name].films.values()]


async def test_each_film_is_asked_of_the_radarr_for_such_films() -> None:
    takes = {"radarr-anime": "anime", "radarr-kids": "children", "radarr-4k": "nothing"}
    async with grabbing("tmdb", "radarr", *takes, takes=takes, know=False) as stage:
        tell(stage)
        for number in (FILM, CARTOON, GHIBLI):
            assert "requested" in said(await stage.house.say(f"request {title_of(number)}"))
        assert [films(stage, name) for name in ("radarr", "radarr-kids", "radarr-anime", "radarr-4k")] == [
            [FILM],
            [CARTOON],
            [GHIBLI],
            [],
        ]
        assert {one.instance for one in await stage.requests()} == {"radarr", "radarr-kids", "radarr-anime"}


async def test_an_anime_goes_to_its_own_sonarr_as_anime_and_other_series_to_the_other() -> None:
    takes = {"sonarr": "series", "sonarr-anime": "anime"}
    async with grabbing("tmdb", *takes, takes=takes, know=False) as stage:
        tell(stage)
        for number in (SERIES, ANIME):
            offered = choices(await stage.house.say(f"request {title_of(number)} Series"))
            assert "requested" in said(await stage.house.press(offered["Season 1"]))
        ((series,), (anime,)) = (stage.fakes[name].series.values() for name in takes)
        assert (series["tmdbId"], series["seriesType"]) == (SERIES, "standard")
        assert (anime["tmdbId"], anime["seriesType"]) == (ANIME, "anime")


async def test_a_radarr_that_does_not_answer_is_named_and_no_other_is_asked_instead() -> None:
    takes = {"radarr-anime": "anime"}
    async with grabbing("tmdb", "radarr", *takes, takes=takes, know=False) as stage:
        tell(stage)
        await stage.fakes["radarr-anime"].stop()
        assert "radarr-anime does not answer" in said(await stage.house.say(f"request {title_of(GHIBLI)}"))
        assert not films(stage, "radarr")
        assert not await stage.requests()


@pytest.mark.parametrize("down", [False, True])
async def test_a_film_of_the_radarr_of_which_nothing_is_asked_counts_as_there(down: bool) -> None:
    async with grabbing("tmdb", "radarr", "radarr-4k", takes={"radarr-4k": "nothing"}, know=False) as stage:
        tell(stage)
        stage.fakes["radarr-4k"].has(FILM, title_of(FILM), hasFile=True)
        await stage.requesting.read_elsewhere()
        assert f"movie:{FILM}" in stage.house.services.recommender.world.taken
        if down:
            await stage.fakes["radarr-4k"].stop()
        assert "there already" in said(await stage.house.say(f"request {title_of(FILM)}"))
        assert not films(stage, "radarr")
        assert [want.item_id for want in await stage.wants()] == [f"movie:{FILM}"]


async def test_more_of_a_series_is_asked_of_the_sonarr_that_has_it() -> None:
    takes = {"sonarr-anime": "anime"}
    async with grabbing("tmdb", "sonarr", *takes, takes=takes, know=False) as stage:
        tell(stage)
        parts = [season(1, monitored=True, files=8, total=8), season(2, total=8)]
        stage.sonarr.has(70_000 + ANIME, f"{title_of(ANIME)} Series", parts, tmdbId=ANIME)
        offered = choices(await stage.house.say(f"request {title_of(ANIME)} Series"))
        assert "requested" in said(await stage.house.press(offered["Season 2"]))
        assert not stage.fakes["sonarr-anime"].series
        assert [one.instance for one in await stage.requests()] == ["sonarr"]


async def test_approval_taking_back_and_the_week_are_each_instances_own() -> None:
    takes = {"radarr-anime": "anime"}
    async with grabbing("tmdb", "radarr", *takes, takes=takes, know=False, approval="members", weekly="1") as stage:
        tell(stage)
        assert "waits for a yes" in said(await stage.house.say(f"request {title_of(FILM)}"))
        assert "waits for a yes" in said(await stage.house.say(f"request {title_of(GHIBLI)}"))
        assert "used up your requests on radarr" in said(await stage.house.say(f"request {title_of(CARTOON)}"))
        ghibli = next(one for one in await stage.requests() if one.instance == "radarr-anime")
        assert ghibli.item_id == f"anime:film:{GHIBLI}"
        async with stage.house.storage.unit() as unit:
            (asked,) = [one for one in await petitions.looked_after(unit) if one.own == ghibli.id]
        assert "Approved" in said(await stage.house.press(asked.token("approve"), "v-owner"))
        assert (films(stage, "radarr"), films(stage, "radarr-anime")) == ([], [GHIBLI])
        yes = word_token("cancel", "yes", ghibli.id) or ""
        await stage.house.press(yes, "v-owner")
        assert films(stage, "radarr-anime") == []
        states = {one.instance: one.state for one in await stage.requests()}
        assert states == {"radarr": RequestState.PENDING, "radarr-anime": RequestState.CANCELLED}


async def test_what_another_radarr_reports_of_the_same_film_changes_nothing() -> None:
    async with grabbing("tmdb", "radarr", "radarr-4k", takes={"radarr-4k": "nothing"}, know=False) as stage:
        tell(stage)
        await stage.house.say(f"request {title_of(FILM)}")
        finer = stage.fakes["radarr-4k"]
        finer.has(FILM, title_of(FILM))
        await stage.report("radarr-4k", finer.report("ManualInteractionRequired", 1))
        assert [one.state for one in await stage.requests()] == [RequestState.APPROVED]
        await stage.report("radarr", stage.radarr.report("ManualInteractionRequired", 1))
        assert [one.state for one in await stage.requests()] == [RequestState.FAILED]


async def test_with_nobody_to_ask_for_such_titles_it_says_so_and_what_is_there_is_still_known() -> None:
    async with grabbing("tmdb", "radarr-4k", takes={"radarr-4k": "nothing"}, know=False) as stage:
        tell(stage)
        stage.fakes["radarr-4k"].has(FILM, title_of(FILM), hasFile=True)
        await stage.requesting.start()
        assert f"movie:{FILM}" in stage.house.services.recommender.world.taken
        assert "no service for it" in said(await stage.house.say(f"request {title_of(CARTOON)}"))
