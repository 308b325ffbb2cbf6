"""A taste as its owner sees it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from engine.catalogue import Catalogue
from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.items import Item, MediaType
from engine.domain.taste_view import TasteView
from engine.taste.learning import build
from engine.taste.mood_words import mood_words
from engine.taste.views import taste_view
from tests.engine.taste.world import ANNA, film, film_id, say, shelf, watch

SECRET = film(100, genres=("Secret",), library_ids=frozenset({"cellar"}))
SERIES = Item("tv:1", MediaType.TV, "Series", genres=("Comedy",), library_ids=frozenset({"series"}))
CATALOGUE = shelf(SECRET, replace(SERIES, id="tv:001"))
COMEDIES = [watch(number, days_ago=number) for number in range(0, 44, 4)]


def view(
    facts: Sequence[Interaction], domain: MediaType | None = MediaType.MOVIE, catalogue: Catalogue = CATALOGUE
) -> TasteView:
    domains = tuple(MediaType) if domain is None else (domain,)
    return taste_view(ANNA, domain, [build(ANNA, each, facts, catalogue) for each in domains], catalogue)


def test_the_loved_come_first_with_what_stands_behind_them():
    seen = view([*COMEDIES, watch(1, 0.05, days_ago=50)])

    assert (seen.genres[0].genre, seen.genres[0].started, seen.genres[0].finished) == ("Comedy", 11, 11)
    assert seen.genres[-1].genre == "Horror"
    assert seen.people[0].name == "Director 0"
    assert set(seen.people[0].item_ids) <= {fact.item_id for fact in COMEDIES}
    assert seen.disliked == (film_id(1),)
    assert (seen.interactions, seen.meaningful) == (12, True)


def test_a_mood_says_what_it_is_about():
    moods = view(COMEDIES).moods
    mood = moods[0]
    assert mood.genres == ("Comedy",)
    assert mood.keywords[0] == "word 0"
    assert "own 0" not in mood.keywords
    assert sum(mood.share for mood in moods) == pytest.approx(1)


def test_history_is_newest_first_and_leaves_skips_out():
    history = view([watch(0, days_ago=3), watch(0), say(4, InteractionKind.SKIP), watch(4, 0.3, days_ago=9)]).history
    assert [(entry.item_id, entry.times) for entry in history] == [(film_id(0), 2), (film_id(0), 2), (film_id(4), 0)]
    assert history[-1].completion == 0.3


def test_nothing_of_a_closed_library_appears_anywhere():
    seen = view([*COMEDIES, *(watch(100, days_ago=day) for day in range(5))])
    assert film_id(100) not in repr(seen)
    assert "Secret" not in repr(seen)
    assert seen.interactions == len(COMEDIES)
    assert sum(seen.hours) == len(COMEDIES)


def test_a_title_that_is_not_known_here_is_left_out():
    assert view([watch(300), watch(0)]).history == view([watch(0)]).history


def test_all_domains_together_add_up():
    series = replace(watch(0), id="series", item_id="tv:001")
    seen = view([*COMEDIES, series], None)
    assert seen.domain is None
    assert seen.interactions == 12
    assert seen.genres[0].started == 12
    assert sum(mood.share for mood in seen.moods) == pytest.approx(1)
    assert sum(seen.weekdays) == 12


def test_an_empty_taste_can_be_looked_at():
    seen = view([])
    assert (seen.genres, seen.people, seen.moods, seen.history) == ((), (), (), ())
    assert (len(seen.hours), len(seen.weekdays)) == (24, 7)


def test_words_are_those_that_set_the_members_apart():
    members = np.array([0, 4, 8])
    weights, everything = np.ones(3, np.float32), np.ones(len(CATALOGUE), np.bool_)
    assert mood_words(CATALOGUE.keywords, members, weights, 2, everything) == ("word 0",)
    assert mood_words(CATALOGUE.tags, members, weights, 2, everything) == ()
