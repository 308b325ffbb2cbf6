"""What lies in the sections, read to the end whatever happens meanwhile."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from engine.domain.items import CreditRole, MediaType
from engine.domain.media import ExternalIds, Hdr
from engine.errors import RateLimited, SourceRejected, SourceUnavailable
from tests.adapters.library.plex.conftest import Opening, Plexed, gathered
from tests.fakes.plex import PlexWorld
from tests.fakes.plex.titles import SHOWS
from tests.fakes.plex.world import MACHINE, OWNER_TOKEN

pytestmark = pytest.mark.untraced


async def test_a_server_tells_who_it_is_and_what_it_holds(plex: Plexed):
    identity = await plex.server.identity()
    sections = await plex.server.sections()
    assert (identity.id, identity.name, identity.version) == (MACHINE, "Home", "1.43.0.10492")
    assert [(one.key, one.name, one.media_type, one.count) for one in sections] == [
        ("1", "Movies", MediaType.MOVIE, 40),
        ("2", "TV Shows", MediaType.TV, 10),
        ("3", "Music", None, 0),
    ]


async def test_a_title_comes_with_its_ids_its_people_and_its_files(plex: Plexed):
    films = {film.key: film for film in await gathered(plex.server.items("1"))}
    film = films["5"]
    assert len(films) == 40
    assert film.ids == ExternalIds(tmdb=105, imdb="tt0000105")
    assert (film.title, film.year, film.section, film.language, film.runtime) == ("Film 5", 1955, "1", "en", 85)
    assert {credit.role for credit in film.credits} == {
        CreditRole.DIRECTOR,
        CreditRole.WRITER,
        CreditRole.ACTOR,
        CreditRole.STUDIO,
    }
    assert film.added_at == datetime.fromtimestamp(1_600_000_300, UTC)
    best = film.files[0]
    assert best.hdr == (Hdr.DOLBY_VISION, Hdr.HDR10)
    assert (best.atmos, best.width, best.video_codec, best.audio_codec) == (True, 3840, "hevc", "truehd")
    assert films["4"].files[0].hdr == ()
    assert films["10"].labels == {"kids"}


async def test_series_tell_how_many_seasons_and_episodes_they_have(plex: Plexed):
    series = await gathered(plex.server.items("2"))
    assert len(series) == 10
    assert (series[0].media_type, series[0].seasons, series[0].episodes) == (MediaType.TV, 2, 20)
    assert series[0].ids == ExternalIds(tmdb=51, tvdb=70_001)


async def test_a_server_that_leaves_out_all_but_what_is_named_loses_no_genres(opening: Opening):
    plex = await opening(PlexWorld(movies=10, only_named_elements=True))
    film = (await gathered(plex.server.items("1")))[4]
    assert film.genres
    assert film.ids.tmdb == 105
    assert film.files[0].atmos


async def test_where_lists_tell_no_streams_they_are_asked_for_once_only(opening: Opening):
    plex = await opening(PlexWorld(movies=600, streams_in_lists=False))
    films = await gathered(plex.server.items("1"))
    asked = plex.fake.server.asked
    assert len(films) == 600
    assert films[4].files[0].width == 3840
    assert films[4].files[0].hdr == ()
    assert asked == 6  # the connection, the sections, three pages, and one try


async def test_a_server_that_refuses_to_be_asked_for_streams_is_read_without_them(plex: Plexed):
    plex.fake.faults.add("includeElements", status=400, times=9)
    films = await gathered(plex.server.items("1"))
    assert len(films) == 40
    assert films[4].files[0].width == 3840


async def test_the_list_goes_on_where_it_was_left(plex: Plexed):
    assert [film.key for film in await gathered(plex.server.items("1", start=37))] == ["38", "39", "40"]


async def test_titles_that_come_and_go_meanwhile_hide_no_others(opening: Opening):
    plex = await opening(PlexWorld(movies=700))
    keys = plex.fake.world.keys["1"]
    seen: list[str] = []
    async for page in plex.server.items("1"):
        if not seen:
            del keys[10:40]  # those behind us: everything moves up
            keys.append(9_999)
        elif len(seen) == 250:
            keys.remove(600)
        seen += [film.key for film in page]
    assert {str(key) for key in keys} <= set(seen)


async def test_a_list_that_becomes_shorter_than_where_we_are_is_still_read_to_its_end(opening: Opening):
    plex = await opening(PlexWorld(movies=700))
    keys, seen = plex.fake.world.keys["1"], set[str]()
    async for page in plex.server.items("1"):
        if len(seen) == 250:
            del keys[5:600]
        seen |= {film.key for film in page}
    assert {str(key) for key in keys} <= seen


async def test_a_server_that_tells_the_same_page_for_ever_is_not_believed(opening: Opening):
    plex = await opening(PlexWorld(movies=3_000))
    rows = "".join(f'<Video ratingKey="{key}" type="movie" title="A"/>' for key in range(1, 251))
    body = f'<MediaContainer size="250" totalSize="3000">{rows}</MediaContainer>'.encode()
    plex.fake.faults.add("sections/1/all", status=200, body=body, times=99)
    with pytest.raises(SourceUnavailable, match="integration-unreadable"):
        await gathered(plex.server.items("1"))


async def test_a_server_that_does_not_page_tells_everything_once(opening: Opening):
    plex = await opening()
    rows = "".join(f'<Video ratingKey="{key}" type="movie" title="A"/>' for key in range(1, 801))
    body = f"<MediaContainer>{rows}</MediaContainer>".encode()
    plex.fake.faults.add("sections/1/all", status=200, body=body, times=99)
    assert len(await gathered(plex.server.items("1"))) == 800


async def test_an_empty_page_before_the_end_is_not_the_end(opening: Opening):
    plex = await opening(PlexWorld(movies=600))
    await plex.server.sections()
    nothing = b'<MediaContainer size="0" totalSize="600" offset="250"/>'
    plex.fake.faults.add("X-Plex-Container-Start=249", status=200, body=nothing, times=9)
    with pytest.raises(SourceUnavailable, match="integration-unreadable"):
        await gathered(plex.server.items("1"))


@pytest.mark.parametrize(
    "body",
    [
        b'<MediaContainer size="3" totalSize="3"><Video ratingKey="1" type="movie" title="A"/></MediaContainer>',
        b'<MediaContainer size="1" totalSize="1"><Video rat',
        b"<html><head><title>Starting up",
        b"\xff\xfe\x00",
    ],
)
async def test_an_answer_that_is_not_whole_is_no_answer(plex: Plexed, body: bytes):
    await plex.server.sections()
    plex.fake.faults.add("sections/1/all", status=200, body=body, times=9)
    with pytest.raises(SourceUnavailable, match="integration-unreadable"):
        await gathered(plex.server.items("1"))


async def test_a_connection_that_breaks_in_the_middle_is_taken_up_again(plex: Plexed):
    await plex.server.sections()
    plex.fake.faults.add("sections/1/all", truncate=0.5)
    assert len(await gathered(plex.server.items("1"))) == 40


async def test_a_server_that_answers_in_json_is_understood(plex: Plexed):
    await plex.server.sections()
    row = b'{"ratingKey": "7", "type": "movie", "title": "J"}'
    body = b'{"MediaContainer": {"size": 1, "totalSize": 1, "Metadata": [' + row + b"]}}"
    plex.fake.faults.add("sections/1/all", status=200, body=body, times=2)
    assert [film.title for film in await gathered(plex.server.items("1"))] == ["J"]


async def test_only_what_changed_is_told_when_asked_for(plex: Plexed):
    since = datetime.fromtimestamp(1_700_000_000, UTC)
    plex.fake.world.changes = {3: {"updatedAt": 1_700_000_100}, 8: {"addedAt": 1_700_000_200}}
    plex.fake.world.changes[SHOWS + 2] = {"newestEpisode": 1_700_000_300}
    assert {film.key for film in await gathered(plex.server.changed("1", since))} == {"3", "8"}
    assert {series.key for series in await gathered(plex.server.changed("2", since))} == {str(SHOWS + 2)}


async def test_one_title_is_told_with_all_that_is_known(plex: Plexed):
    film, series = await plex.server.item("5"), await plex.server.item(str(SHOWS + 1))
    assert film
    assert film.files[0].atmos
    assert series
    assert series.files[0].video_codec == "h264"


@pytest.mark.parametrize("key", ["99999", "", "../accounts", "1,2", "٣"])
async def test_a_title_that_is_not_there_is_none(plex: Plexed, key: str):
    assert await plex.server.item(key) is None


async def test_sections_without_titles_worth_recommending_hold_nothing(plex: Plexed):
    assert await gathered(plex.server.items("3")) == []
    assert await gathered(plex.server.items("404")) == []
    assert await gathered(plex.server.changed("3", plex.clock.now())) == []


async def test_no_error_and_no_address_holds_the_token(plex: Plexed, caplog: pytest.LogCaptureFixture):
    caplog.set_level("DEBUG")
    await plex.server.sections()
    for status, kind in ((503, SourceUnavailable), (401, SourceRejected), (400, SourceRejected)):
        plex.fake.faults.clear()
        plex.fake.faults.add("sections/1/all", status=status, body=OWNER_TOKEN.encode(), times=9)
        with pytest.raises(kind) as caught:
            await gathered(plex.server.items("1"))
        assert (plex.opened.health().trouble is None) == (status == 400)
        assert OWNER_TOKEN not in f"{caught.value!r} {caught.value.__cause__!r} {caught.value.__context__!r}"
    assert OWNER_TOKEN not in caplog.text
    assert OWNER_TOKEN not in repr(plex.opened.instance)


async def test_a_redirect_does_not_carry_the_token_away(opening: Opening):
    plex, other = await opening(), await opening()
    heard = other.fake.server.asked
    plex.fake.faults.add(
        "GET /library/sections", status=302, headers={"Location": f"{other.fake.url}/library/sections"}
    )
    with pytest.raises(SourceRejected, match="integration-redirected"):
        await plex.server.sections()
    assert other.fake.server.asked == heard


async def test_a_server_that_asks_for_patience_is_given_it(plex: Plexed):
    await plex.server.identity()
    plex.fake.faults.add("GET /library/sections", status=429, headers={"Retry-After": "120"}, times=9)
    with pytest.raises(RateLimited) as caught:
        await plex.server.sections()
    assert caught.value.retry_after == 120


PAGE = b"<html><head><title>Sign in</title></head><body><form/></body></html>"


@pytest.mark.parametrize("body", [b"", PAGE, b"\xef\xbb\xbf" + PAGE], ids=["nothing", "a page", "a marked page"])
async def test_what_stands_between_us_and_the_server_is_not_an_empty_shelf(plex: Plexed, body: bytes):
    plex.fake.faults.add("GET /library/sections", status=200, body=body, times=9)
    with pytest.raises(SourceUnavailable, match="integration-unreadable"):
        await plex.server.sections()


@pytest.mark.parametrize("marked", [b"", b"\xef\xbb\xbf"])
async def test_texts_that_xml_cannot_hold_lose_no_page(plex: Plexed, marked: bytes):
    rows = [{"key": "1", "type": "movie", "title": "A\x00\ud83d"}, {"key": "2", "type": "show", "title": "B"}]
    body = marked + json.dumps({"MediaContainer": {"size": 2, "Directory": rows}}).encode()
    plex.fake.faults.add("GET /library/sections", status=200, body=body)
    plex.fake.faults.add("GET /library/sections/", status=200, body=b'{"MediaContainer": {"size": 0}}', times=9)
    assert [section.name for section in await plex.server.sections()] == ["A", "B"]
