"""Finding titles as people type them."""

from __future__ import annotations

import pytest

from engine.domain.items import Item, MediaType
from engine.search.titles import TitleIndex
from tests.engine.search.shelf import INDEX, SHELF, film, key

pytestmark = pytest.mark.untraced


def first(text: str) -> str | None:
    hits = INDEX.find(text)
    return key(hits[0].item_id) if hits else None


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("Parasite", "parasite"), ("PARASITE", "parasite"), ("  parasite ", "parasite"), ("parasit", "parasite"),
        ("prasite", "parasite"), ("기생충", "parasite"), ("amelie", "amelie"), ("AMÉLIE", "amelie"),
        ("le fabuleux destin d'amelie poulain", "amelie"), ("le fabuleux destin d’Amélie Poulain", "amelie"),
        ("fabelhafte welt der amelie", "amelie"), ("千と千尋の神隠し", "spirited"), ("千と千尋", "spirited"),
        ("chihiro", "spirited"), ("spirited awya", "spirited"), ("となりのトトロ", "totoro"), ("totoro", "totoro"),
        ("the matrix", "matrix"), ("matrix", "matrix"), ("Matrix, The", "matrix"), ("matirx", "matrix"),
        ("Rocky II", "rocky2"), ("rocky 2", "rocky2"), ("rocky ii", "rocky2"), ("rocky two", "rocky2"),
        ("rocky", "rocky"),
        ("godfather", "godfather"), ("godfather 2", "godfather2"), ("the godfather part 2", "godfather2"),
        ("dune 1984", "dune84"), ("Dune (2021)", "dune21"), ("dune, 1984", "dune84"), ("dune 2", "dune24"),
        ("dune part two", "dune24"), ("felowship of the ring", "lotr1"), ("herr der ringe gefährten", "lotr1"),
        ("two towers", "lotr2"), ("blade runner", "blade"), ("blade runner 2049", "blade2049"),
        ("blade runner 1982", "blade"), ("in the mod for love", "mood"), ("grand budapest", "budapest"),
        ("7 samurai", "samurai"), ("sevn samurai", "samurai"), ("七人の侍", "samurai"), ("old boy", "oldboy"),
        ("mash", "mash"), ("M*A*S*H", "mash"), ("et the extra terrestrial", "et"), ("E.T. The Extra-Terrestrial", "et"),
        ("$", "dollar"), ("1984", "1984"), ("die strasse", "strasse"), ("Die Straße", "strasse"),
        ("strasse", "strasse"),
        ("die hard", "diehard"), ("hard", "hard"), ("romeo and juliet", "romeo"), ("Romeo & Juliet", "romeo"),
        ("جدایی نادر از سیمین", "separation"), ("\u202bجدایی نادر از سیمین\u202c", "separation"),
        ("a separation", "separation"),
        ("avventura", "avventura"), ("l'avventura", "avventura"), ("para\u0000site", "parasite"),
        ("Parasite 🪳", "parasite"),
        ("dnue", "dune21"), ("love mood for the in", "mood"), ("alein", "alien"), ("it", "it"), ("Up", "up"),
        ("inceptoin", "inception"), ("pulp ficton 1994", "pulp"), ("trois couleurs blanc", "blanc"), ("blanc", "blanc"),
    ],
)  # fmt: skip
def test_a_title_is_found_however_it_is_typed(typed: str, wanted: str) -> None:
    assert first(typed) == wanted


@pytest.mark.parametrize(
    "typed", ["", " ", "\n\t", "\u0000", "\u202e\u202c", "qwxzv", "🪳🪳", "?" * 50, "((((", "x" * 5_000, "\ud800"]
)
def test_a_text_that_names_nothing_finds_nothing(typed: str) -> None:
    assert INDEX.find(typed) == []
    assert INDEX.find_people(typed) == []
    assert INDEX.resolve(typed).item_id is None


def test_one_character_finds_what_is_called_or_begins_so() -> None:
    found = [key(hit.item_id) for hit in INDEX.find("u", limit=10)]
    assert set(found) == {"up", "us"}
    assert INDEX.find("$")[0].exact


def test_exact_titles_come_before_those_that_only_begin_so_and_the_better_known_first() -> None:
    hits = INDEX.find("dune")
    assert [key(hit.item_id) for hit in hits[:3]] == ["dune21", "dune84", "dune24"]
    assert [hit.exact for hit in hits[:3]] == [True, True, False]
    assert hits[0].score == 1.0


def test_another_year_than_the_typed_one_is_not_exact() -> None:
    hits = {key(hit.item_id): hit for hit in INDEX.find("dune 1984")}
    assert hits["dune84"].exact
    assert not hits["dune21"].exact
    assert hits["dune21"].score < hits["dune84"].score


def test_a_year_that_is_off_by_one_or_unknown_costs_little() -> None:
    index = TitleIndex.build([film("a", "Solaris", 1972), film("b", "Solaris"), film("c", "Solaris", 2002)])
    assert [key(hit.item_id) for hit in index.find("solaris 1971")] == ["a", "b", "c"]


def test_a_collection_finds_its_members() -> None:
    assert {key(hit.item_id) for hit in INDEX.find("lord of the rings")[:2]} == {"lotr1", "lotr2"}


def test_the_limit_is_kept_and_scores_fall() -> None:
    hits = INDEX.find("the", limit=3)
    assert len(hits) <= 3
    scores = [hit.score for hit in INDEX.find("dune", limit=8)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def test_a_year_written_into_the_title_by_a_source_is_no_part_of_it() -> None:
    index = TitleIndex.build([film("a", "Matrix, The (1999)", 1999)])
    assert index.find("the matrix")[0].exact
    assert index.find("the matrix 1999")[0].exact


def test_an_index_of_nothing_finds_nothing() -> None:
    index = TitleIndex.build([])
    assert len(index) == 0
    assert index.find("dune") == []
    assert index.find_people("bong") == []
    assert index.named("dune") == ()


def test_the_same_id_twice_is_one_title_and_odd_titles_do_no_harm() -> None:
    odd = [film("a", "Dune", 10_000), film("a", "Dune"), film("b", ""), film("c", "\u200b"), film("d", "x" * 3_000, -4)]
    index = TitleIndex.builder().add(odd[:2]).add(odd[2:]).finish()
    assert len(index) == 4
    assert [key(hit.item_id) for hit in index.find("dune")] == ["a"]
    assert key(index.find("x" * 3_000)[0].item_id) == "d"


def test_only_whole_titles_are_named() -> None:
    assert [key(hit.item_id) for hit in INDEX.named("Dune")] == ["dune21", "dune84"]
    assert [key(hit.item_id) for hit in INDEX.named("dune 1984")] == ["dune84"]
    assert INDEX.named("fellowship of the ring") == ()
    assert INDEX.named("dun") == ()


def test_the_longest_title_of_a_growing_text_is_found() -> None:
    words = ["blade", "runner", "2049", "please"]
    count, hits = INDEX.longest([" ".join(words[:n]) for n in range(1, len(words) + 1)])
    assert (count, key(hits[0].item_id)) == (3, "blade2049")
    assert INDEX.longest(["nothing", "nothing here"]) == (0, ())


def test_a_hundred_thousand_titles_forgive_a_typo_each() -> None:
    words = [
        f"{a}{b}{c}" for a in ("ka", "lo", "mi", "ter") for b in ("ra", "vos", "el") for c in ("an", "dri", "sto", "pu")
    ]
    items = [
        Item(
            f"movie:{n}",
            MediaType.MOVIE,
            f"{words[n % 47]} {words[n % 43]} {words[n % 41]} {n % 7919}",
            year=1950 + n % 70,
        )
        for n in range(100_000)
    ]
    index = TitleIndex.build(items)
    for n in range(50):
        typed = items[n * 1_999].title.replace("a", "e", 1)
        assert index.find(typed)


def test_every_title_on_the_shelf_finds_itself() -> None:
    for item in SHELF:
        assert item.id in [hit.item_id for hit in INDEX.find(item.title)[:2]], item.title
        assert INDEX.find(f"{item.title} {item.year}")[0].item_id == item.id
