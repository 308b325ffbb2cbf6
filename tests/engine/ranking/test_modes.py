"""What each mode is for."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest

from engine.domain.evidence import EvidenceKind
from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.items import Credit, CreditRole, Item, MediaType
from engine.domain.query import Filters
from engine.domain.slate import NoteKind
from engine.errors import SourceUnavailable
from engine.testing.households import CLOSED, NOW, OPEN, household, watch
from engine.testing.vectors import WordEmbedder
from tests.engine.ranking.world import Home, ids

pytestmark = pytest.mark.untraced


@pytest.fixture
async def home() -> Home:
    return await Home().open()


def group(home: Home, item_id: str) -> str:
    return next(item.title.split()[-1] for item in home.of.items if item.id == item_id)


def open_item(home: Home, *, seen: bool = False) -> Item:
    met = {fact.item_id for fact in home.of.interactions}
    return next(item for item in home.of.items if OPEN in item.library_ids and (item.id in met) == seen)


@pytest.mark.parametrize("seen", [False, True])
async def test_similar_stays_near_its_seed_whether_it_was_seen_or_not(home: Home, seen: bool) -> None:
    seed = open_item(home, seen=seen)
    slate = await home.ask("similar", seed_item_id=seed.id)
    assert len(slate.picks) == 5
    assert seed.id not in ids(slate)
    assert Counter(group(home, item_id) for item_id in ids(slate)).most_common(1)[0][0] == group(home, seed.id)
    assert sum(group(home, item_id) == group(home, seed.id) for item_id in ids(slate)) >= 4
    for pick in slate.picks:
        told = [fact for fact in pick.evidence if fact.kind in {EvidenceKind.SEED_SHARED, EvidenceKind.SEED_SIMILAR}]
        assert told
        assert all(fact.items == (seed.id,) for fact in told)


async def test_what_is_said_to_be_shared_is_shared(home: Home) -> None:
    seed = open_item(home)
    by_id = {item.id: item for item in home.of.items}
    kinds = set()
    for pick in (await home.ask("similar", seed_item_id=seed.id, limit=20)).picks:
        other = by_id[pick.item_id]
        for fact in pick.evidence:
            if fact.kind is EvidenceKind.SEED_SHARED:
                kinds |= {name for name in ("people", "genres", "keywords") if getattr(fact, name)}
                assert set(fact.genres) <= set(seed.genres) & set(other.genres)
                assert set(fact.keywords) <= set(seed.keywords) & set(other.keywords)
                everyone = {credit.name for credit in seed.credits} & {credit.name for credit in other.credits}
                assert set(fact.people) <= everyone
                assert (fact.role is not None) == bool(fact.people)
                assert fact.value > 0
    assert kinds == {"people", "genres", "keywords"}


async def test_similar_knows_titles_on_no_shelf_as_seeds_only(home: Home) -> None:
    model = open_item(home)
    await home.add(replace(model, id="movie:elsewhere", library_ids=frozenset()))
    slate = await home.ask("similar", seed_item_id="movie:elsewhere")
    assert model.id in ids(slate)
    assert "movie:elsewhere" not in ids(slate)


async def test_similar_works_before_there_are_vectors() -> None:
    home = await Home().open(embed=False)
    seed = open_item(home)
    slate = await home.ask("similar", seed_item_id=seed.id)
    assert sum(group(home, item_id) == group(home, seed.id) for item_id in ids(slate)) >= 4


async def test_a_seed_without_any_metadata_still_gets_an_answer(home: Home) -> None:
    await home.add(Item("movie:bare", MediaType.MOVIE, "", library_ids=frozenset({OPEN})))
    slate = await home.ask("similar", seed_item_id="movie:bare")
    assert len(slate.picks) == 5
    assert all(fact.kind is not EvidenceKind.SEED_SHARED for pick in slate.picks for fact in pick.evidence)


async def test_shuffle_follows_its_seed_and_differs_between_seeds_and_days(home: Home) -> None:
    first = ids(await home.ask("shuffle", seed=1))
    assert ids(await home.ask("shuffle", seed=1)) == first
    others = [ids(await home.ask("shuffle", seed=seed)) for seed in range(2, 8)]
    assert sum(other != first for other in others) >= 5
    today = ids(await home.ask("shuffle"))
    home.clock.advance(timedelta(days=1))
    tomorrow = ids(await home.ask("shuffle"))
    assert today != tomorrow


async def test_shuffle_draws_from_the_good_pool_and_the_better_more_often(home: Home) -> None:
    ranked = ids(await home.ask("tonight", limit=200, filters=Filters(media_types=frozenset({MediaType.MOVIE}))))
    drawn: Counter[str] = Counter()
    for seed in range(60):
        slate = await home.ask("shuffle", seed=seed, filters=Filters(media_types=frozenset({MediaType.MOVIE})))
        drawn.update(ids(slate))
        assert all(any(fact.kind is EvidenceKind.CHANCE for fact in pick.evidence) for pick in slate.picks)
    assert len(drawn) > 20
    place = {item_id: number for number, item_id in enumerate(ranked)}
    early = sum(count for item_id, count in drawn.items() if place.get(item_id, 999) < 25)
    late = sum(count for item_id, count in drawn.items() if 25 <= place.get(item_id, 999) < 50)
    assert early > 1.5 * late
    assert drawn.total() == 300


async def test_rediscover_brings_back_only_what_was_loved_and_long_ago(home: Home) -> None:
    loved, lately, liked_little = [item.id for item in home.of.items if OPEN in item.library_ids][:3]
    await home.did(
        Interaction("a", "ada", loved, InteractionKind.RATING, NOW - timedelta(days=900), rating=10),
        watch(9_001, loved, 1.0, days_ago=900),
        watch(9_002, lately, 1.0, days_ago=20),
        Interaction("b", "ada", liked_little, InteractionKind.RATING, NOW - timedelta(days=900), rating=2),
    )
    slate = await home.ask("rediscover", limit=50)
    assert loved in ids(slate)
    assert lately not in ids(slate)
    assert liked_little not in ids(slate)
    pick = next(pick for pick in slate.picks if pick.item_id == loved)
    fact = next(fact for fact in pick.evidence if fact.kind is EvidenceKind.LOVED_BEFORE)
    assert fact.on == (NOW - timedelta(days=900)).date()
    assert (fact.count or 0) >= 1
    assert pick.source == "rediscover"


async def test_rediscover_never_reaches_behind_a_closed_shelf(home: Home) -> None:
    slate = await home.ask("rediscover", limit=100)
    closed = {item.id for item in home.of.items if CLOSED in item.library_ids}
    assert not closed & set(ids(slate))
    finished = {fact.item_id for fact in home.of.interactions if (fact.completion or 0) >= 0.8}
    assert set(ids(slate)) <= finished


async def test_a_mood_keeps_to_its_bounds(home: Home) -> None:
    by_id = {item.id: item for item in home.of.items}
    slate = await home.ask("mood", text="a Korean drama under 110 minutes", limit=40)
    assert slate.picks
    for item_id in ids(slate):
        assert by_id[item_id].language == "ko"
        assert (by_id[item_id].runtime or 0) < 110


async def test_a_mood_is_like_its_reference_and_says_so(home: Home) -> None:
    seed = open_item(home)
    slate = await home.ask("mood", text=f"like {seed.title}")
    assert seed.id not in ids(slate)
    assert sum(group(home, item_id) == group(home, seed.id) for item_id in ids(slate)) >= 3
    told = [fact for pick in slate.picks for fact in pick.evidence if fact.kind is EvidenceKind.MOOD_MATCH]
    assert any(seed.id in fact.items for fact in told)


async def test_a_mood_leans_towards_what_its_words_mean(home: Home) -> None:
    slate = await home.ask("mood", text="subject 5", limit=8)
    by_id = {item.id: item for item in home.of.items}
    assert sum("subject 5" in by_id[item_id].keywords for item_id in ids(slate)) >= 4


async def test_a_tone_is_only_said_of_titles_that_have_it() -> None:
    home = Home()
    kinds = {
        "tagged": (("Drama",), ("gentle",)),
        "family": (("Family", "Animation"), ()),
        "grim": (("Family", "War"), ()),
        "drama": (("Drama",), ()),
    }
    told = {
        name: Item(f"movie:x:{name}", MediaType.MOVIE, f"A cosy {name}", genres=genres, keywords=keywords,
                   synopses={"en": "A cosy and gentle story for a rainy day."}, library_ids=frozenset({OPEN}))
        for name, (genres, keywords) in kinds.items()
    }  # fmt: skip
    home.of = replace(home.of, items=(*home.of.items, *told.values()))
    await home.open()
    slate = await home.ask("mood", text="something cosy", limit=200)
    cited = {pick.item_id for pick in slate.picks for fact in pick.evidence if "cosy" in " ".join(fact.keywords)}
    assert {told["tagged"].id, told["family"].id} <= cited
    assert not {told["grim"].id, told["drama"].id} & cited
    assert {told["drama"].id} <= set(ids(slate))


async def test_an_unknown_reference_is_admitted_and_the_rest_still_counts(home: Home) -> None:
    secret = next(item for item in home.of.items if CLOSED in item.library_ids)
    for title in ("Zzyzx Qwerty", secret.title):
        slate = await home.ask("mood", text=f"like {title}, but funnier")
        notes = [note for note in slate.notes if note.kind is NoteKind.UNKNOWN_REFERENCE]
        assert len(notes) == 1
        assert title.split()[0] in notes[0].subject
        assert slate.picks
        assert not any(secret.id in fact.items for pick in slate.picks for fact in pick.evidence)


async def test_a_mood_works_while_vectors_are_still_being_made() -> None:
    home = await Home().open(embed=False)
    slate = await home.ask("mood", text="a funny comedy")
    assert [(note.kind, note.count) for note in slate.notes] == [(NoteKind.SEMANTIC_SEARCH_WARMING, 0)]
    by_id = {item.id: item for item in home.of.items}
    assert all("Comedy" in by_id[item_id].genres for item_id in ids(slate))


class Silent(WordEmbedder):
    """Embeds titles, and then no more."""

    gone = False

    async def embed(self, texts):
        if self.gone:
            raise SourceUnavailable("embedder-down")
        return await super().embed(texts)


async def test_a_mood_works_when_the_embedder_does_not() -> None:
    silent = Silent()
    home = await Home(embedder=silent).open()
    silent.gone = True
    slate = await home.ask("mood", text="gentle tales of the sea")
    assert len(slate.picks) == 5
    assert [(note.kind, note.subject) for note in slate.notes] == [(NoteKind.SOURCE_UNAVAILABLE, "words")]


async def test_vectors_of_another_model_are_never_compared(home: Home) -> None:
    home.embedder = WordEmbedder("another model", dimensions=12)
    home.recommender = home.restarted()
    slate = await home.ask("mood", text="gentle tales of the sea")
    assert len(slate.picks) == 5
    assert {note.kind for note in slate.notes} == {NoteKind.SEMANTIC_SEARCH_WARMING}


@pytest.mark.parametrize(
    "text",
    [
        "x" * 5_000,
        "word " * 1_000,
        "\x00\u202e\u0000",
        "'; DROP TABLE items; --",
        "🦄" * 400,
        "ありがとう 映画",
        "like like like",
    ],
)
async def test_no_text_is_too_long_or_too_strange(home: Home, text: str) -> None:
    assert len((await home.ask("mood", text=text)).picks) <= 5


async def test_shorter_and_newer_are_measured_by_the_reference(home: Home) -> None:
    seed = next(
        item for item in home.of.items
        if OPEN in item.library_ids and (item.runtime or 0) > 130 and (item.year or 9_999) < 2_000
    )  # fmt: skip
    by_id = {item.id: item for item in home.of.items}
    shorter = await home.ask("mood", text=f"like {seed.title} but shorter and newer", limit=30)
    assert shorter.picks
    for item_id in ids(shorter):
        assert (by_id[item_id].runtime or 0) < (seed.runtime or 0)
        assert (by_id[item_id].year or 0) > (seed.year or 0)
    longer = await home.ask("mood", text=f"like {seed.title} but longer and older", limit=30)
    for item_id in ids(longer):
        assert (by_id[item_id].runtime or 0) > (seed.runtime or 0)
        assert (by_id[item_id].year or 0) < (seed.year or 0)


async def test_who_and_where_can_be_ruled_out(home: Home) -> None:
    by_id = {item.id: item for item in home.of.items}
    slate = await home.ask("mood", text="not Korean, not from Germany", limit=60)
    assert slate.picks
    for item_id in ids(slate):
        assert by_id[item_id].language != "ko"
        assert "DE" not in by_id[item_id].countries


async def test_the_latest_loves_lead_tonight(home: Home) -> None:
    usual = await home.ask(limit=30)
    target = group(home, usual.picks[-1].item_id)
    seen = [item.id for item in home.of.items if OPEN in item.library_ids and group(home, item.id) == target]
    unmet = [item_id for item_id in seen if item_id not in {fact.item_id for fact in home.of.interactions}]
    facts = [watch(8_000 + place, item_id, 1.0, days_ago=0.2) for place, item_id in enumerate(unmet[:4])]
    await home.did(*facts)
    now = await home.ask()
    told = [fact for pick in now.picks for fact in pick.evidence if fact.contribution == "present" and fact.value > 0]
    assert any(set(fact.items) & set(unmet[:4]) for fact in told)


async def test_somebody_behind_many_liked_titles_is_named_with_the_role(home: Home) -> None:
    star = Credit("The Star", CreditRole.DIRECTOR)
    made = [
        Item(
            f"movie:star-{n}", MediaType.MOVIE, f"Star {n}", genres=("Drama",), credits=(star,),
            vote_average=8.0, vote_count=5_000, library_ids=frozenset({OPEN}),
        )
        for n in range(6)
    ]  # fmt: skip
    await home.add(*made)
    await home.did(*(watch(7_000 + n, f"movie:star-{n}", 1.0, days_ago=n + 1) for n in range(5)))
    slate = await home.ask(limit=20)
    pick = next(pick for pick in slate.picks if pick.item_id == "movie:star-5")
    fact = next(fact for fact in pick.evidence if fact.kind is EvidenceKind.PERSON_LIKED)
    assert (fact.people, fact.role) == (("The Star",), CreditRole.DIRECTOR)
    assert set(fact.items) <= {f"movie:star-{n}" for n in range(5)}


async def test_new_and_old_arrivals_are_told_apart() -> None:
    home = await Home(household(6)).open()
    fresh = Item(
        "movie:fresh", MediaType.MOVIE, "Fresh", year=2026, genres=("Drama",), vote_average=8.5, vote_count=9_000,
        library_ids=frozenset({OPEN}), added_at=NOW - timedelta(days=2),
    )  # fmt: skip
    await home.add(fresh, replace(fresh, id="movie:stale", year=1990, added_at=NOW - timedelta(days=800)))
    slate = await home.ask(limit=200)
    told = {pick.item_id: {fact.kind: fact for fact in pick.evidence} for pick in slate.picks}
    assert told["movie:fresh"][EvidenceKind.NEW_IN_LIBRARY].count == 2
    assert told["movie:fresh"][EvidenceKind.NEW_RELEASE].figure == 2026
    assert told["movie:stale"][EvidenceKind.OLD_NEWS].value < 0
