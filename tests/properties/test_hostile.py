"""Whatever is typed, pressed or sent, there is an answer, and it does nobody any harm."""

from __future__ import annotations

import logging
import re
from collections.abc import AsyncIterator
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.chat.console.limits import CAPABILITIES
from adapters.chat.console.outbound import write
from adapters.chat.console.text import Style
from bot.asking.completing import Completer
from bot.fitting import fit
from bot.registry import load_registry
from bot.tokens import LIMIT
from bot.vocabulary import Account, Answer, Card, Choice
from tests.bot.web.world import open_house as open_site
from tests.conversations.household import TRANSLATIONS, House, open_house
from tests.properties.browsing import Browser, browser_at
from tests.properties.hostile import ENDLESS, HOSTILE, steering, tokens, words
from tests.properties.tried import LARGE

pytestmark = pytest.mark.untraced

REGISTRY = load_registry(TRANSLATIONS)
NAMES = sorted(REGISTRY.commands)
PEOPLE = ("v-anna", "v-chloe", "v-owner", "v-none", "nobody")
FIELDS = (
    "mode", "text", "from", "type", "genre", "language", "library", "year_from", "year_to", "runtime_to",
    "sure", "attempt", "slate", "done", "undone",
)  # fmt: skip
QUERIES = (
    *(f"/?{name}=" for name in FIELDS), "/?mode=mood&text=", "/?mode=similar&text=", "/?mode=similar&from=",
    "/search?q=", "/search?for=similar&q=", "/taste?domain=", "/taste?page=", "/watchlists?done=",
    "/language?changed=",
)  # fmt: skip
NAMED = ("verb", "item", "points", "list", "slate", "back", "anchor", "entry", "language", "token")
OUTWARDS = re.compile(r"^Location: (?!/(?![/\\\\]))", re.MULTILINE)
PATHS = ("/item/", "/poster/", "/signin/", "/static/", "/")
often = settings(
    max_examples=max(100, LARGE),
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture(scope="module")
async def house() -> House:
    return await open_house()


@pytest.fixture(scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with open_site() as site, browser_at(site.services, "v-maya") as opened:
        yield opened


@given(st.sampled_from(NAMES), words, st.sampled_from(PEOPLE))
@often
async def test_every_command_answers_every_text(house: House, caplog, name: str, text: str, who: str) -> None:
    harmless(await house.say(text, who, command=name), caplog)


@pytest.mark.parametrize("name", NAMES)
async def test_every_command_answers_each_of_the_worst_texts(house: House, caplog, name: str) -> None:
    for text in HOSTILE:
        harmless(await house.say(text, command=name), caplog)


@given(words, words)
@often
async def test_every_made_up_command_is_answered(house: House, caplog, name: str, text: str) -> None:
    harmless(await house.say(text, command=name), caplog)


@given(tokens, st.sampled_from(PEOPLE))
@often
async def test_every_made_up_button_is_answered(house: House, caplog, token: str, who: str) -> None:
    harmless(await house.press(token, who), caplog)


@given(st.sampled_from(("", "/", *(f"/{name} " for name in NAMES))), words)
@often
async def test_every_line_can_be_completed(house: House, start: str, text: str) -> None:
    completer = Completer(house.services, REGISTRY, Account("chat", "v-anna"))
    for offer in await completer.complete(start + text):
        assert len(offer.text) < ENDLESS


@given(st.lists(st.builds("{}{}".format, st.sampled_from(("", "/", "/search ", "like ", "1 ")), words), max_size=4))
@settings(often, max_examples=60)
async def test_a_terminal_is_never_steered(house: House, lines: list[str]) -> None:
    printed = await house.transcript(*(line.replace("\n", " ").encode("utf-8", "ignore").decode() for line in lines))
    assert not steering(printed)


@given(st.sampled_from((*QUERIES, *PATHS)), words)
@often
async def test_every_address_is_answered_without_a_fault(browser: Browser, address: str, text: str) -> None:
    raw = quote(text.encode("utf-8", "surrogatepass"), safe="")
    sound(await browser.open(f"{address}{raw[:4_000]}"))


@given(st.sampled_from(("/do", "/undo", "/language")), st.dictionaries(st.sampled_from(NAMED), words, max_size=3))
@often
async def test_every_form_is_answered_without_a_fault(browser: Browser, path: str, typed: dict[str, str]) -> None:
    sendable = {name: text.encode("utf-8", "replace").decode()[:2_000] for name, text in typed.items()}
    sound(await browser.open(path, {"verb": "save", "item": "movie:5", "points": "7", "back": "/", **sendable}))
    sound(await browser.open("/watchlists"))


def harmless(answer: Answer, caplog: pytest.LogCaptureFixture) -> None:
    """Something is said, nothing went wrong, and nothing in it steers a terminal, is endless or cannot be pressed."""
    assert not [one for one in caplog.records if one.levelno >= logging.ERROR], caplog.text
    assert answer.parts or answer.toast
    lines = write(fit(answer, CAPABILITIES), 80, Style(styled=False))
    assert any(line.strip() for line in lines)
    assert not steering("\n".join(lines))
    assert sum(map(len, lines)) < ENDLESS
    holders = [answer, *(part for part in answer.parts if isinstance(part, Card | Choice))]
    for action in (action for holder in holders for action in holder.actions):
        assert len(action.token.encode()) <= LIMIT
        assert action.token.isascii()


def sound(page: str) -> None:
    """Answered by what is documented, nothing typed became markup, and nobody is sent elsewhere."""
    assert page[:3] in {"200", "303", "304", "400", "403", "404", "405", "410", "413", "415"}, page
    assert "<zq7" not in page
    assert not OUTWARDS.search(page), page[:400]
    assert len(page) < 40 * ENDLESS
