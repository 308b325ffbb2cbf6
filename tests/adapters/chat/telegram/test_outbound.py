"""What is written: markup that is right for any title, keyboards that fit, nobody called."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.chat.telegram.keyboard import joined, rows
from adapters.chat.telegram.limits import (
    BUTTONS_PER_ROW,
    CAPABILITIES,
    LONGEST_CAPTION,
    LONGEST_TEXT,
    MOST_BUTTONS,
    ROOMY_ROW,
    size,
)
from adapters.chat.telegram.markup import escape, is_page, is_public, plain, read
from adapters.chat.telegram.outbound import toast, write
from bot.fitting import fit
from bot.vocabulary import Action, Answer, Card, Choice, Picture, Progress, Style, Text
from tests.fakes.telegram.entities import parse
from tests.fakes.telegram.world import PINGING

CARD = Card(
    "movie:1",
    "Parasite",
    "2019 · 2 h 12 min · Film",
    "Because you liked “Mother”.",
    match="92 % · sure",
    synopsis="A family finds its way in.",
    badges=("in your library", "4K HDR"),
    number=1,
    poster_url="https://images.example.org/parasite.jpg",
    page_url="https://watch.example.org/item/movie:1",
    actions=(Action("Why?", "why:slate-0000000:1"), Action("Like", "like:slate-0000000:1", emoji="👍")),
)
HOSTILE = (
    "<b>bold</b> & </a>", "*_[x](http://y)_*`", "\u202egnorts", "@durov and @all", "a" * 300, "👩‍👩‍👧‍👦" * 60,
    "\x00\x07nul\ud800", "&lt;script&gt;", "#tag $CASH /quit", "tg://user?id=1", "https://t.me/@durov", "&", "<", "",
    "\u2060\u200b", "@" * 300,
)  # fmt: skip


def test_a_card_looks_like_this() -> None:
    (message,) = write(Answer((CARD,)))
    assert message.markup == (
        '<a href="https://watch.example.org/item/movie:1"><b>1. Parasite</b></a>\n'
        "2019 · 2 h 12 min · Film · 92 % · sure\n"
        "Because you liked “Mother”.\n"
        "<i>A family finds its way in.</i>\n"
        "in your library · 4K HDR"
    )
    assert message.photo == "https://images.example.org/parasite.jpg"
    assert [button.label for row in message.rows for button in row] == ["Why?", "👍 Like"]


def test_a_page_nobody_else_can_open_is_no_link() -> None:
    (message,) = write(Answer((replace(CARD, page_url="http://127.0.0.1:8420/item/1"),)))
    assert "href" not in message.markup


@pytest.mark.parametrize("title", HOSTILE)
def test_no_title_breaks_the_markup_or_calls_anybody(title: str) -> None:
    card = replace(CARD, title=title, facts=title, reason=title, synopsis=title, badges=(title,), page_url=None)
    parts = (
        card,
        Text(title),
        Choice(title, (Action(title, "more:x"),)),
        Picture("http://x.y/z", title),
        Progress(title, 2.0),
    )
    for message in write(fit(Answer(parts, actions=(Action(title, "more:y"),)), CAPABILITIES)):
        for markup in (message.markup, message.textual.markup):
            text, entities = parse(markup, "HTML")
            assert text or message.photo
            assert not [entity for entity in entities if entity["type"] in PINGING]
        assert all(button.label.strip() for row in message.rows for button in row)


def test_a_title_is_read_as_it_is_written() -> None:
    for title in ("<b>*_Film_*</b> & Co. <3", "万引き家族", "ואלס עם באשיר", "M.A.S.H.", "{ $title }"):
        assert parse(escape(title), "HTML")[0] == title


def test_a_name_is_not_called_but_an_address_stays_whole() -> None:
    assert plain("@anna at https://example.org/@anna") == "@\u2060anna at https://example.org/@anna"


@given(st.text(alphabet=st.sampled_from("ab @<>&\n'\"*_\u202e😀é\x00"), max_size=6_000))
@settings(max_examples=100, deadline=None)
def test_every_text_arrives_whole_and_fits(text: str) -> None:
    messages = write(fit(Answer((Text(text),)), CAPABILITIES))
    told = [parse(message.markup, "HTML")[0] for message in messages]
    assert all(0 < size(one) <= LONGEST_TEXT for one in told)
    wanted = "".join(plain(text).split()).replace("\u2060", "")
    assert "".join("".join(told).split()).replace("\u2060", "") in {wanted, "…"}


@given(st.integers(0, 3_000), st.sampled_from(["x", "word ", "@x", "&", "<", "万", "👩‍👩‍👧‍👦"]))
@settings(max_examples=100, deadline=None)
def test_every_card_fits_a_caption(length: int, piece: str) -> None:
    words = (piece * length)[:length]
    for card in (
        replace(CARD, title=words[:300], reason=words, synopsis=words, badges=(words[:200],) * 3),
        replace(CARD, facts=words, match=words, reason=words),
    ):
        (message,) = write(fit(Answer((card,)), CAPABILITIES))
        assert 0 < size(parse(message.markup, "HTML")[0]) <= LONGEST_CAPTION


def test_an_address_no_button_takes_is_written_out() -> None:
    answer = Answer(
        (CARD,), actions=(Action("Page", url="http://localhost:8420/taste"), Action("Web", url="http://a.b"))
    )
    (message,) = write(answer)
    assert "Page: http://localhost:8420/taste" in read(message.markup)
    assert [button.url for row in message.rows for button in row if button.url] == ["http://a.b"]


def test_a_picture_that_cannot_be_shown_says_where_it_is() -> None:
    (message,) = write(Answer((Picture("http://127.0.0.1/taste", "Your taste"),)))
    assert (message.markup, message.photo) == ("Your taste", "http://127.0.0.1/taste")
    assert read(message.textual.markup) == "Your taste\nhttp://127.0.0.1/taste"


def test_progress_has_a_bar_where_it_is_known() -> None:
    told = [message.markup for message in write(Answer((Progress("Reading", 0.5), Progress("Waiting"))))]
    assert told == ["█████░░░░░ Reading", "⏳ Waiting"]


def test_buttons_stand_in_rows_a_thumb_can_hit() -> None:
    numbers = rows(Action(str(score), f"choose:rate:{score}:x") for score in range(1, 11))
    assert [len(row) for row in numbers] == [5, 5]
    long = rows(Action(f"The title number {score} of many", f"open:{score}") for score in range(3))
    assert [len(row) for row in long] == [1, 1, 1]
    wide = rows(Action("万引き家族の", f"open:{score}") for score in range(3))
    assert [len(row) for row in wide] == [2, 1]
    assert ROOMY_ROW <= BUTTONS_PER_ROW


def test_a_button_is_never_empty_too_long_or_without_a_purpose() -> None:
    (row,) = rows(
        [Action("\u202e\x00", "more:x"), Action("x" * 300, "x" * 65), Action("", "", emoji="👍"), Action("ü", "ü" * 33)]
    )
    assert [(button.label, button.token) for button in row] == [("…", "more:x")]
    (row,) = rows([Action("A long one " * 20, "more:x", Style.DONE)])
    assert len(row[0].label) <= 60
    assert row[0].style == "success"


def test_a_keyboard_has_at_most_a_hundred_buttons() -> None:
    many = rows(Action(str(number), f"more:{number}") for number in range(130))
    assert sum(map(len, joined(many, many))) == MOST_BUTTONS


def test_more_stays_under_the_last_card_whatever_becomes_of_it() -> None:
    more = Action("More", "more:slate-0000000")
    last = write(Answer((CARD, CARD), actions=(more,)))[-1]
    shown = last.rows[-1][-1]
    assert shown.label == "More\u2060"
    (edited,) = write(Answer((CARD,), actions=(Action("Undo", "undo:x"),), replaces=True), [(shown.label, shown.token)])
    assert [button.label for row in edited.rows[1:] for button in row] == ["Undo", "More\u2060"]
    (alone,) = write(Answer((CARD,), actions=(more,)))
    assert alone.rows[-1][-1].label == "More"


def test_a_word_in_passing_is_short() -> None:
    assert toast(Answer((), toast="Noted, @anna")) == "Noted, @\u2060anna"
    assert toast(Answer((), toast="x" * 201)) == ""


@pytest.mark.parametrize(
    ("url", "page", "public"),
    [
        ("https://example.org/x", True, True),
        ("http://192.168.1.5:8420/x", True, False),
        ("http://127.0.0.1/", True, False),
        ("http://8.8.8.8/", True, True),
        ("http://localhost/", False, False),
        ("http://nas.local/x", True, False),
        ("javascript:alert(1)", False, False),
        ("http://[::1", False, False),
        ("", False, False),
    ],
)
def test_addresses_are_known_for_what_they_are(url: str, page: bool, public: bool) -> None:
    assert (is_page(url), is_public(url)) == (page, public)
