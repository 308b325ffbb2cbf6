"""The same playback counts once, whoever tells it how often and in which order."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.syncing.episodes import of_series
from bot.syncing.playbacks import Heard, Watching
from engine.domain.interactions import InteractionKind
from engine.domain.items import MediaType
from engine.domain.media import Episode, ExternalIds, Playback
from engine.taste.tally import Figure, tally
from tests.bot.media.stage import ALICE, KID, NOW, SECRET, Running, Stage, begun, episode_begun, seen
from tests.fakes.plex.world import MACHINE, OWNER
from tests.fakes.tautulli.server import filled

pytestmark = pytest.mark.untraced

EVENING = NOW - timedelta(days=3)


def told(number: int = 5, *, at: datetime = EVENING, who: int = ALICE, **how: object) -> Playback:
    one = Playback(
        id=f"{who}:{number}:{at.timestamp():.0f}",
        account_id=str(who),
        item_key=str(number),
        media_type=MediaType.MOVIE,
        started_at=at,
        ended_at=at + timedelta(minutes=90),
        completion=0.97,
    )
    return replace(one, **how)  # type: ignore[arg-type]


def part(number: int, *, at: datetime, completion: float = 0.95, key: int = 1_000_001) -> Playback:
    ended = at + timedelta(minutes=25)
    return told(key, at=at, ended_at=ended, media_type=MediaType.TV, episode=Episode(1, number), completion=completion)


def watching(running: Running, source: str = "test") -> Watching:
    intake = running.services.intake
    turn = running.syncing.of("plex").taking
    return Watching("plex", MACHINE, source, running.stage.storage, intake, turn)


async def test_webhook_tautulli_and_plex_tell_of_one_playback(stage: Stage) -> None:
    over = EVENING + timedelta(minutes=88)  # when Plex counts the film as seen, which is all its history tells
    async with stage.running() as running:
        await running.full()
        row = begun(5, at=EVENING, minutes=90)
        body = filled(
            "stop",
            {
                "media_type": "movie", "user_id": ALICE, "rating_key": 5, "started": row["started"],
                "stopped": row["stopped"], "progress_percent": 97, "machine_id": "tv",
            },
        )  # fmt: skip
        stage.plex.world.rows.append(seen(5, at=over))
        await running.syncing.of("plex").recent()
        assert await running.post("tautulli", body, X_Recommendarr_Secret=SECRET) == 200
        await running.worked_in()
        stage.tautulli.extra.append(row)
        for _ in range(2):
            await running.syncing.of("plex").recent()
        (fact,) = await running.facts(ALICE)
        assert (fact.item_id, fact.completion) == ("movie:105", 0.97)
        assert fact.at == EVENING


@pytest.mark.parametrize("first", ["plex", "tautulli"])
async def test_a_history_that_only_says_when_it_was_over_is_recognised(stage: Stage, first: str) -> None:
    over = told(id="history:1", at=EVENING + timedelta(minutes=89), ended_at=None, completion=0.9)
    both = [over, told()] if first == "plex" else [told(), over]
    async with stage.running() as running:
        await running.full()
        for one in both:
            await watching(running).take([one])
        assert [one.completion for one in await running.facts(ALICE)] == [0.97]


async def test_two_tellers_at_the_same_moment_are_one(stage: Stage) -> None:
    async with stage.running() as running:
        await running.full()
        other = told(id="another", at=EVENING + timedelta(minutes=2))
        await asyncio.gather(*(watching(running).take([one]) for one in (told(), other)))
        assert len(await running.facts(ALICE)) == 1


async def test_resumed_and_further_seen_counts_once_as_far_as_it_came(stage: Stage) -> None:
    async with stage.running() as running:
        await running.full()
        taking = watching(running)
        assert await taking.take([told(completion=0.4)]) == Heard(new=1)
        assert await taking.take([told(completion=0.9)]) == Heard()
        assert await taking.take([told(completion=0.6)]) == Heard()
        (fact,) = await running.facts(ALICE)
        assert fact.completion == 0.9


async def test_seen_again_later_counts_again(stage: Stage) -> None:
    async with stage.running() as running:
        await running.full()
        again = told(at=EVENING + timedelta(minutes=95))
        await watching(running).take([told(), again])
        assert len(await running.facts(ALICE)) == 2


async def test_episodes_make_progress_and_are_not_told_apart_from_each_other_wrongly(stage: Stage) -> None:
    async with stage.running() as running:
        await running.full()
        night = [part(number, at=EVENING + timedelta(minutes=25 * number)) for number in range(1, 11)]
        for _ in range(2):
            assert (await watching(running).take(night)).strangers == 0
        facts = await running.facts(ALICE, "tv:51")
        assert [one.part for one in facts] == [f"1x{number:02}" for number in range(1, 11)]
        series = await running.item("tv:51")
        assert series is not None
        assert series.episodes is not None
        shares = [max(number / series.episodes, 0.25) for number in range(1, 11)]
        assert [one.completion for one in facts] == pytest.approx(shares)
        assert (await watching(running).take(night)).new == 0
        begun_only = [part(11, at=EVENING + timedelta(minutes=276), completion=0.3)]
        await watching(running).take(begun_only)
        assert (await running.facts(ALICE, "tv:51"))[-1].part is None


async def test_a_series_seen_to_its_end_is_not_seen_again_by_its_last_episodes(stage: Stage) -> None:
    async with stage.running() as running:
        await running.full()
        series = await running.item("tv:51")
        assert series is not None
        assert series.episodes is not None
        all_of_it = [part(one, at=EVENING + timedelta(minutes=30 * one)) for one in range(1, series.episodes + 1)]
        await watching(running).take(all_of_it)
        figures = tally(await running.facts(ALICE, "tv:51"), UTC)
        assert (figures[Figure.FINISHES], figures[Figure.COMPLETION]) == (1, 1.0)


async def test_an_episode_that_is_not_named_does_not_finish_its_series(stage: Stage) -> None:
    async with stage.running() as running:
        await running.full()
        await watching(running).take([replace(part(1, at=EVENING), episode=None, completion=1.0)])
        (fact,) = await running.facts(ALICE, "tv:51")
        assert fact.completion is not None
        assert fact.completion <= 0.25


async def test_slips_old_clocks_and_what_an_administrators_view_tells_are_nothing(stage: Stage) -> None:
    slip = told(completion=0.01, ended_at=EVENING + timedelta(seconds=20))
    old = told(6, at=datetime(1970, 1, 1, tzinfo=NOW.tzinfo))
    async with stage.running() as running:
        await running.full()
        assert await watching(running).take([slip, old, told(7, own=False)]) == Heard()
        assert await running.facts(ALICE) == []


async def test_a_playback_from_the_future_is_one_of_now_and_hides_nothing_that_follows(stage: Stage) -> None:
    stage.tautulli.extra += [begun(5, at=NOW + timedelta(days=900)), begun(6, at=EVENING)]
    async with stage.running() as running:
        await running.full()
        facts = {one.item_id: one.at for one in await running.facts(ALICE)}
        assert facts == {"movie:105": NOW, "movie:106": EVENING}
        stage.tautulli.extra.append(begun(7, at=EVENING - timedelta(hours=30)))
        await running.syncing.of("plex").recent()
        assert "movie:107" in {one.item_id for one in await running.facts(ALICE)}


async def test_figures_out_of_range_do_not_stop_the_rest(stage: Stage) -> None:
    async with stage.running() as running:
        await running.full()
        odd = [told(1, completion=7.0), told(2, completion=-1.0), told(3, completion=float("nan")), told(4)]
        assert (await watching(running).take(odd)).new == 4
        facts = {one.item_id: (one.kind, one.completion) for one in await running.facts(ALICE)}
        assert facts["movie:101"] == (InteractionKind.WATCH, 1.0)
        assert facts["movie:103"] == (InteractionKind.SEEN, None)


async def test_unknown_people_and_titles_are_counted_and_titles_with_a_number_begin_to_teach_later(
    stage: Stage,
) -> None:
    async with stage.running() as running:
        await running.full()
        by_number = told(9_999, ids=ExternalIds(tmdb=777))
        heard = await watching(running).take([told(who=5_555), told(8_888), by_number, told(5, who=KID)])
        assert heard == Heard(new=2, strangers=1, unknown=1)
        assert [one.item_id for one in await running.facts(ALICE)] == ["movie:777"]
        assert [one.item_id for one in await running.facts(KID)] == ["movie:105"]


async def test_the_owner_teaches_by_whatever_name_the_server_has_for_them(stage: Stage) -> None:
    report = {
        "event": "media.scrobble",
        "Account": {"id": 1, "title": "owner"},
        "Player": {"uuid": "tv", "title": "TV"},
        "Metadata": {"type": "movie", "ratingKey": "5", "key": "/library/metadata/5", "duration": 5_400_000},
    }
    stage.plex.world.rows.append(seen(6, at=EVENING, who=OWNER))
    async with stage.running() as running:
        await running.full()
        assert await running.post(f"plex/{SECRET}", json.dumps(report).encode(), Content_Type="application/json") == 200
        await running.worked_in()
        assert {one.item_id for one in await running.facts(OWNER)} == {"movie:105", "movie:106"}


async def test_a_history_that_breaks_off_is_gone_on_with(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("adapters.history.tautulli.history.ROWS", 3)
    stage.tautulli.extra += [begun(number, at=EVENING + timedelta(hours=2 * number)) for number in range(1, 10)]
    stage.tautulli.faults.add(r"start=3", status=500, times=20)
    async with stage.running() as running:
        await running.full()
        assert len(await running.facts(ALICE)) == 3
        stage.tautulli.faults.clear()
        await running.syncing.of("plex").recent()
        assert len(await running.facts(ALICE)) == 9


async def test_a_binge_over_tautulli_counts_each_episode_once(stage: Stage) -> None:
    stage.tautulli.extra += [
        episode_begun(1, number, at=EVENING + timedelta(minutes=46 * number)) for number in range(1, 6)
    ]
    async with stage.running() as running:
        await running.full()
        await running.syncing.of("plex").recent()
        assert len(await running.facts(ALICE, "tv:51")) == 5


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 500), st.one_of(st.none(), st.integers(1, 400)), st.floats(0, 1))
def test_a_series_is_never_further_than_whole(finished: int, episodes: int | None, completion: float) -> None:
    assert 0 <= of_series(finished, episodes, completion) <= 1
