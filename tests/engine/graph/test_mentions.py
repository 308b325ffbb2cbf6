"""What synopses mention becomes edges."""

from __future__ import annotations

from engine.columns.build import build_catalogue
from engine.domain.items import Item
from engine.graph.mentions import AT_ONCE, Mentions, mentions_of
from tests.engine.graph.shelf import film


def mentioned(*items: Item) -> Mentions:
    catalogue = build_catalogue(items)
    assert catalogue.mentions is not None
    return catalogue.mentions


def test_a_name_that_two_synopses_share_is_an_edge_of_both_and_one_of_a_single_title_is_none() -> None:
    found = mentioned(
        film("a", synopsis="They leave Port Royal at dawn."),
        film("b", synopsis="Back in port royal? No: in Port Royal."),
        film("c", synopsis="Nobody knows Tortuga."),
    )
    assert found.names.names == ("Port Royal",)
    assert [found.names.names_of(row) for row in range(3)] == [("Port Royal",), ("Port Royal",), ()]


def test_a_keyword_in_a_synopsis_is_an_edge_unless_the_title_is_listed_under_it() -> None:
    found = mentioned(
        film("a", keywords=("time travel", "heist")),
        film("b", synopsis="A tale of time travel; of time, and of travel.", keywords=("heist",)),
        film("c", keywords=("time travel",), synopsis="Time travel, again."),
    )
    assert [found.keywords.names_of(row) for row in range(3)] == [(), ("time travel",), ()]


def test_keywords_are_found_in_any_language_also_where_words_are_not_parted() -> None:
    found = mentioned(
        film("a", keywords=("amitié", "七人", "дружба")),
        film("b", synopsis="Une histoire d’amitié."),
        film("c", synopsis="七人の侍。"),
        film("d", synopsis="Крепкая ДРУЖБА."),
    )
    assert [found.keywords.names_of(row) for row in range(4)] == [(), ("amitié",), ("七人",), ("дружба",)]


def test_short_words_and_words_across_two_synopses_are_no_keywords() -> None:
    found = mentioned(
        film("a", keywords=("it", "night train")),
        film("b", synopsis="it was night"),
        film("c", synopsis="train by day"),
    )
    assert found.keywords.matrix.nnz == 0


def test_more_synopses_than_are_read_at_once_keep_their_rows() -> None:
    items = [film(f"{number:04d}", synopsis=f"It is Port Number{number % 7}.") for number in range(2 * AT_ONCE + 3)]
    catalogue = build_catalogue(items)
    found = mentions_of(items, catalogue.keywords)
    assert all(found.names.names_of(row) == (f"Port Number{row % 7}",) for row in range(len(items)))


def test_titles_without_synopses_or_keywords_mention_nothing() -> None:
    found = mentioned(film("a"), film("b"))
    assert found.names.matrix.shape[0] == found.keywords.matrix.shape[0] == 2
    assert found.names.matrix.nnz == found.keywords.matrix.nnz == 0
