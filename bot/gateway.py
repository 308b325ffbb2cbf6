"""The door between chat adapters and the conversation."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from bot.vocabulary import Answer, Capabilities, Invocation, Press

if TYPE_CHECKING:
    from bot.services import Services
    from bot.settings import Settings


class Gateway(Protocol):
    """What an adapter may call. Neither method raises for anything a person did: errors are answers."""

    async def invoke(self, invocation: Invocation) -> Answer: ...
    async def press(self, press: Press) -> Answer: ...


class ChatAdapter(Protocol):
    """One running platform."""

    async def run(self) -> None:
        """Serve until cancelled, or until the platform says goodbye (the console's ``/quit``)."""
        ...


@dataclass(frozen=True, slots=True)
class Platform:
    """A chat platform, declared as ``PLATFORM`` by its folder in ``adapters/chat``."""

    name: str
    capabilities: Capabilities
    configured: Callable[[Settings], bool]
    open: Callable[[Gateway, Services], Awaitable[ChatAdapter]]
