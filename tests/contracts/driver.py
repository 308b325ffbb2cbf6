"""A person at a chat platform: what they type and press there, and what they see. Each platform's fake gives one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Seen:
    """One message of the bot's as that person sees it now, with all edits."""

    id: str
    text: str
    """Everything that can be read in it, without markup."""
    buttons: tuple[str, ...] = ()
    """Labels in order; where there are no buttons, the words or numbers that may be typed for them."""
    private: bool = True
    """Nobody else can read it."""


class Driver(Protocol):
    """``who`` is any name (the same name is the same account); ``room`` is empty for their private chat."""

    name: str
    """The platform's."""
    able: frozenset[str]
    """Of: again, block, buttons, delete, edit, limit, many, private, rooms."""
    environment: Mapping[str, str]
    """Settings that lead the adapter to the fake."""

    async def ready(self, page_url: str) -> None:
        """Once the service is up: introduce it to the platform, and wait until it is connected."""
        ...

    def account(self, who: str) -> str:
        """Platform's id of that person's account."""
        ...

    async def say(self, text: str, *, who: str = "anna", room: str = "") -> None:
        """A command with its slash, or a sentence, as the platform would send it."""
        ...

    async def press(self, label: str, *, on: Seen, who: str = "anna", room: str = "") -> None: ...
    def read(self, *, who: str = "anna", room: str = "") -> list[Seen]:
        """All that the bot wrote there and ``who`` can see, in order."""
        ...

    async def changed(self, *, who: str = "anna", room: str = "") -> None:
        """Returns at the next message or edit there."""
        ...

    async def again(self) -> None:
        """The platform delivers its last update once more."""
        ...

    async def limit(self, retry_after: float, times: int = 1) -> None:
        """The next ``times`` writes are refused for ``retry_after`` seconds."""
        ...

    async def block(self, who: str) -> None: ...
    async def unblock(self, who: str) -> None: ...
    async def delete(self, seen: Seen, *, who: str = "anna", room: str = "") -> None: ...


async def until(
    driver: Driver,
    condition: Callable[[list[Seen]], bool],
    *,
    who: str = "anna",
    room: str = "",
    within: float = 30.0,
) -> list[Seen]:
    """What ``who`` sees once ``condition`` holds; what they see is told where it never does."""
    try:
        async with asyncio.timeout(within):
            while not condition(seen := driver.read(who=who, room=room)):
                await driver.changed(who=who, room=room)
    except TimeoutError:
        shown = "\n---\n".join(f"{one.text} {one.buttons}" for one in driver.read(who=who, room=room))
        raise AssertionError(f"this is all that {who} sees:\n{shown}") from None
    return seen


def told(seen: list[Seen]) -> str:
    """All of it as one text."""
    return "\n".join(one.text for one in seen)


def label(seen: Seen, word: str) -> str:
    """The label of a message's button that has ``word`` in it, in whatever case."""
    found = next((label for label in seen.buttons if word.casefold() in label.casefold()), None)
    assert found is not None, f"no {word} among {seen.buttons} under {seen.text!r}"
    return found


def with_button(seen: list[Seen], word: str) -> Seen:
    """The last message that has such a button."""
    having = [one for one in seen if any(word.casefold() in name.casefold() for name in one.buttons)]
    found = having[-1] if having else None
    assert found is not None, f"no message with a button {word}: {[one.buttons for one in seen]}"
    return found
