"""What a card tells first: precise before general, strong before weak, and not the same on every card."""

from __future__ import annotations

from bot.explain import reason, said_in
from bot.explain.choice import TRIVIAL, best_first
from bot.i18n import Translator
from engine.domain.evidence import Evidence, EvidenceKind
from engine.domain.items import CreditRole, Item, MediaType

KINDS = EvidenceKind
ITEMS = {f"movie:{n}": Item(f"movie:{n}", MediaType.MOVIE, f"Title {n}") for n in range(6)}


def person(value: float, name: str = "Joachim Trier", item: str = "movie:0") -> Evidence:
    return Evidence(KINDS.PERSON_LIKED, "personnel", value, items=(item,), people=(name,), role=CreditRole.DIRECTOR)


def genre(value: float, name: str = "Drama") -> Evidence:
    return Evidence(KINDS.GENRE_LIKED, "genre", value, genres=(name,), count=26, total=27)


def liked(value: float, item: str = "movie:1") -> Evidence:
    return Evidence(KINDS.SIMILAR_TO_LIKED, "content", value, items=(item,))


def rated(value: float) -> Evidence:
    return Evidence(KINDS.QUALITY, "quality", value, figure=8.1, count=900)


def fresh(value: float) -> Evidence:
    return Evidence(KINDS.NEW_RELEASE, "freshness", value, figure=2026.0)


def test_a_person_is_told_before_a_genre_that_moved_more() -> None:
    assert best_first([genre(0.041), person(0.022), rated(0.03)], ITEMS) == [person(0.022), genre(0.041), rated(0.03)]


def test_a_precise_fact_that_moved_next_to_nothing_stays_untold() -> None:
    weak, strong = person(0.1 * TRIVIAL - 0.001), genre(0.1)
    assert best_first([weak, strong], ITEMS) == [strong]


def test_what_speaks_against_it_or_names_nothing_visible_is_never_chosen() -> None:
    against = Evidence(KINDS.PERSON_DROPPED, "personnel", -0.5)
    assert best_first([against, person(0.4, item="movie:99"), rated(0.1)], ITEMS) == [rated(0.1)]
    assert best_first([against], ITEMS) == []


def test_cards_of_one_slate_do_not_all_tell_the_same_genre(speak: Translator) -> None:
    stories = [[genre(0.05), rated(0.02), fresh(0.009)] for _ in range(3)]
    told = [
        reason(story, ITEMS, speak, variant=place, said=said_in(stories[:place], ITEMS))
        for place, story in enumerate(stories)
    ]
    assert "26" in told[0]
    assert "8.1" in told[1] or "8,1" in told[1]
    assert "2026" in told[2]


def test_a_precise_fact_may_be_told_again_before_a_vote_is() -> None:
    stories = [[liked(0.3), rated(0.05)], [liked(0.3), rated(0.05), person(0.1)]]
    said = said_in(stories[:1], ITEMS)
    assert best_first(stories[0], ITEMS, said)[0] == liked(0.3)
    assert best_first(stories[1], ITEMS, said)[0] == person(0.1)


def test_where_all_was_said_it_is_said_again_in_other_words(speak: Translator) -> None:
    said = said_in([[genre(0.1)]], ITEMS)
    first = reason([genre(0.1)], ITEMS, speak, variant=0)
    assert reason([genre(0.1)], ITEMS, speak, variant=1, said=said) not in {"", first}


def test_only_shared_genres_count_as_a_genre() -> None:
    genres = Evidence(KINDS.SEED_SHARED, "seed-shared", 0.1, items=("movie:2",), genres=("Drama",))
    words = Evidence(KINDS.SEED_SHARED, "seed-shared", 0.05, items=("movie:2",), keywords=("oslo",))
    assert best_first([genres, words], ITEMS) == [words, genres]
