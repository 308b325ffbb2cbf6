"""What every chat platform must do. A platform's test inherits ChatAdapterContract and says how to reach it."""

from __future__ import annotations

import importlib
import re
from abc import ABC, abstractmethod
from pathlib import Path

import pytest

from bot.fitting import fit
from bot.gateway import Platform
from bot.vocabulary import Action, Answer, Capabilities, Card, Choice, Picture, Progress, Text
from tests.conversations.household import HOSTILE, House, open_house

CHATS = Path(__file__).parents[2] / "adapters" / "chat"
FILES = ("__init__", "settings", "limits", "inbound", "outbound", "adapter")
ISOLATED = re.compile(r"\u2068([^\u2066-\u2069\u202a-\u202e]*)\u2069")
"""A title that keeps its own writing direction, and gives it back at its end."""
STEERING = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
LONG = "A sentence of some length. " * 2_000


class ChatAdapterContract(ABC):
    """Inherit as a ``Test…`` class."""

    folder: str

    @abstractmethod
    def written(self, answer: Answer) -> list[str]:
        """All that the platform's outbound half writes for a fitted answer, one text per message."""

    @abstractmethod
    async def converse(self, house: House, *lines: str) -> str:
        """What Anna is shown for these lines, typed one after the other."""

    @property
    def platform(self) -> Platform:
        return importlib.import_module(f"adapters.chat.{self.folder}").PLATFORM

    @property
    def capabilities(self) -> Capabilities:
        return self.platform.capabilities

    def test_the_folder_declares_a_platform_of_its_name_in_the_usual_files(self) -> None:
        assert isinstance(self.platform, Platform)
        assert self.platform.name == self.folder
        assert {path.stem for path in (CHATS / self.folder).glob("*.py")} >= set(FILES)
        assert self.capabilities.message_length >= 200
        assert self.capabilities.actions_per_message >= 1

    def test_every_kind_of_part_is_said(self) -> None:
        card = Card(
            "movie:1",
            "Parasite",
            "2019 · Film",
            "Because you liked Mother.",
            match="92 % · sure",
            badges=("new here",),
            number=1,
            page_url="http://127.0.0.1/item/1",
            actions=(Action("Like", "like:slate-0000000:1"),),
        )
        answer = Answer(
            (
                Text("A text."),
                card,
                Choice("Which one?", (Action("Dune (1984)", "choose:rate:9:movie:841"),)),
                Picture("http://127.0.0.1/taste", "Your taste"),
                Progress("Reading", 0.5),
            ),
            actions=(Action("More", "more:slate-0000000"), Action("Page", url="http://127.0.0.1/")),
            toast="Noted.",
        )
        told = "\n".join(self.written(fit(answer, self.capabilities))).casefold()
        for words in (
            "A text.", "Parasite", "2019 · Film", "Because you liked Mother.", "92 % · sure", "new here", "like",
            "Which one?", "Dune (1984)", "Your taste", "http://127.0.0.1/taste", "Reading", "more", "Noted.",
            "http://127.0.0.1/",
        ):  # fmt: skip
            assert words.casefold() in told, words

    @pytest.mark.parametrize("title", HOSTILE.values())
    def test_no_title_can_steer_the_platform(self, title: str) -> None:
        card = Card("movie:1", title, title, title, synopsis=title, badges=(title,), number=1)
        answer = Answer((card, Text(title), Choice(title, (Action(title, "more:x"),))))
        for message in self.written(fit(answer, self.capabilities)):
            assert not STEERING.search(ISOLATED.sub(r"\1", message))

    @pytest.mark.parametrize("words", [LONG, LONG.replace(" ", ""), "万引き家族" * 4_000, "👩‍👩‍👧‍👦" * 2_000])
    def test_no_message_is_longer_than_the_platform_takes(self, words: str) -> None:
        card = Card("movie:1", words[:300], "2019", words, synopsis=words)
        fitted = fit(Answer((Text(words), card, Choice(words, ()))), self.capabilities)
        for part in fitted.parts:
            if isinstance(part, Text):
                assert len(part.text) <= self.capabilities.message_length
            if isinstance(part, Card):
                told = (part.title, part.facts, part.match, part.reason, part.synopsis, *part.badges)
                assert sum(map(len, told)) <= self.capabilities.message_length
        told = "".join(part.text for part in fitted.parts if isinstance(part, Text))
        assert told.replace(" ", "") == words.replace(" ", "")

    def test_an_answer_without_parts_says_nothing(self) -> None:
        assert not [message for message in self.written(Answer(())) if message.strip()]

    async def test_a_conversation_goes_through_it(self) -> None:
        house = await open_house()
        told = await self.converse(house, "/tonight 2", "/rate Parasite 9", "/undo", "something funny", "/help")
        for words in ("For tonight, Anna:", "9 out of 10", "taken back", "For that mood:", "You can simply say"):
            assert words in told
        assert not await house.facts()

    async def test_errors_are_answers(self) -> None:
        told = await self.converse(await open_house(), "/tonigt", "/why 1", "/rate", "/tonight xqzt")
        assert "/tonight" in told
        assert "xqzt" in told
