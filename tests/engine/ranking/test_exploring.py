"""A little is tried out while little is known, and how likely it was is written down."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import numpy as np
import pytest

from engine.columns.build import build_catalogue
from engine.domain.items import Collection, Item, MediaType
from engine.exploring import NEXT, SETTLED, Policy, Table, explored
from engine.rerankers import Choice, Field
from engine.scoring.baselines import Baselines, baselines_of
from tests.engine.ranking.world import Home, ids

TITLES = 60
NOBODY = np.zeros(0, np.int64)


@cache
def shelf(saga: int) -> tuple[Baselines, Field]:
    """Titles from the best to the worst; the first ``saga`` belong together."""
    items = [
        Item(f"movie:{n:03d}", MediaType.MOVIE, f"Film {n}", collection=Collection("Saga") if n < saga else None)
        for n in range(TITLES)
    ]
    catalogue = build_catalogue(items)
    rows = catalogue.rows_of(item.id for item in items)
    keys = np.linspace(1, 0, TITLES).astype(np.float32)
    return baselines_of(catalogue), Field(rows, keys, catalogue.media_type[rows])


def table(seed: int, *, saga: int = 0, barred: np.ndarray = NOBODY) -> Table:
    return Table(*shelf(saga), barred, seed)


CHOICES = [Choice(place) for place in range(5)]


def test_who_is_known_well_is_not_tried_out_on() -> None:
    assert explored(Policy(), SETTLED, table(1), CHOICES) == CHOICES
    assert explored(Policy(share=0), 0, table(1), CHOICES) == CHOICES
    assert explored(Policy(share=1), 0, table(1), CHOICES[:2]) == CHOICES[:2]


def test_only_the_last_place_is_tried_out_and_less_often_the_more_is_known() -> None:
    tried: list[int] = []
    for known in (0, 25):
        lists = [explored(Policy(), known, table(seed), CHOICES) for seed in range(400)]
        assert all([choice.place for choice in shown[:4]] == [0, 1, 2, 3] for shown in lists)
        assert all(5 <= shown[-1].place < 5 + NEXT for shown in lists if shown[-1].trial)
        tried.append(sum(shown[-1].trial for shown in lists))
    assert tried[0] == pytest.approx(400 * Policy().share, abs=35)
    assert tried[1] == pytest.approx(200 * Policy().share, abs=30)


def test_the_propensities_are_the_shares_in_which_titles_are_shown() -> None:
    times = 3_000
    lists = [explored(Policy(), 0, table(seed), CHOICES)[-1] for seed in range(times)]
    told = {shown.place: shown.propensity for shown in lists}
    for place in (4, 5, 6, 7):
        share = sum(shown.place == place for shown in lists) / times
        assert share == pytest.approx(told[place], abs=0.02)
    assert sum(told.values()) <= 1 + 1e-9


def test_a_trial_is_never_of_a_franchise_that_is_listed_nor_what_was_shown_before() -> None:
    barred = np.arange(10, 20)
    for seed in range(60):
        shown = explored(Policy(share=1), 0, table(seed, saga=8, barred=barred), CHOICES)[-1]
        assert shown.place >= 8
        assert shown.place not in range(10, 20)


def test_where_nothing_else_is_left_the_list_stays() -> None:
    barred = np.arange(TITLES)
    assert explored(Policy(share=1), 0, table(3, barred=barred), CHOICES) == CHOICES


async def test_a_newcomer_is_tried_out_on_some_days_and_the_same_day_gives_the_same_list() -> None:
    home = await Home().open()
    tried = 0
    for day in range(25):
        on = date(2024, 1, 1) + timedelta(days=day)
        slate = await home.ask(viewer_id="newcomer", on=on)
        assert ids(await home.ask(viewer_id="newcomer", on=on)) == ids(slate)
        assert not any(pick.trial for pick in slate.picks[:-1])
        tried += slate.picks[-1].trial
        if slate.picks[-1].trial:
            assert 0 < slate.picks[-1].propensity < 1
    assert 3 <= tried <= 18
