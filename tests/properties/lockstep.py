"""One person asks the same of two households; the second has nothing that is closed to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from difflib import unified_diff

import numpy as np

from adapters.chat.console.limits import CAPABILITIES
from adapters.chat.console.outbound import write
from adapters.chat.console.text import Style
from bot.asking.completing import Completer
from bot.fitting import fit
from bot.tokens import item_digest
from bot.vocabulary import Account, Answer, Card, Choice
from engine.domain.evidence import EvidenceKind
from engine.domain.items import Item
from engine.domain.slate import Slate
from engine.domain.viewers import Viewer
from tests.properties.plans import Plan
from tests.properties.world import House

ONE_TIME = re.compile(r"/signin/[\w-]+")
OWN_PAST = re.compile(r" – (?:(?!\\n)[^\n])*|<li class=\"against\".*?</li>")
FIGURE = re.compile(r"\d+(?:[.,]\d+)?(?:\s?%)?")
TITLE_COMMANDS = (
    "similar", "search", "whynot", "why", "seen", "hide", "watchlist add", "watchlist remove", "rate", "play", "want",
    "request",
)  # fmt: skip
ITEM_VERBS = (
    "similar",
    "why",
    "whynot",
    "seen",
    "hide",
    "rate",
    "save",
    "unsave",
    "override",
    "unhide",
    "open",
    "like",
    "play",
    "want",
    "request",
)
PICK_VERBS = ("why", "like", "dislike", "save", "seen", "next", "open")
PLAIN = (
    "/tonight", "/rediscover", "/shuffle", "/recommend tonight comedy", "/tonight <120min 2",
    "/shuffle type:tv 3", "/recommend rediscover drama", "/tonight korean", "/tonight high",
    "/recommend mood 1990s", "/tonight 10", "/mood cozy heist with letters", "something sad about winter",
    "/mood under 100 minutes, not a horror film", "/taste", "/taste movies", "/taste series", "/me",
    "/settings", "/settings history all", "/undo", "/watchlist", "/watchlist rainy days",
    "/watchlist drop rainy days", "/help", "more", "why 1", "why 2", "why 3", "next 1", "like 2", "dislike 1",
    "open 1", "save 3", "seen 2", "hide 1", "whynot 2", "1", "/why", "/undo", "/tonight", "/tonight",
)  # fmt: skip


@dataclass(slots=True)
class Script:
    """Draws what one person does, from what they may and may not see and from what they were shown."""

    plan: Plan
    viewer: Viewer
    rng: np.random.Generator
    tokens: list[str]
    """Buttons that anybody was ever shown."""
    closed: list[Item] = field(init=False)
    open: list[Item] = field(init=False)

    def __post_init__(self) -> None:
        closed = self.plan.closed_to(self.viewer)
        self.closed = [one for one in self.plan.items.values() if one.id in closed]
        self.open = [one for one in self.plan.items.values() if one.id not in closed]

    def lines(self, count: int) -> Iterator[str]:
        """Lines to type; “press …” presses a button."""
        kinds = (
            self._plain,
            self._plain,
            self._titled,
            self._titled,
            self._filtered,
            self._mood,
            self._press,
            self._made,
        )
        for _ in range(count):
            yield kinds[int(self.rng.integers(len(kinds)))]()

    def one(self, things: Iterable[str]) -> str:
        known = list(things)
        return known[int(self.rng.integers(len(known)))] if known else "nothing"

    def subject(self) -> str:
        """A title or name, mostly of something closed, now and then misspelt."""
        item = self.item()
        names = [item.title, item.title, item.original_title or "", item.titles.get("de", item.title), item.id]
        names += [credit.name for credit in item.credits] + ([item.collection.name] if item.collection else [])
        said = self.one(names)
        if self.rng.integers(3) == 0 and len(said) > 6:
            place = int(self.rng.integers(len(said) - 2)) + 1
            said = said[:place] + said[place + 1 :]
        return f"{said} {item.year}" if item.year and self.rng.integers(6) == 0 else said

    def item(self) -> Item:
        """A title, mostly one that is closed."""
        group = self.closed if self.closed and self.rng.integers(4) else self.open
        return (group or self.closed)[int(self.rng.integers(len(group or self.closed)))]

    def _plain(self) -> str:
        return self.one(PLAIN)

    def _titled(self) -> str:
        line = f"/{self.one(TITLE_COMMANDS)} {self.subject()}"
        return f"{line} 7" if line.startswith("/rate") else line

    def _filtered(self) -> str:
        item = self.item()
        named = [f'like:"{item.title}"', f'without:"{item.title}"', f"tag:{self.one(sorted(item.tags))}"]
        named += [f'person:"{credit.name}"' for credit in item.credits]
        named += [f'collection:"{item.collection.name}"'] if item.collection else []
        named += [f'library:"{one.name}"' for one in self.plan.libraries]
        return f"/{self.one(('tonight', 'shuffle', 'rediscover'))} {self.one(named)}"

    def _mood(self) -> str:
        how = self.one(("like", "nothing like", "with", "something about", "shorter than", ""))
        return f"/mood {how} {self.subject()}"

    def _press(self) -> str:
        return f"press {self.one(self.tokens)}"

    def _made(self) -> str:
        """A button that the bot could have written for that title."""
        item_id = self.item().id
        name = item_id if self.rng.integers(2) else item_digest(item_id)
        return f"press choose:{self.one(ITEM_VERBS)}:{self.one(('', '5'))}:{name}"


async def step(house: House, viewer: Viewer, line: str) -> tuple[Answer, list[str], list[Slate]]:
    """The answer to ``line``, what could be completed of it, and the slates it was read from."""
    if line.startswith("press "):
        return await house.press(line.removeprefix("press "), viewer.id), [], house.new_slates(viewer.id)
    answer = await house.say(line, viewer.id)
    completer = Completer(house.services, house.gateway.registry, Account("chat", viewer.id))
    offered = [offer.text for offer in await completer.complete(line)]
    return answer, offered, house.new_slates(viewer.id)


def shown(answer: Answer, offered: Iterable[str] = ()) -> str:
    """All of an answer that could reach a person, and what a terminal makes of it."""
    said = [repr(answer), *write(fit(answer, CAPABILITIES), 100, Style(False)), *offered]
    return ONE_TIME.sub("/signin/…", "\n".join(said))


def tokens(answer: Answer) -> list[str]:
    """Every button of an answer."""
    parts = [part for part in answer.parts if isinstance(part, Card | Choice)]
    return [action.token for holder in (answer, *parts) for action in holder.actions if action.token]


def alike(one: str, other: str) -> bool:
    """Whether two texts say the same; figures may differ by one in the last place, for the sake of rounding."""
    if one == other:
        return True
    if FIGURE.sub("#", one) != FIGURE.sub("#", other):
        return False
    pairs = zip(FIGURE.findall(one), FIGURE.findall(other), strict=True)
    return all(a == b or _close(a, b) for a, b in pairs)


def differences(one: str, other: str) -> str:
    """The lines in which two texts differ."""
    return "\n".join(unified_diff(one.splitlines(), other.splitlines(), "here", "without what is closed", n=0))


def _close(one: str, other: str) -> bool:
    if not any(sign in one + other for sign in ".,%"):
        return False
    digits = [int(re.sub(r"\D", "", figure)) for figure in (one, other)]
    return abs(digits[0] - digits[1]) <= 1


def unexplained(text: str) -> str:
    """``text`` without the facts behind a score that speak of a person's own past: “you have never started any” may
    not be said of a genre that was only met in titles closed since."""
    return OWN_PAST.sub("", text)


def unavoided(slate: Slate) -> Slate:
    """The same for a slate; nor when the person did something last."""
    kinds = {EvidenceKind.GENRE_AVOIDED}
    picks = (replace(p, evidence=tuple(one for one in p.evidence if one.kind not in kinds)) for p in slate.picks)
    return replace(slate, picks=tuple(picks), profile_at=None)


def same_slates(some: Iterable[Slate], others: Iterable[Slate]) -> bool:
    """Whether slates hold the same, but for the catalogue they come from and rounding."""
    return _near(*(tuple(replace(one, catalogue_version="") for one in slates) for slates in (some, others)))


def _near(one: object, other: object) -> bool:
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other) < 2e-5
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(_near, one, other))
    fields = getattr(one, "__dataclass_fields__", None)
    if fields and type(one) is type(other):
        return all(_near(getattr(one, name), getattr(other, name)) for name in fields)
    return one == other


def leaked(secrets: set[str], typed: str, reply: str) -> list[str]:
    """Secret words that a reply holds although nobody typed them."""
    said, folded = typed.casefold(), reply.casefold()
    return sorted(word for word in secrets if word.casefold() in folded and word.casefold() not in said)
