"""A slate is more than its five best scores."""

from __future__ import annotations

import numpy as np
import pytest

from engine.catalogue import MEDIA_TYPES
from engine.columns.build import build_catalogue
from engine.domain.items import Collection, Credit, CreditRole, Item, MediaType
from engine.finds import LEAST_NOVELTY, MOST_NOVELTY, gains, novelty_of
from engine.rerankers import (
    STARTER,
    Field,
    Wanted,
    choose,
    in_sequence,
    least_shares,
)
from engine.scoring.baselines import baselines_of
from engine.testing.households import household

NOBODY = np.zeros(0, np.int64)


def film(
    number: int,
    *,
    director: str = "",
    genres: tuple[str, ...] = (),
    keywords: tuple[str, ...] = (),
    saga: str = "",
    kind: MediaType = MediaType.MOVIE,
) -> Item:
    return Item(
        f"{kind}:{number:03d}", kind, f"Film {number}", genres=genres, keywords=keywords,
        credits=(Credit(director, CreditRole.DIRECTOR),) if director else (),
        collection=Collection(saga) if saga else None,
    )  # fmt: skip


def pages(items: list[Item], keys: list[float], wanted: Wanted, barred: np.ndarray = NOBODY) -> list[str]:
    catalogue = build_catalogue(items)
    rows = catalogue.rows_of(item.id for item in items)
    field = Field(rows, np.array(keys, np.float32), catalogue.media_type[rows])
    return [catalogue.ids[rows[choice.place]] for choice in choose(baselines_of(catalogue), field, wanted, barred)]


def falling(count: int) -> list[float]:
    return [1 - place / 100 for place in range(count)]


def test_the_order_of_the_scores_stands_where_nothing_is_alike() -> None:
    genres = ("Drama", "Comedy", "War", "Crime", "Music", "Family", "Horror", "Western")
    items = [film(n, director=f"D{n}", genres=(genres[n],)) for n in range(8)]
    assert pages(items, falling(8), Wanted(3)) == ["movie:000", "movie:001", "movie:002"]


@pytest.mark.parametrize(
    ("parts", "order"),
    [
        ("", ""),
        ("- - -", "0 1 2"),
        ("a1 a2 -", "0 1 2"),
        ("a2 - a1 -", "1 2 0 3"),  # it waits, what lies between moves up, the earlier keeps its place in the order
        ("a3 a2 - a1", "2 3 1 0"),
        ("a2 b2 b1 a1", "2 1 3 0"),
        ("a2 b1 a1 b2", "1 2 0 3"),
    ],
)
def test_a_later_part_waits_for_those_before_it(parts: str, order: str) -> None:
    listed = parts.split()
    strand = np.array([-1 if part == "-" else ord(part[0]) for part in listed], np.int64)
    sequence = np.array([0 if part == "-" else int(part[1:]) for part in listed], np.int64)
    assert in_sequence(strand, sequence) == [int(place) for place in order.split()]


def test_the_fewer_titles_are_offered_the_more_a_find_gains() -> None:
    found = [novelty_of(offered) for offered in (0.0, 0.1, 0.15, 0.2, 0.3, 1.0)]
    assert found == sorted(found, reverse=True)
    assert (found[0], found[-1]) == (MOST_NOVELTY, LEAST_NOVELTY)
    assert found[2] > found[3] > found[4]


def test_a_find_gains_by_its_bits_and_less_than_in_proportion_where_scores_lie_close() -> None:
    bits = np.array([0, 1, 4], np.float32)
    wide, close = gains(0.05, 0.4, bits), gains(0.05, 0.1, bits)
    assert wide == pytest.approx(2 * close)
    assert close == pytest.approx(close[1] * bits)


def test_a_franchise_gets_one_place() -> None:
    items = [film(n, saga="Saga" if n < 6 else "") for n in range(10)]
    assert pages(items, falling(10), Wanted(4)) == ["movie:000", "movie:006", "movie:007", "movie:008"]


def test_one_franchise_alone_fills_no_more_than_one_place() -> None:
    assert pages([film(n, saga="Saga") for n in range(10)], falling(10), Wanted(4)) == ["movie:000"]


def test_a_second_film_of_a_director_waits_for_its_equals() -> None:
    items = [film(0, director="A"), film(1, director="A"), *(film(n, director=f"D{n}") for n in range(2, 12))]
    assert pages(items, falling(12), Wanted(3))[:3] == ["movie:000", "movie:002", "movie:003"]


def test_a_much_better_film_of_the_same_director_does_not_wait() -> None:
    items = [film(0, director="A"), film(1, director="A"), *(film(n, director=f"D{n}") for n in range(2, 12))]
    keys = [10.0, 9.9, *falling(12)[2:]]
    assert pages(items, keys, Wanted(3))[:2] == ["movie:000", "movie:001"]


def test_how_much_likeness_costs_can_be_turned_down_to_nothing() -> None:
    items = [film(0, director="A"), film(1, director="A"), *(film(n, director=f"D{n}") for n in range(2, 12))]
    assert pages(items, falling(12), Wanted(3, variety=0.0)) == ["movie:000", "movie:001", "movie:002"]


def test_a_title_that_fewer_are_offered_goes_before_its_equals() -> None:
    items = [film(n, director=f"D{n}") for n in range(12)]
    surprise = np.zeros(12, np.float32)
    surprise[6] = 8
    found = [pages(items, falling(12), Wanted(4, surprise=surprise, novelty=worth)) for worth in (0.0, 0.02, 0.2)]
    assert found[0] == found[1] == ["movie:000", "movie:001", "movie:002", "movie:003"]
    assert found[2] == ["movie:006", "movie:000", "movie:001", "movie:002"]


def test_an_evening_is_not_all_sequels() -> None:
    items = [film(n, saga=f"Saga {n}" if n < 5 else "") for n in range(20)]
    begun = np.unique(baselines_of(build_catalogue(items)).franchise)[1:]
    usual, varied = (pages(items, falling(20), wanted) for wanted in (Wanted(5), Wanted(5, begun=begun)))
    assert usual == [f"movie:{n:03d}" for n in range(5)]
    assert varied[0] == "movie:000"
    assert sum(int(item_id[-3:]) < 5 for item_id in varied) < 4


def test_too_alike_in_tone_waits_too() -> None:
    home = household(4, titles=120)
    group = [int(item.title.split()[-1]) for item in sorted(home.items, key=lambda item: item.id)]
    order = np.argsort([value != group[0] for value in group], kind="stable")
    films = order[home.catalogue.media_type[order] == MEDIA_TYPES.index(MediaType.MOVIE)][:40]
    same = sum(group[int(row)] == group[int(films[0])] for row in films[:5])
    field = Field(films, np.array(falling(40), np.float32), home.catalogue.media_type[films])
    chosen = choose(home.baselines, field, Wanted(5), NOBODY)
    after = sum(group[int(films[choice.place])] == group[int(films[0])] for choice in chosen)
    assert after < same


def test_pages_follow_each_other_without_repeats_until_nothing_is_left() -> None:
    items = [film(n, genres=("Drama",)) for n in range(11)]
    found = [pages(items, falling(11), Wanted(4, attempt)) for attempt in range(5)]
    assert [len(page) for page in found] == [4, 4, 3, 0, 0]
    assert len({item_id for page in found for item_id in page}) == 11


def test_barred_titles_leave_their_places_to_others() -> None:
    items = [film(n) for n in range(6)]
    assert "movie:000" not in pages(items, falling(6), Wanted(3), np.array([0]))


def test_the_first_page_and_the_last_of_a_long_field_are_found() -> None:
    items = [film(n, saga="Saga" if n < 300 else "") for n in range(310)]
    assert len(pages(items, [1 - n / 1000 for n in range(310)], Wanted(5))) == 5


def test_no_limit_no_picks() -> None:
    assert pages([film(0)], [1.0], Wanted(0)) == []
    assert pages([], [], Wanted(5)) == []


def test_every_domain_gets_what_it_is_owed_with_its_best() -> None:
    items = [film(n) for n in range(20)] + [film(n, kind=MediaType.ANIME) for n in range(5)]
    anime = MEDIA_TYPES.index(MediaType.ANIME)
    found = pages(items, falling(25), Wanted(5, shares={anime: 1, MEDIA_TYPES.index(MediaType.MOVIE): 4}))
    assert [item_id for item_id in found if item_id.startswith("anime")] == ["anime:000"]


def test_a_domain_without_candidates_is_owed_nothing() -> None:
    found = pages([film(n) for n in range(8)], falling(8), Wanted(5, shares={MEDIA_TYPES.index(MediaType.TV): 2}))
    assert len(found) == 5


def test_newcomers_get_a_genre_after_another() -> None:
    items = [film(n, genres=("Drama",)) for n in range(5)] + [film(9, genres=("Comedy",))]
    catalogue = build_catalogue(items)
    rows = catalogue.rows_of(item.id for item in items)
    keys = np.array([0.9, 0.89, 0.88, 0.87, 0.86, 0.87 - STARTER / 2], np.float32)
    field = Field(rows, keys, catalogue.media_type[rows])
    chosen = choose(baselines_of(catalogue), field, Wanted(3, spread_genres=True), NOBODY)
    assert [catalogue.ids[rows[choice.place]] for choice in chosen][1] == "movie:009"
    assert [choice.fresh for choice in chosen] == [1.0, 1.0, 0.0]
    names = [tuple(catalogue.genres.names[column] for column in choice.fresh_genres) for choice in chosen]
    assert names == [("Drama",), ("Comedy",), ()]


@pytest.mark.parametrize(
    ("lived", "limit", "shares"),
    [
        ({MediaType.MOVIE: 90, MediaType.ANIME: 10}, 5, {MediaType.MOVIE: 4, MediaType.ANIME: 1}),
        ({MediaType.MOVIE: 99, MediaType.ANIME: 1}, 5, {}),
        ({MediaType.MOVIE: 50}, 5, {}),
        ({}, 5, {}),
        ({MediaType.MOVIE: 50, MediaType.TV: 50}, 2, {}),
        ({MediaType.MOVIE: 25, MediaType.TV: 25, MediaType.ANIME: 25, MediaType.MANGA: 25}, 3, None),
    ],
)
def test_shares_follow_where_a_viewer_lives(
    lived: dict[MediaType, int], limit: int, shares: dict[MediaType, int] | None
) -> None:
    found = least_shares(lived, limit, MEDIA_TYPES)
    assert sum(found.values()) <= limit
    if shares is not None:
        assert found == {MEDIA_TYPES.index(kind): least for kind, least in shares.items()}


def mixed(items: list[Item], **shares: float) -> Wanted:
    """Five picks for a viewer whose history has these genres."""
    names = build_catalogue(items).genres.names
    return Wanted(5, mix=np.array([shares[name] for name in names], np.float32))


def test_a_list_keeps_the_genres_of_the_history_in_their_shares() -> None:
    genres = ["Drama", "Comedy"] * 8
    items = [film(n, director=f"D{n}", genres=(genre,), keywords=(f"about {n}",)) for n, genre in enumerate(genres)]
    keys = [1 - place / 200 for place in range(16)]
    shown = [pages(items, keys, mixed(items, Comedy=share, Drama=1 - share)) for share in (0.0, 0.5, 1.0)]
    comedies = [sum(genres[int(item_id[-3:])] == "Comedy" for item_id in page) for page in shown]
    assert comedies == sorted(comedies)
    assert comedies[0] < comedies[-1]


def test_what_is_far_better_is_shown_whatever_the_shares() -> None:
    genres = [*["Drama"] * 5, *["Comedy"] * 10]
    items = [film(n, director=f"D{n}", genres=(genre,), keywords=(f"about {n}",)) for n, genre in enumerate(genres)]
    keys = [10 - place / 10 for place in range(5)] + [1 - place / 10 for place in range(10)]
    shown = pages(items, keys, mixed(items, Comedy=0.5, Drama=0.5))
    assert sum(genres[int(item_id[-3:])] == "Drama" for item_id in shown) >= 4
