"""The console: what is typed, what is shown, and how it starts, stops and is interrupted."""

from __future__ import annotations

import asyncio
import io
import os
import re
import signal
import stat
import threading
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from prompt_toolkit.application import create_app_session
from prompt_toolkit.document import Document
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from prompt_toolkit.utils import get_cwidth

from adapters.chat.console.adapter import Console
from adapters.chat.console.inbound import Leave, Said, Shown, Token, Wrong, read_line, remember
from adapters.chat.console.limits import CAPABILITIES
from adapters.chat.console.lines import PlainLines, PromptLines
from adapters.chat.console.outbound import write
from adapters.chat.console.settings import Terminal, columns, terminal
from adapters.chat.console.text import Style, wrap
from bot.asking.completing import Completer
from bot.fitting import fit
from bot.registry import load_registry
from bot.vocabulary import Account, Action, Answer, Card, Choice, Invocation, Picture, Press, Progress, Text
from engine.domain.records import Identity
from tests.contracts.chat_adapter import ChatAdapterContract
from tests.conversations.household import TRANSLATIONS, House, open_house

WORDS = load_registry(TRANSLATIONS).words
PLAIN, STYLED = Style(styled=False), Style(styled=True)
CARD = Card(
    "movie:1",
    "Parasite",
    "2019 · 2 h 12 min · Film",
    "Because you liked “Mother”, and this one is from the same hand, as you can see from here to there.",
    match="92 % · sure",
    badges=("in your library", "new here"),
    number=1,
    poster_url="http://127.0.0.1:8420/poster/movie%3A1.svg",
    actions=(Action("Why?", "why:slate-0000000:1"), Action("Like", "like:slate-0000000:1", emoji="👍")),
)


class TestConsole(ChatAdapterContract):
    folder = "console"

    def written(self, answer: Answer) -> list[str]:
        return ["\n".join(write(answer, 80, PLAIN))]

    async def converse(self, house: House, *lines: str) -> str:
        return await house.transcript(*lines)


def test_a_card_looks_like_this() -> None:
    lines = write(fit(Answer((CARD,)), CAPABILITIES), 72, PLAIN)
    assert lines == [
        " 1 Parasite",
        "   2019 · 2 h 12 min · Film · 92 % · sure",
        "   Because you liked “Mother”, and this one is from the same hand, as",
        "   you can see from here to there.",
        "   [in your library] [new here]",
        "   http://127.0.0.1:8420/poster/movie%3A1.svg",
        "   why 1 · 👍 like 1",
    ]


def test_titles_are_bold_and_small_print_is_dim_only_where_the_terminal_is_styled() -> None:
    styled = "\n".join(write(fit(Answer((CARD,)), CAPABILITIES), 72, STYLED))
    assert "\x1b[1mParasite\x1b[0m" in styled
    assert "\x1b[2m" in styled
    assert re.sub(r"\x1b\[\d+m", "", styled) == "\n".join(write(fit(Answer((CARD,)), CAPABILITIES), 72, PLAIN))


def test_other_parts_are_written_too() -> None:
    answer = Answer(
        (
            Progress("Reading", 0.5),
            Progress("Waiting"),
            Picture("http://x/y", "A chart"),
            Choice("Which?", (Action("A", "more:a"),)),
        ),
        actions=(Action("More", "more:x"), Action("Page", url="http://x/")),
    )
    assert write(fit(answer, CAPABILITIES), 60, PLAIN) == [
        "██████████░░░░░░░░░░ Reading", "Waiting", "A chart", "http://x/y", "", "Which?", "  1 · A", "more", "Page: http://x/",
    ]  # fmt: skip


@given(text=st.text(max_size=300), width=st.integers(1, 130))
@settings(max_examples=150, deadline=None)
def test_wrapped_lines_fit_and_lose_no_letter(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(get_cwidth(line) <= max(width, 2) or "://" in line or len(line) <= 2 for line in lines)
    assert "".join("".join(lines).split()) == "".join("".join(wrap(text, 10_000)).split())


@pytest.mark.parametrize("width", [60, 80, 120])
def test_wide_letters_and_emoji_are_measured_as_they_are_shown(width: int) -> None:
    card = replace(CARD, title="万引き家族" * 20, reason="👩‍👩‍👧‍👦 " * 60, synopsis="ואלס עם באשיר " * 20)
    assert all(get_cwidth(line) <= width for line in write(fit(Answer((card,)), CAPABILITIES), width, PLAIN))


CARDS = remember(
    Shown(),
    Answer(
        (
            replace(CARD, actions=(*CARD.actions, Action("Details", "open:slate-0000000:1"))),
            replace(CARD, item_id="movie:2", number=2),
        ),
        actions=(Action("More", "more:slate-0000000"), Action("Undo", "undo:x")),
    ),
    Answer(()),
)
DUNES = (Action("Dune (1984)", "choose:rate:9:movie:841"), Action("Dune (2021)", "choose:rate:9:movie:438631"))
CHOOSER = Answer((Choice("Which?", DUNES),))


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("", None),
        ("   ", None),
        ("/quit", Leave()),
        ("QUIT", Leave()),
        ("1", Token("open:slate-0000000:1")),
        ("#1", Token("open:slate-0000000:1")),
        ("2", Token("choose:open:2:movie:2")),
        ("like 1", Token("like:slate-0000000:1")),
        ("/like 1", Token("like:slate-0000000:1")),
        ("👍 1", Token("like:slate-0000000:1")),
        ("gefällt mir 1", Token("like:slate-0000000:1")),
        ("j’aime 1", Token("like:slate-0000000:1")),
        ("WHY 1?", Token("why:slate-0000000:1")),
        ("hide 2", Token("choose:hide::movie:2")),
        ("rate 2 9", Token("choose:rate:9:movie:2")),
        ("more", Token("more:slate-0000000")),
        ("More!", Token("more:slate-0000000")),
        ("undo", Said("mood", "undo")),
        ("7", Wrong("7", 1, 2)),
        ("like 7", Said("mood", "like 7")),
        ("/tonight comedy 2", Said("tonight", "comedy 2")),
        ("tonight comedy 2", Said("mood", "tonight comedy 2")),
        ("something funny", Said("mood", "something funny")),
        ("/", Said("", "")),
    ],
)  # fmt: skip
def test_a_line_means(line: str, meant: object) -> None:
    assert read_line(line, CARDS, WORDS) == meant


def test_a_chooser_is_answered_by_its_number_and_only_once() -> None:
    shown = remember(CARDS, CHOOSER, fit(CHOOSER, CAPABILITIES))
    assert read_line("2", shown, WORDS) == Token("choose:rate:9:movie:438631")
    assert read_line("3", shown, WORDS) == Wrong("3", 1, 2)
    done = Answer((Text("Done."),))
    assert read_line("2", remember(shown, done, done), WORDS) != Token("choose:rate:9:movie:438631")


def test_with_one_card_on_the_screen_its_words_need_no_number() -> None:
    answer = Answer((CARD,))
    shown = remember(Shown(), answer, fit(answer, CAPABILITIES))
    assert read_line("like", shown, WORDS) == Token("like:slate-0000000:1")


def test_a_card_that_took_anothers_place_answers_to_its_number() -> None:
    new = Answer((replace(CARD, item_id="movie:9", actions=(Action("Like", "like:slate-0000009:1"),)),), replaces=True)
    assert read_line("like 1", remember(CARDS, new, new), WORDS) == Token("like:slate-0000009:1")
    assert read_line("2", remember(CARDS, new, new), WORDS) == Token("choose:open:2:movie:2")


async def test_an_evening_at_the_console() -> None:
    house = await open_house()
    lines = "tonight 2|1|like 1|save 2|why 1|next 2|more|rate Dune 7|2|9|/quit|help"
    shown = await house.transcript(*lines.split("|"))
    assert "A " in shown
    assert "Noted: you like" in shown
    assert "is on “Watchlist”" in shown
    assert "Together:" in shown
    assert "Dune (1984): 7 out of 10" in shown
    assert "There is no 9 here. What can be chosen is 1 to 2." in shown
    assert "You can simply say" not in shown
    assert "\x1b" not in shown


@pytest.mark.parametrize(
    ("environment", "tty", "interactive", "styled"),
    [
        ({"TERM": "xterm"}, True, True, True),
        ({"TERM": "xterm", "NO_COLOR": "1"}, True, True, False),
        ({"TERM": "dumb"}, True, False, False),
        ({"TERM": "xterm"}, False, False, False),
    ],
)
def test_style_and_prompt_follow_the_terminal(
    environment: dict[str, str], tty: bool, interactive: bool, styled: bool
) -> None:
    stream = _Tty() if tty else io.StringIO()
    found = terminal(stream, stream, environment | {"LANG": "de_AT.UTF-8", "USER": "rosa"})
    assert (found.interactive, found.styled) == (interactive, styled)
    assert found.account == Account("console", "console", "rosa", "de-AT")


def test_a_terminal_without_anything_is_plain_and_has_a_name() -> None:
    found = terminal(None, None, {"LC_ALL": "C"})
    assert not found.interactive
    assert found.account.name
    assert found.account.locale is None


def test_text_is_wrapped_to_the_window_within_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    for window, width in (("5", 30), ("100", 100), ("400", 120)):
        monkeypatch.setenv("COLUMNS", window)
        assert columns() == width


async def test_interrupting_stops_the_command_only() -> None:
    house = await open_house()
    out = io.StringIO()

    class Slow:
        async def invoke(self, invocation: Invocation) -> Answer:
            if invocation.command == "start":
                return Answer((Text("hello"),))
            asyncio.get_running_loop().call_later(0.05, os.kill, os.getpid(), signal.SIGINT)
            await asyncio.sleep(30)
            return Answer((Text("too late"),))

        async def press(self, press: Press) -> Answer:
            return Answer((Text("pressed"),))

    before = signal.getsignal(signal.SIGINT)
    console = Console(Slow(), house.services, _terminal(interactive=True), _Typed(["/slow", "1", "/quit"]), out=out)
    await asyncio.wait_for(console.run(), 10)
    assert "Stopped." in out.getvalue()
    assert "too late" not in out.getvalue()
    assert "Good night!" in out.getvalue()
    assert signal.getsignal(signal.SIGINT) is before


async def test_an_interruption_between_two_commands_ends_nothing() -> None:
    house = await open_house()
    out = io.StringIO()

    class Interrupted:
        def __init__(self) -> None:
            self._lines = iter(["/me", "/quit"])

        async def next(self) -> str | None:
            os.kill(os.getpid(), signal.SIGINT)
            await asyncio.sleep(0.05)
            return next(self._lines, None)

    console = Console(house.gateway, house.services, _terminal(interactive=True), Interrupted(), out=out)
    await asyncio.wait_for(console.run(), 10)
    assert "You are Anna" in out.getvalue()


async def test_a_slow_answer_says_that_it_is_still_at_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("adapters.chat.console.adapter.PATIENCE", 0.01)
    house = await open_house()
    out = io.StringIO()

    class Slow:
        async def invoke(self, invocation: Invocation) -> Answer:
            await asyncio.sleep(0.1)
            return Answer((Text("there"),))

        async def press(self, press: Press) -> Answer:
            return Answer(())

    await Console(Slow(), house.services, _terminal(), _Typed(["/slow"]), out=out).run()
    assert out.getvalue() == "still at it …\nthere\n\n"


async def test_plain_lines_come_from_a_pipe_until_it_ends() -> None:
    reading, writing = os.pipe()
    with os.fdopen(reading) as source, os.fdopen(writing, "w") as sink:
        lines = PlainLines(source)
        sink.write("one\ntwo\n")
        sink.flush()
        assert [await lines.next(), await lines.next()] == ["one\n", "two\n"]
        sink.close()
        assert await lines.next() is None


def test_a_reader_that_outlives_its_loop_ends_quietly() -> None:
    release = threading.Event()

    class Late:
        def __iter__(self) -> Iterator[str]:
            release.wait(10)
            yield "late"

    async def give_up() -> PlainLines:
        lines = PlainLines(Late())  # type: ignore[arg-type] - all that is read of it
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(lines.next(), 0.05)
        return lines

    lines = asyncio.run(give_up())
    release.set()
    assert lines._reading is not None
    lines._reading.join(10)
    assert not lines._reading.is_alive()


async def test_the_prompt_keeps_a_private_history_and_ends_with_ctrl_d(tmp_path: Path) -> None:
    house = await open_house()
    history = tmp_path / "history"
    with create_pipe_input() as typed, create_app_session(input=typed, output=DummyOutput()):
        lines = PromptLines(await _completer(house), history)
        typed.send_text("tonight\r")
        assert await lines.next() == "tonight"
        typed.send_text("half\x03")
        assert await lines.next() == ""
        typed.send_text("\x04")
        assert await lines.next() is None
    assert "tonight" in history.read_text()
    assert stat.S_IMODE(history.stat().st_mode) == 0o600


async def test_the_prompt_completes_commands_and_titles() -> None:
    house = await open_house()
    completing = await _completer(house)
    assert "tonight" in await _texts(completing, "to")
    assert "/whynot" in await _texts(completing, "/why")
    assert "Parasite (2019)" in await _texts(completing, "rate Paras")
    assert "Comedy" in await _texts(completing, "tonight drama com")
    assert await _texts(completing, "recommend ") == list(house.services.recommender.modes)
    assert "Horror" in await _texts(completing, "recommend tonight horr")
    assert "rate" in await _texts(completing, "help ra")
    assert not await _texts(completing, "be ")
    assert not await _texts(completing, "")
    assert not await _texts(completing, "seen Locked Attic")
    assert not await _texts(completing, "nonsense par")
    assert not await _texts(replace(completing, account=Account("chat", "nobody")), "to")


async def test_completion_speaks_the_persons_language_and_knows_the_demos_people() -> None:
    house = await open_house(demo=True)
    completing = replace(await _completer(house), account=Account("chat", "v-ben"))
    assert "heute" in await _texts(completing, "heu")
    assert "Komödie" in await _texts(completing, "heute kom")
    assert await _texts(completing, "sei A") == ["Anna"]


async def test_what_is_offered_replaces_what_was_typed(tmp_path: Path) -> None:
    house = await open_house()
    with create_pipe_input() as typed, create_app_session(input=typed, output=DummyOutput()):
        lines = PromptLines(await _completer(house), tmp_path / "history")
        completer = lines._session.completer
        assert completer is not None
        found = [offer async for offer in completer.get_completions_async(Document("rate Paras"), None)]  # type: ignore[arg-type]
    assert ("Parasite (2019)", -5) in {(offer.text, offer.start_position) for offer in found}


async def _completer(house: House) -> Completer:
    async with house.storage.unit() as unit:
        await unit.viewers.link(Identity("console", "console", "v-anna"))
    return Completer(house.services, load_registry(TRANSLATIONS), Account("console", "console"))


async def _texts(completing: Completer, line: str) -> list[str]:
    return [offer.text for offer in await completing.complete(line)]


def _terminal(*, interactive: bool = False) -> Terminal:
    return Terminal(interactive=interactive, styled=False, account=Account("chat", "v-anna"))


class _Tty(io.StringIO):
    def isatty(self) -> bool:
        return True


class _Typed:
    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)

    async def next(self) -> str | None:
        return next(self._lines, None)
