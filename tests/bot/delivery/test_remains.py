"""Which message shows which pick, once an answer is delivered."""

from __future__ import annotations

import pytest

from bot.delivery.documents import Paper
from bot.delivery.remains import shown_picks
from bot.tokens import pick_token
from bot.vocabulary import Account, Action, Answer, Card, Part, Room, Text
from engine.domain.letters import Letter
from engine.testing.clock import START

ANNA, ROOM = Account("chat", "anna"), Room("r")
FIRST, SECOND = "slate-0001", "slate-0002"
LETTER = Letter(7, "letter", "chat", "r", "anna", "{}", START)


def card(number: int, *tokens: str, url: str | None = None) -> Card:
    actions = tuple(Action("x", token) for token in tokens) + ((Action("more", url=url),) if url else ())
    return Card(f"movie:{number}", f"Film {number}", "2000", "Because.", actions=actions)


def remains(parts: tuple[Part, ...], *messages: str) -> list[tuple[str, str, int, str]]:
    found = shown_picks(LETTER, Paper(Answer(parts), ANNA, ROOM), messages, START)
    assert all((one.platform, one.room_id, one.account_id, one.at) == ("chat", "r", "anna", START) for one in found)
    return [(one.message_id, one.slate_id, one.rank, one.item_id) for one in found]


def test_every_card_of_a_slate_is_found_again_by_its_own_message() -> None:
    parts = (Text("For tonight:"), card(1, pick_token("like", FIRST, 1)), card(2, pick_token("why", FIRST, 2)))
    assert remains(parts, "m0", "m1", "m2") == [("m1", FIRST, 1, "movie:1"), ("m2", FIRST, 2, "movie:2")]


def test_what_no_message_is_known_of_cannot_be_found_again() -> None:
    parts = tuple(card(number, pick_token("like", FIRST, number)) for number in (1, 2, 3))
    assert remains(parts, "m1", "") == [("m1", FIRST, 1, "movie:1")]
    assert remains(parts) == []


def test_the_first_button_that_names_a_pick_counts_and_links_are_passed_over() -> None:
    told = card(1, "help:me", pick_token("save", SECOND, 4), pick_token("like", FIRST, 9), url="https://example.org")
    assert remains((told,), "m1") == [("m1", SECOND, 4, "movie:1")]


@pytest.mark.parametrize("tokens", [(), ("keep:x:movie%3A1",), ("nonsense",), ("like:",), (f"like:{FIRST}:0",)])
def test_a_card_that_is_no_pick_of_a_slate_is_none_afterwards(tokens: tuple[str, ...]) -> None:
    assert remains((card(1, *tokens),), "m1") == []
