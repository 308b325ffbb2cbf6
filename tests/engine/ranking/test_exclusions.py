"""What keeps a title out of a slate."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from engine.answering.answer import answer
from engine.answering.exclusions import ANTI_MARGIN, too_close_to_disliked
from engine.answering.refusals import why_not
from engine.columns.build import build_catalogue
from engine.columns.vectors import item_vectors
from engine.domain.interactions import Hiding, Interaction, InteractionKind
from engine.domain.items import Collection, Item, MediaType
from engine.domain.query import Query
from engine.domain.slate import ExclusionKind
from engine.domain.viewers import Viewer
from engine.scoring.baselines import baselines_of
from engine.testing.households import CLOSED, NOW, OPEN, TODAY, Household, household, watch


def saga(*orders: int | None, years: tuple[int, ...] = (), shelves: dict[int, str] | None = None) -> Household:
    """A franchise with the given places, and ten other films."""
    shelves = shelves or {}
    parts = [
        Item(
            f"movie:part-{place}", MediaType.MOVIE, f"Part {place}", vote_average=8.5, vote_count=9_000,
            year=years[place] if years else None, collection=Collection("Saga", order),
            library_ids=frozenset({shelves.get(place, OPEN)}),
        )
        for place, order in enumerate(orders)
    ]  # fmt: skip
    others = [
        Item(
            f"movie:other-{place}", MediaType.MOVIE, "Other", vote_average=6.0, vote_count=900,
            library_ids=frozenset({OPEN}),
        )
        for place in range(10)
    ]  # fmt: skip
    catalogue = build_catalogue([*parts, *others])
    viewer = Viewer("ada", "Ada", library_ids=frozenset({OPEN}))
    return Household((*parts, *others), catalogue, baselines_of(catalogue), viewer, ())


def parts_shown(home: Household, limit: int = 5) -> list[str]:
    picks = answer(home.situation(Query("ada", on=TODAY, limit=limit))).picks
    return [pick.item_id.removeprefix("movie:") for pick in picks if "part" in pick.item_id]


def exclusions(home: Household, item_id: str, **hidings: Hiding) -> list[ExclusionKind]:
    situation = home.situation(hidings={hiding.item_id: hiding for hiding in hidings.values()})
    return [found.kind for found in why_not(situation, home.catalogue.index[item_id]).exclusions]


def test_only_the_first_part_of_an_unseen_franchise_is_offered() -> None:
    assert parts_shown(saga(1, 2, 3)) == ["part-0"]


def test_a_long_list_has_room_for_further_parts_in_their_order() -> None:
    assert parts_shown(saga(1, 2, 3), limit=10) == ["part-0", "part-1"]
    assert parts_shown(saga(3, 2, 1), limit=15) == ["part-2", "part-1", "part-0"]
    assert parts_shown(saga(1, 2, 3, 4).doing(watch(1, "movie:part-2", 1.0, days_ago=90)), limit=10) == [
        "part-0",
        "part-1",
    ]
    assert parts_shown(saga(1, 2, 3).doing(watch(1, "movie:part-0", 0.5, days_ago=2)), limit=20) == []


def test_the_next_part_is_offered_when_the_ones_before_are_seen() -> None:
    home = saga(1, 2, 3).doing(watch(1, "movie:part-0", 1.0, days_ago=90))
    assert parts_shown(home) == ["part-1"]
    assert parts_shown(home.doing(watch(2, "movie:part-1", 0.9, days_ago=80))) == ["part-2"]


def test_a_part_seen_out_of_order_does_not_skip_the_ones_before_it() -> None:
    assert parts_shown(saga(1, 2, 3, 4).doing(watch(1, "movie:part-2", 1.0, days_ago=90))) == ["part-0"]


def test_a_part_in_progress_holds_back_its_sequels_without_being_offered() -> None:
    assert parts_shown(saga(1, 2).doing(watch(1, "movie:part-0", 0.5, days_ago=2))) == []


def test_a_predecessor_that_is_not_available_holds_nothing_back() -> None:
    assert parts_shown(saga(1, 2, 3, shelves={0: CLOSED})) == ["part-1"]


def test_a_predecessor_on_a_closed_shelf_is_never_named() -> None:
    home = saga(1, 2, 3, shelves={0: CLOSED})
    refused = why_not(home.situation(), home.catalogue.index["movie:part-2"])
    assert [(found.kind, found.item_id) for found in refused.exclusions] == [(ExclusionKind.SEQUEL, "movie:part-1")]


def test_years_stand_in_where_an_order_is_missing() -> None:
    assert parts_shown(saga(None, None, 1, years=(2003, 1999, 2010))) == ["part-1"]


def test_a_franchise_without_any_order_still_gives_one_pick_at_most() -> None:
    assert len(parts_shown(saga(None, None, None))) == 1


def test_no_page_ever_shows_a_sequel_first() -> None:
    home = household(21, titles=200, watched=30)
    by_id = {item.id: item for item in home.items}
    for attempt in range(6):
        picks = answer(home.situation(Query("ada", on=TODAY, limit=8, attempt=attempt))).picks
        items = [by_id[pick.item_id] for pick in picks]
        names = [(item.media_type, item.collection.name) for item in items if item.collection]
        assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("fact", "kind"),
    [
        (watch(1, "movie:other-1", 0.95, days_ago=5), ExclusionKind.WATCHED),
        (watch(1, "movie:other-1", 0.95, days_ago=2_000), ExclusionKind.WATCHED),
        (watch(1, "movie:other-1", 0.5, days_ago=5), ExclusionKind.IN_PROGRESS),
        (watch(1, "movie:other-1", 0.05, days_ago=5), ExclusionKind.GIVEN_UP),
        (Interaction("s", "ada", "movie:other-1", InteractionKind.SEEN, NOW), ExclusionKind.WATCHED),
        (Interaction("r", "ada", "movie:other-1", InteractionKind.RATING, NOW, rating=9), ExclusionKind.WATCHED),
        (Interaction("d", "ada", "movie:other-1", InteractionKind.DISLIKE, NOW), ExclusionKind.DISLIKED),
    ],
)
def test_what_was_dealt_with_is_not_offered_and_why_not_says_so(fact: Interaction, kind: ExclusionKind) -> None:
    home = saga(1).doing(fact, watch(99, "movie:other-9", 0.9, days_ago=1))
    shown = {pick.item_id for pick in answer(home.situation(Query("ada", on=TODAY, limit=50))).picks}
    assert "movie:other-1" not in shown
    assert exclusions(home, "movie:other-1") == [kind]


def test_what_was_given_up_or_disliked_is_said_with_its_day_and_never_compared_to_itself() -> None:
    given_up = watch(1, "movie:other-1", 0.05, days_ago=5)
    disliked = Interaction("d", "ada", "movie:other-2", InteractionKind.DISLIKE, NOW - timedelta(days=2))
    home = saga(1).doing(given_up, disliked, watch(99, "movie:other-9", 0.9, days_ago=1))
    for item_id, kind, at in (
        ("movie:other-1", ExclusionKind.GIVEN_UP, given_up.at),
        ("movie:other-2", ExclusionKind.DISLIKED, disliked.at),
    ):
        refused = why_not(home.situation(), home.catalogue.index[item_id])
        assert [(one.kind, one.on, one.item_id) for one in refused.exclusions] == [(kind, at.date(), None)]


def test_a_title_begun_long_ago_may_be_offered_again() -> None:
    home = saga(1).doing(watch(1, "movie:other-1", 0.6, days_ago=100))
    assert exclusions(home, "movie:other-1") == []


def test_three_skips_keep_a_title_out_and_two_do_not() -> None:
    def skips(count: int) -> Household:
        facts = [
            Interaction(f"k{place}", "ada", "movie:other-1", InteractionKind.SKIP, NOW - timedelta(days=place))
            for place in range(count)
        ]
        return saga(1).doing(*facts)

    assert exclusions(skips(2), "movie:other-1") == []
    assert exclusions(skips(3), "movie:other-1") == [ExclusionKind.SKIPPED]


def test_a_saved_title_is_still_offered() -> None:
    home = saga(1).doing(Interaction("w", "ada", "movie:other-1", InteractionKind.SAVE, NOW))
    assert exclusions(home, "movie:other-1") == []


def test_a_hidden_title_is_out_until_its_day() -> None:
    hiding = Hiding("ada", "movie:other-1", NOW, NOW + timedelta(days=120))
    home = saga(1)
    refused = why_not(home.situation(hidings={hiding.item_id: hiding}), home.catalogue.index["movie:other-1"])
    assert [(found.kind, found.on) for found in refused.exclusions] == [
        (ExclusionKind.HIDDEN, (NOW + timedelta(days=120)).date())
    ]


def test_the_margin_decides_between_the_liked_and_the_disliked() -> None:
    liked = np.array([0.3, 0.3, -0.2, 0.0], np.float32)
    disliked = -np.array([0.3 + ANTI_MARGIN - 0.01, 0.3 + ANTI_MARGIN + 0.01, ANTI_MARGIN + 0.01, 0.0], np.float32)
    found = too_close_to_disliked({"content": liked, "anti-profile": disliked})
    assert found is not None
    assert found.tolist() == [False, True, True, False]
    assert too_close_to_disliked({"content": liked, "anti-profile": np.zeros(4, np.float32)}) is None
    assert too_close_to_disliked({"content": liked}) is None


def test_what_is_close_to_the_abandoned_and_far_from_the_liked_is_left_out_and_the_closest_is_named() -> None:
    home = saga(1)
    rng = np.random.default_rng(0)
    rows = 0.05 * rng.standard_normal((len(home.catalogue), 16)).astype(np.float32)
    for place, item_id in enumerate(home.catalogue.ids):
        rows[place, 0 if item_id in {"movie:other-0", "movie:other-1", "movie:other-2"} else 1 + place % 8] += 1
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    catalogue = replace(home.catalogue, vectors=item_vectors("test", rows.astype(np.float16)))
    home = replace(home, catalogue=catalogue, baselines=baselines_of(catalogue))
    home = home.doing(watch(1, "movie:other-0", 0.03, days_ago=3), watch(2, "movie:other-1", 0.03, days_ago=2))
    shown = {pick.item_id for pick in answer(home.situation(Query("ada", on=TODAY, limit=50))).picks}
    assert shown
    assert "movie:other-2" not in shown
    for item_id in ("movie:other-0", "movie:other-1"):
        own = why_not(home.situation(), catalogue.index[item_id])
        assert [found.kind for found in own.exclusions] == [ExclusionKind.GIVEN_UP]
    home = home.doing(Interaction("r", "ada", "movie:other-1", InteractionKind.RATING, NOW, rating=1))
    rated = why_not(home.situation(), catalogue.index["movie:other-1"])
    assert [found.kind for found in rated.exclusions] == [ExclusionKind.WATCHED]
    refused = why_not(home.situation(), catalogue.index["movie:other-2"])
    assert [found.kind for found in refused.exclusions] == [ExclusionKind.ANTI_PROFILE]
    assert refused.exclusions[0].item_id in {"movie:other-0", "movie:other-1"}
