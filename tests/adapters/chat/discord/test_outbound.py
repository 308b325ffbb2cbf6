from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.chat.discord.buttons import linkable, rows
from adapters.chat.discord.limits import CAPABILITIES
from adapters.chat.discord.outbound import drawable, write
from bot.fitting import fit
from bot.vocabulary import Action, Answer, Card, Choice, Picture, Progress, Style, Text
from tests.adapters.chat.discord.stage import CARD
from tests.fakes.discord.limits import empty, wrong_in_message

OWN = "http://127.0.0.1:8420"
WORDS = st.text(alphabet="ab *_|#<@:/\n万א👩\u200d\u202e", max_size=400)
ACTIONS = st.lists(
    st.builds(
        Action,
        label=st.text(max_size=120),
        token=st.sampled_from(["", *(f"like:slate-000000{n}:{n}" for n in range(1, 6)), "more:x"]),
        style=st.sampled_from(Style),
        url=st.sampled_from(
            [None, None, "https://example.org/a", "http://localhost/x", "javascript:alert(1)", "https://a b"]
        ),
        emoji=st.sampled_from(["", "👍", "＋", "✓"]),
    ),
    max_size=40,
).map(tuple)
PARTS = st.one_of(
    st.builds(Text, WORDS),
    st.builds(
        Card,
        st.just("movie:1"),
        WORDS,
        WORDS,
        WORDS,
        match=WORDS,
        synopsis=WORDS,
        badges=st.lists(WORDS, max_size=4).map(tuple),
        number=st.sampled_from([None, 1]),
        page_url=st.sampled_from([None, f"{OWN}/item/1", "http://nas/x", "not an address"]),
        poster_url=st.sampled_from([None, "https://image.example/p.jpg", "https://image.example/p.svg"]),
        actions=ACTIONS,
    ),
    st.builds(Choice, WORDS, ACTIONS),
    st.builds(Picture, st.sampled_from(["https://image.example/p.png", "http://nas/p.svg", "[oops"]), WORDS),
    st.builds(Progress, WORDS, st.sampled_from([None, 0.5, 7.0])),
)


@given(st.builds(Answer, st.lists(PARTS, max_size=5).map(tuple), actions=ACTIONS))
@pytest.mark.untraced
def test_no_answer_is_refused_and_none_can_ping(answer: Answer) -> None:
    messages = write(fit(answer, CAPABILITIES), OWN)
    for message in messages:
        body = message.body()
        assert not wrong_in_message(body, {})
        assert not empty(body, {})
        assert body["allowed_mentions"] == {"parse": []}
    assert sum(message.begins for message in messages) >= len(answer.parts)


def test_the_same_answer_is_always_the_same_messages() -> None:
    answer = fit(Answer((Text("a" * 5_000), CARD, CARD), actions=(Action("More", "more:x"),)), CAPABILITIES)
    assert write(answer, OWN) == write(answer, OWN)


def test_a_card_is_an_embed_with_its_facts_in_their_places() -> None:
    (message,) = write(Answer((CARD,)), OWN)
    embed = message.body()["embeds"][0]
    assert embed["title"] == "1. Parasite"
    assert embed["url"] == CARD.page_url
    assert embed["description"] == "Because you liked Mother."
    assert embed["fields"] == [{"name": "2019 · 132 min · Film", "value": "92 % · sure", "inline": False}]
    assert embed["footer"] == {"text": "new here"}


def test_each_card_is_a_message_and_more_stands_under_the_last() -> None:
    answer = Answer((Text("For tonight:"), CARD, CARD, CARD), actions=(Action("More", "more:x"),))
    messages = write(answer, OWN)
    assert [message.content for message in messages] == ["For tonight:", "", ""]
    assert [message.begins for message in messages] == [2, 1, 1]
    assert [len(message.rows) for message in messages] == [0, 0, 1]


def test_a_pressed_button_is_green_and_a_state_cannot_be_pressed() -> None:
    (row,) = rows(
        ((Action("Liked", "like:s:1", Style.DONE), Action("Ready", ""), Action("Play", "play:s:1", Style.PRIMARY)), 5)
    )
    liked, ready, play = row["components"]
    assert (liked["style"], liked.get("disabled")) == (3, None)
    assert ready["disabled"] is True
    assert play["style"] == 1


def test_more_choices_than_can_be_read_at_a_glance_become_a_select() -> None:
    actions = tuple(Action(f"Dune ({1960 + n})", f"choose:seen::movie:{n}") for n in range(12))
    (message,) = write(Answer((Choice("Which one?", actions),)), OWN)
    (row,) = message.rows
    assert row["components"][0]["type"] == 3
    assert [option["value"] for option in row["components"][0]["options"]] == [action.token for action in actions]


def test_seven_buttons_are_two_rows_and_addresses_stay_buttons() -> None:
    card = Card(
        "movie:1",
        "A",
        "B",
        "C",
        actions=(*(Action(f"b{n}", f"v{n}:x") for n in range(6)), Action("Trailer", url="https://example.org/t")),
    )
    (message,) = write(Answer((card,)), OWN)
    assert [len(row["components"]) for row in message.rows] == [5, 2]
    assert message.rows[1]["components"][1] == {
        "type": 2,
        "label": "Trailer",
        "style": 5,
        "url": "https://example.org/t",
    }


def test_an_address_that_discord_takes_on_no_button_is_written_out() -> None:
    (message,) = write(Answer((Text("Here."),), actions=(Action("Page", url="http://nas:8420/x"),)), OWN)
    assert "http\\://nas\\:8420/x".replace("\\:8420", ":8420") in message.content
    assert not message.rows


@pytest.mark.parametrize(
    ("url", "well"),
    [
        ("https://example.org/x", True),
        ("http://127.0.0.1:8420/", True),
        ("http://[::1]/x", True),
        ("http://localhost/x", False),
        ("ftp://example.org", False),
        ("javascript:alert(1)", False),
        ("http://[broken", False),
        ("https://example.org/a b", False),
        ("", False),
        (None, False),
        ("https://example.org/" + "x" * 600, False),
    ],
)
def test_only_what_discord_takes_for_an_address_is_linked(url: str | None, well: bool) -> None:
    assert linkable(url, 512) is well


def test_a_drawing_is_told_in_words_with_its_address() -> None:
    (message,) = write(Answer((Picture("https://home.example/taste.svg", "Your taste: drama *first*"),)), OWN)
    assert message.embed is None
    assert "<https://home.example/taste.svg>" in message.content
    assert "\\*first\\*" in message.content
    assert not drawable("http://[broken")


def test_a_picture_elsewhere_is_shown_from_there_and_one_of_ours_goes_along() -> None:
    (there,) = write(Answer((Picture("https://image.example/a.png", "A"),)), OWN)
    assert there.body()["embeds"][0]["image"] == {"url": "https://image.example/a.png"}
    (ours,) = write(Answer((Picture(f"{OWN}/pictures/a.png", "A"),)), OWN)
    assert ours.attached is not None


def test_progress_shows_how_far_it_is() -> None:
    (half,) = write(Answer((Progress("Reading", 0.5),)), OWN)
    assert half.content == f"`{'█' * 10}{'░' * 10}` Reading"
    (unknown,) = write(Answer((Progress("Reading"),)), OWN)
    assert unknown.content == "Reading"


def test_an_empty_answer_is_no_message_and_buttons_alone_are_one() -> None:
    assert write(Answer(()), OWN) == []
    (message,) = write(Answer((), actions=(Action("More", "more:x"),)), OWN)
    assert message.content == "\u200b"


def test_too_many_buttons_for_one_message_do_not_push_the_answer_s_own_away() -> None:
    card = Card("movie:1", "A", "B", "C", actions=tuple(Action(f"b{n}", f"v{n}:x") for n in range(25)))
    (message,) = write(Answer((card,), actions=tuple(Action(f"c{n}", f"w{n}:x") for n in range(8))), OWN)
    assert [row["components"][0]["type"] for row in message.rows] == [3, 3]
    assert json.dumps(message.body()).count('"value": "w') == 8
