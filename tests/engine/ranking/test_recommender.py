"""A query in, a slate out."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.domain.evidence import EvidenceKind
from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.items import Collection, Item, MediaType
from engine.domain.query import Filters, Query
from engine.domain.slate import ExclusionKind, NoteKind
from engine.domain.viewers import Viewer
from engine.errors import InvalidQuery
from engine.situations import MOST_PICKS
from engine.testing.households import CLOSED, NOW, OPEN, TODAY, household, watch
from engine.testing.vectors import WordEmbedder
from engine.weights import Weights
from tests.engine.ranking.world import Home, ids


@pytest.fixture
async def home() -> Home:
    return await Home().open()


def shut(home: Home) -> set[str]:
    return {item.id for item in home.of.items if CLOSED in item.library_ids}


def finished(home: Home) -> set[str]:
    return {fact.item_id for fact in home.of.interactions if (fact.completion or 0) >= 0.8}


async def test_all_six_modes_are_found(home: Home) -> None:
    assert home.recommender.modes == ("grab", "mood", "rediscover", "shuffle", "similar", "tonight")


async def test_tonight_gives_five_unwatched_titles_from_open_shelves_best_first(home: Home) -> None:
    slate = await home.ask()
    assert len(slate.picks) == 5
    assert not set(ids(slate)) & (shut(home) | finished(home))
    assert [pick.rank for pick in slate.picks] == [1, 2, 3, 4, 5]
    assert all(first.score >= second.score for first, second in pairwise(slate.picks))
    assert all(first.match >= second.match for first, second in pairwise(slate.picks))
    assert slate.candidates > slate.filtered_to > 0
    assert slate.profile_at == max(fact.at for fact in home.of.interactions)
    assert slate.catalogue_version == home.snapshots.current.version


async def test_the_slate_is_stored_with_its_reasons(home: Home) -> None:
    slate = await home.ask()
    async with home.storage.unit() as unit:
        assert await unit.slates.get(slate.id) == slate
        latest = await unit.slates.latest("ada", slate.query.place)
    assert latest is not None
    assert latest.picks[0].evidence == slate.picks[0].evidence


@pytest.mark.parametrize("mode", ["tonight", "shuffle", "rediscover"])
async def test_the_same_question_on_the_same_day_gets_the_same_picks_even_after_a_restart(
    home: Home, mode: str
) -> None:
    first = await home.ask(mode)
    home.clock.advance(timedelta(minutes=30))
    home.recommender = home.restarted()
    second = await home.ask(mode)
    assert first.picks == second.picks
    assert first.generated_at != second.generated_at


@pytest.mark.parametrize("mode", ["tonight", "shuffle"])
async def test_pages_never_repeat_a_title(home: Home, mode: str) -> None:
    pages = [ids(await home.ask(mode, attempt=attempt)) for attempt in range(8)]
    shown = [item_id for page in pages for item_id in page]
    assert len(shown) == len(set(shown)) == 40


async def test_a_page_can_be_asked_for_without_the_pages_before_it(home: Home) -> None:
    third = ids(await home.ask(attempt=2))
    home.recommender = home.restarted()
    for attempt in range(2):
        await home.ask(attempt=attempt)
    assert ids(await home.ask(attempt=2)) == third


async def test_learning_between_two_pages_brings_nothing_back(home: Home) -> None:
    shown = set(ids(await home.ask()))
    for attempt in range(1, 5):
        disliked = sorted(finished(home))[attempt * 3 : attempt * 3 + 3]
        facts = [
            Interaction(f"no-{attempt}-{item_id}", "ada", item_id, InteractionKind.DISLIKE, NOW) for item_id in disliked
        ]
        await home.did(*facts)
        page = ids(await home.ask(attempt=attempt))
        assert not shown & set(page)
        shown |= set(page)


async def test_after_a_restart_the_stored_slate_still_keeps_its_picks_from_coming_again(home: Home) -> None:
    first = ids(await home.ask())
    await home.did(Interaction("no", "ada", min(finished(home)), InteractionKind.DISLIKE, NOW))
    home.recommender = home.restarted()
    assert not set(first) & set(ids(await home.ask(attempt=1)))


async def test_pages_run_out_with_a_note_not_with_an_error(home: Home) -> None:
    slate = await home.ask(attempt=10_000)
    assert slate.picks == ()
    assert [note.kind for note in slate.notes] == [NoteKind.NOTHING_LEFT]


async def test_no_limit_is_too_small_or_too_large(home: Home) -> None:
    assert (await home.ask(limit=0)).picks == ()
    everything = await home.ask(limit=1_000_000)
    assert 100 < len(everything.picks) <= MOST_PICKS
    assert len(set(ids(everything))) == len(everything.picks)


@pytest.mark.parametrize(
    ("query", "key"),
    [
        (Query("ada", "nonsense"), "unknown-mode"),
        (Query("ghost"), "unknown-viewer"),
        (Query("ada", limit=-1), "negative-limit"),
        (Query("ada", attempt=-1), "negative-limit"),
        (Query("ada", "similar"), "seed-missing"),
        (Query("ada", "similar", seed_item_id="movie:none"), "unknown-item"),
        (Query("ada", "mood", text="  \n"), "text-missing"),
    ],
)
async def test_a_question_that_makes_no_sense_is_refused_with_its_reason(home: Home, query: Query, key: str) -> None:
    with pytest.raises(InvalidQuery) as refused:
        await home.recommender.recommend(query)
    assert refused.value.key == key


async def test_a_newcomer_gets_the_popular_and_good_over_many_genres_and_is_told_so(home: Home) -> None:
    slate = await home.ask(viewer_id="newcomer")
    assert [(note.kind, note.count) for note in slate.notes] == [(NoteKind.THIN_HISTORY, 0)]
    assert len(slate.picks) == 5
    genres = [set(home.of.catalogue.genres.names_of(home.of.catalogue.index[item_id])) for item_id in ids(slate)]
    assert len(set().union(*genres)) >= 9
    kinds = {fact.kind for pick in slate.picks for fact in pick.evidence}
    assert {EvidenceKind.POPULAR_HERE, EvidenceKind.STARTER} <= kinds
    assert all(pick.influenced_by == () for pick in slate.picks)
    for pick in slate.picks:
        assert sum(part.value for part in pick.contributions) == pytest.approx(pick.score, abs=2e-6)


async def test_popularity_is_felt_only_from_three_people_and_only_by_newcomers(home: Home) -> None:
    slate = await home.ask(viewer_id="newcomer", limit=200)
    popularity = home.snapshots.current.popularity
    index = home.snapshots.current.index
    for pick in slate.picks:
        felt = any(part.name == "popularity" for part in pick.contributions)
        assert felt == (popularity[index[pick.item_id]] >= 3)
    assert not any(part.name == "popularity" for pick in (await home.ask()).picks for part in pick.contributions)


async def test_who_may_open_nothing_is_shown_nothing(home: Home) -> None:
    slate = await home.ask(viewer_id="nobody")
    assert (slate.picks, slate.candidates, slate.filtered_to) == ((), 0, 0)
    assert [note.kind for note in slate.notes] == [NoteKind.EMPTY_LIBRARY]


@pytest.mark.parametrize("mode", ["tonight", "shuffle", "rediscover", "mood"])
async def test_an_empty_catalogue_is_said_to_be_empty(mode: str) -> None:
    of = household(1, titles=1, watched=0)
    home = await Home(replace(of, items=(), interactions=())).open(embed=False)
    slate = await home.ask(mode, text="something funny")
    assert slate.picks == ()
    assert NoteKind.EMPTY_LIBRARY in {note.kind for note in slate.notes}


async def test_when_everything_is_watched_nothing_is_left() -> None:
    of = household(2, titles=30, watched=0)
    facts = tuple(watch(number, item.id, 1.0, days_ago=3) for number, item in enumerate(of.items))
    home = await Home(replace(of, interactions=facts)).open()
    slate = await home.ask()
    assert slate.picks == ()
    assert [(note.kind, note.count) for note in slate.notes] == [(NoteKind.NOTHING_LEFT, 0)]


async def test_without_vectors_taste_still_speaks_through_genres_and_people() -> None:
    home = await Home().open(embed=False)
    slate = await home.ask()
    names = {part.name for pick in slate.picks for part in pick.contributions}
    assert {"genre", "personnel", "quality"} <= names
    assert not {"content", "anti-profile", "present"} & names


async def test_titles_without_any_metadata_do_no_harm(home: Home) -> None:
    bare = [Item(f"movie:bare:{number}", MediaType.MOVIE, "?", library_ids=frozenset({OPEN})) for number in range(20)]
    await home.add(*bare)
    slate = await home.ask(limit=200)
    assert set(ids(slate)) & {item.id for item in bare}
    for pick in slate.picks:
        assert pick.score == pytest.approx(sum(part.value for part in pick.contributions), abs=2e-6)


async def test_who_lives_in_films_and_some_anime_sees_both(home: Home) -> None:
    slate = await home.ask()
    types = [item_id.partition(":")[0] for item_id in ids(slate)]
    assert set(types) == {"movie", "anime"}
    films = await home.ask(filters=Filters(media_types=frozenset({MediaType.MOVIE})))
    assert {item_id.partition(":")[0] for item_id in ids(films)} == {"movie"}


async def test_hiding_takes_a_title_out_and_lowers_what_is_like_it(home: Home) -> None:
    before = await home.ask(limit=40)
    gone = before.picks[0].item_id
    await home.hide(gone)
    after = await home.ask(limit=40)
    assert gone not in ids(after)
    lowered = [pick for pick in after.picks if any(part.name == "hidden-penalty" for part in pick.contributions)]
    assert lowered
    for pick in lowered:
        parts = {part.name: part.value for part in pick.contributions}
        rest = pick.score - parts["hidden-penalty"]
        assert parts["hidden-penalty"] < 0
        assert -parts["hidden-penalty"] <= 0.30 * rest + 1e-6
        told = [fact for fact in pick.evidence if fact.kind is EvidenceKind.LIKE_HIDDEN]
        assert [fact.items for fact in told] == [(gone,)]
    home.clock.advance(timedelta(days=130))
    later = await home.ask(limit=40)
    assert not any(part.name == "hidden-penalty" for pick in later.picks for part in pick.contributions)


async def test_a_title_on_a_closed_shelf_is_as_unknown_as_one_that_does_not_exist(home: Home) -> None:
    secret = min(shut(home))
    for attempt in (
        home.recommender.why_not("ada", secret),
        home.recommender.breakdown("ada", secret),
        home.ask("similar", seed_item_id=secret),
    ):
        with pytest.raises(InvalidQuery) as refused:
            await attempt
        assert (refused.value.key, dict(refused.value.arguments)) == ("unknown-item", {"item": secret})


async def test_permission_is_asked_of_storage_each_time(home: Home) -> None:
    secret, known = min(shut(home)), ids(await home.ask())[0]
    nowhere = Item("movie:nowhere", MediaType.MOVIE, "Nowhere")
    async with home.storage.unit() as unit:
        await unit.items.upsert([nowhere])
    asked = [secret, known, nowhere.id, "movie:none"]
    assert await home.recommender.permitted("ada", asked) == {known, nowhere.id}
    assert await home.recommender.permitted_items("ada", [nowhere.id, secret]) == {nowhere.id: nowhere}
    assert await home.recommender.permitted("nobody", asked) == {nowhere.id}
    assert await home.recommender.permitted("ghost", asked) == frozenset()
    async with home.storage.unit() as unit:
        await unit.viewers.set_access("ada", {CLOSED})
    assert await home.recommender.permitted("ada", asked) == {secret, nowhere.id}


class Meddler(WordEmbedder):
    """Takes access away while a request is being embedded."""

    def __init__(self, left: frozenset[str]) -> None:
        super().__init__()
        self.left, self.home = left, None

    async def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        if self.home is not None:
            async with self.home.storage.unit() as unit:
                await unit.viewers.set_access("ada", self.left)
        return await super().embed(texts)


@pytest.mark.parametrize("left", [frozenset[str](), frozenset({OPEN})])
async def test_access_that_is_taken_away_while_the_answer_is_worked_out_holds_already(left: frozenset[str]) -> None:
    meddler = Meddler(left)
    home = await Home(household(3, closed=0.4), embedder=meddler).open()
    async with home.storage.unit() as unit:
        await unit.viewers.set_access("ada", {OPEN, CLOSED})
    assert shut(home) & set(ids(await home.ask("mood", text="a tale of subject 3", limit=60)))
    meddler.home = home
    slate = await home.ask("mood", text="a tale of subject 3", limit=60)
    assert bool(slate.picks) == bool(left)
    assert [pick.rank for pick in slate.picks] == list(range(1, len(slate.picks) + 1))
    for pick in slate.picks:
        assert pick.item_id not in shut(home)
        assert not shut(home) & {item for fact in pick.evidence for item in fact.items}
        assert not shut(home) & {known.item_id for known in pick.influenced_by}


async def test_why_not_tells_place_need_and_what_keeps_a_title_out(home: Home) -> None:
    slate = await home.ask()
    shown = await home.recommender.why_not("ada", slate.picks[0].item_id)
    assert (shown.rank, shown.exclusions) == (1, ())
    assert shown.score == pytest.approx(slate.picks[0].score, abs=1e-6)
    assert shown.needed == pytest.approx(slate.picks[-1].score, abs=1e-6)
    assert shown.of == slate.filtered_to
    seen = await home.recommender.why_not("ada", min(finished(home) - shut(home)))
    assert seen.exclusions[0].kind is ExclusionKind.WATCHED
    assert seen.exclusions[0].on is not None
    assert seen.of == slate.filtered_to + 1
    assert sum(part.value for part in seen.contributions) == pytest.approx(seen.score, abs=2e-6)


async def test_why_not_knows_titles_on_no_shelf_and_hidden_ones(home: Home) -> None:
    await home.add(Item("movie:wish", MediaType.MOVIE, "Wish", collection=Collection("Wishes", 1)))
    wish = await home.recommender.why_not("ada", "movie:wish")
    assert [exclusion.kind for exclusion in wish.exclusions] == [ExclusionKind.ON_NO_SHELF]
    top = ids(await home.ask())[0]
    await home.hide(top)
    hidden = await home.recommender.why_not("ada", top, on=TODAY)
    assert [(exclusion.kind, exclusion.on) for exclusion in hidden.exclusions] == [
        (ExclusionKind.HIDDEN, TODAY.replace(month=7))
    ]


async def test_a_household_with_enough_opinions_has_matches_of_its_own() -> None:
    home = await Home(household(5, watched=150)).open()
    fitted = await home.recommender.calibrate()
    assert fitted.labelled >= 50
    assert home.recommender.calibration is fitted
    assert fitted.slope > 0
    slate = await home.ask()
    assert [pick.match for pick in slate.picks] == sorted((pick.match for pick in slate.picks), reverse=True)


async def test_a_household_of_few_opinions_keeps_the_prior() -> None:
    home = await Home(household(5, watched=20)).open()
    assert (await home.recommender.calibrate()).labelled == 0


async def test_the_classic_preset_knows_content_quality_and_confidence_only() -> None:
    home = await Home(weights=Weights.classic()).open()
    names = {part.name for pick in (await home.ask(limit=50)).picks for part in pick.contributions}
    assert names <= {"content", "anti-profile", "quality", "confidence"}
    assert {"content", "quality", "confidence"} <= names


async def test_profiles_and_catalogue_of_one_answer_belong_together_even_when_a_swap_comes_between(home: Home) -> None:
    async def swap() -> None:
        for number in range(6):
            await home.add(Item(f"movie:a-{number}", MediaType.MOVIE, "New", library_ids=frozenset({OPEN})))

    async def keep_asking() -> None:
        for _ in range(20):
            slate = await home.ask()
            assert not set(ids(slate)) & (shut(home) | finished(home))

    async with asyncio.TaskGroup() as group:
        group.create_task(swap())
        group.create_task(keep_asking())


async def test_a_viewer_in_another_time_zone_is_asked_in_their_own_date(home: Home) -> None:
    async with home.storage.unit() as unit:
        await unit.viewers.update(Viewer("ada", "Ada", time_zone="Pacific/Auckland"))
    assert (await home.ask()).query.on == TODAY + timedelta(days=1)
    assert (await home.ask(on=TODAY)).query.on == TODAY
