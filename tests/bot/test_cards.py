"""Small print, badges and bars on cards."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.cards.facts import badges, facts
from bot.cards.taste import bar, cited, taste_text
from bot.i18n import Translations
from engine.domain.items import Collection, CreditRole, Item, MediaType
from engine.domain.taste_view import GenreTaste, Mood, PersonTaste, TasteView
from engine.testing.clock import START

pytestmark = pytest.mark.untraced

FILM = Item("movie:1", MediaType.MOVIE, "Parasite", 2019, runtime=132, library_ids=frozenset({"films"}))
OPEN = frozenset({"films"})


@pytest.mark.parametrize(
    ("item", "told"),
    [
        (FILM, "2019 · 2 h 12 min · Film"),
        (Item("movie:2", MediaType.MOVIE, "Unknown"), "Film"),
        (Item("tv:1", MediaType.TV, "Dark", 2017, seasons=3, runtime=53), "2017 · 3 seasons · 53 min · Series"),
        (Item("tv:2", MediaType.TV, "Short", 2017, seasons=1), "2017 · one season · Series"),
        (
            Item("anime:1", MediaType.ANIME, "Bebop", 1998, episodes=26, runtime=24),
            "1998 · 26 episodes · 24 min · Anime",
        ),
        (Item("manga:1", MediaType.MANGA, "Akira", 1982, volumes=6), "1982 · 6 volumes · Manga"),
        (Item("manga:2", MediaType.MANGA, "One", volumes=1), "one volume · Manga"),
        (Item("manga:3", MediaType.MANGA, "None"), "Manga"),
    ],
)
def test_facts_tell_what_is_known(item: Item, told: str, translations: Translations) -> None:
    assert facts(item, translations.to("en")) == told


@pytest.mark.parametrize(("locale", "told"), [("de", "3 Staffeln"), ("fr", "3 saisons")])
def test_facts_speak_the_readers_language(locale: str, told: str, translations: Translations) -> None:
    assert told in facts(Item("tv:1", MediaType.TV, "Dark", 2017, seasons=3), translations.to(locale))


@pytest.mark.parametrize(
    ("item", "parts", "told"),
    [
        (FILM, 0, ["in your library"]),
        (replace(FILM, library_ids=frozenset()), 0, []),
        (replace(FILM, library_ids=frozenset({"attic"}), added_at=START), 0, []),
        (replace(FILM, added_at=START - timedelta(days=3)), 0, ["in your library", "new here"]),
        (replace(FILM, added_at=START - timedelta(days=31)), 0, ["in your library"]),
        (replace(FILM, added_at=START + timedelta(days=1)), 0, ["in your library"]),
        (replace(FILM, collection=Collection("Host", 2)), 3, ["in your library", "part 2 of 3"]),
        (replace(FILM, collection=Collection("Host", 2)), 1, ["in your library"]),
        (replace(FILM, collection=Collection("Host")), 3, ["in your library"]),
        (replace(FILM, tags=frozenset({"4k", "hdr", "kids"})), 0, ["in your library", "4K", "HDR"]),
    ],
)
def test_badges_tell_what_is_special_here(item: Item, parts: int, told: list[str], translations: Translations) -> None:
    assert badges(item, translations.to("en"), open_libraries=OPEN, now=START, parts=parts) == told


@pytest.mark.parametrize(
    ("share", "shown"), [(0, "░" * 10), (0.5, "█████░░░░░"), (1, "█" * 10), (7, "█" * 10), (-1, "░" * 10)]
)
def test_a_bar_has_ten_squares(share: float, shown: str) -> None:
    assert bar(share) == shown


def test_a_taste_names_only_titles_that_may_be_named(translations: Translations) -> None:
    view = TasteView(
        viewer_id="v",
        domain=None,
        interactions=4,
        meaningful=False,
        genres=(GenreTaste("Drama", 0.8, 5, 4), GenreTaste("Horror", -0.4, 3, 0)),
        people=(
            PersonTaste("Bong", CreditRole.DIRECTOR, 0.9, ("movie:1", "movie:9")),
            PersonTaste("Secret Person", CreditRole.ACTOR, 0.9, ("movie:9",)),
        ),
        moods=(Mood(("movie:1", "movie:9"), ("Drama",), (), 0.6), Mood(("movie:9",), ("War",), (), 0.4)),
        disliked=("movie:9",),
        history=(),
        hours=(0,) * 24,
        weekdays=(0,) * 7,
    )
    assert set(cited(view)) == {"movie:1", "movie:9"}
    assert taste_text(view, {"movie:1": FILM}, translations.to("en")).splitlines() == [
        "I know 4 things you watched or told me.",
        "That is little yet; from ten on it means something.",
        "",
        "Genres",
        " ██████████ Drama · 4 of 5 finished",
        "−█████░░░░░ Horror · 0 of 3 finished",
        "",
        "People",
        "Bong (Director) · Parasite",
        "",
        "Moods",
        "██████░░░░ Drama · such as Parasite",
    ]
