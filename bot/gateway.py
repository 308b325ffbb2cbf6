"""The door between chat adapters and the conversation."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from bot.vocabulary import Account, Answer, Capabilities, Invocation, Press, Room, Update

if TYPE_CHECKING:
    from aiohttp import web

    from bot.call import Kind
    from bot.services import Services
    from bot.settings import Settings

MOST_OFFERED = 25
"""What is offered to complete an argument, or to choose from."""
LONGEST_OFFER = 100
"""Characters of a label or value that is offered."""
LONGEST_DESCRIPTION = 100
"""Characters of what a command or argument says of itself."""


@dataclass(frozen=True, slots=True)
class DescribedArgument:
    """One argument as a platform registers it."""

    name: str
    """English, stable: a–z."""
    kind: Kind
    required: bool
    description: str
    """In the language asked for; at most LONGEST_DESCRIPTION characters."""
    choices: tuple[tuple[str, str], ...] = ()
    """(label, value) where these are all there are, at most MOST_OFFERED; else empty."""
    completes: bool = False
    """Whether ``Gateway.complete`` has something to offer for it."""


@dataclass(frozen=True, slots=True)
class Described:
    """One command as a platform registers it.

    What was filled in becomes ``Invocation.text`` by joining the values with single spaces, in this order.
    """

    name: str
    """English, stable: a–z."""
    description: str
    """In the language asked for; at most LONGEST_DESCRIPTION characters."""
    arguments: tuple[DescribedArgument, ...] = ()
    """Required ones first."""
    admin: bool = False
    """Worth showing to admins alone; who is none is refused anyway."""
    called: str = ""
    """How our texts call it in the language asked for; typed so, it is understood as well."""


class Conversation(Protocol):
    """What may be asked, and what there is to ask. Nothing here raises for what a person did: errors are answers."""

    async def invoke(self, invocation: Invocation) -> Answer:
        """Answered in place, for whoever waits beside the machine."""
        ...

    async def press(self, press: Press) -> Answer: ...
    def private(self, update: Update) -> bool:
        """Whether the answer will be for this person alone, told before there is one."""
        ...

    async def complete(self, account: Account, command: str, argument: str, typed: str) -> list[tuple[str, str]]:
        """(label, value) for what may be meant, in the reader's language, likeliest first.

        Only what the person may know of; at most MOST_OFFERED of at most LONGEST_OFFER characters each. Never raises.
        """
        ...

    def commands(self, locale: str) -> tuple[Described, ...]:
        """Every command in the language of ``locale``, by name."""
        ...


class Gateway(Conversation, Protocol):
    """What an adapter may call."""

    async def accept(self, update: Update) -> bool:
        """Durable when it returns, so that the platform may be told “received”; False for what was seen before.

        The answer comes later, through ``ChatAdapter.deliver``. Raises SourceUnavailable where nothing can be stored:
        then the platform must not be told “received”.
        """
        ...

    def wrote(self, outgoing: str, message: str) -> None:
        """One message of an answer with several is written: a later try goes on after it. Call it at once, in order."""
        ...

    async def reachable(self, account: Account, room: Room) -> None:
        """From now on ``room`` is the account's alone: what waited for that is told there.

        Only for what ``accept`` cannot tell; it looks at every private update by itself.
        """
        ...


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One answer to be written; the same ``id`` is the same answer, however often it is tried."""

    id: str
    room: Room
    """Where it was asked. An answer that is ``private`` must not be read by others there."""
    account: Account
    answer: Answer
    """Within the platform's capabilities already."""
    reference: str = ""
    """Of the update that is answered; empty for what the bot says unasked."""
    edits: tuple[str, ...] = ()
    """Messages that are edited instead of writing new ones, first part first; parts beyond them are written anew.

    One that is gone or cannot be edited any more is written anew as well, except ``or_nothing``. An empty name is a new
    message, which takes no other's place.
    """
    written: tuple[str, ...] = ()
    """Messages of this answer that an earlier try wrote or edited, in order: go on after them."""
    locale: str = "en"
    """The reader's language, for the few words an adapter says by itself."""
    or_nothing: bool = False
    """The new state of one message: where that is gone or cannot be edited any more, nothing is written anywhere."""
    again: bool = False
    """An earlier try may have been written without our hearing of it: a platform that can tell should be asked."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """Platform's ids of what was written or edited, in order of the parts; fewer where the platform tells none."""

    messages: tuple[str, ...] = ()


class State(StrEnum):
    """How a platform is doing."""

    CONNECTING = "connecting"
    RUNNING = "running"
    FAILING = "failing"


class ChatAdapter(Protocol):
    """One running platform."""

    async def run(self) -> None:
        """Serve until cancelled, or until the platform says goodbye (the console's ``/quit``).

        Reconnects by itself. Raises only what it cannot mend: Misconfigured, SourceRejected; it is opened anew later.
        """
        ...

    async def deliver(self, outgoing: Outgoing) -> Delivered:
        """Write it, with a limit to every wait. One call at a time for a chat, many at once for many.

        Raises RateLimited, SourceUnavailable (tried again), Blocked (the account is left alone until it writes
        again), Undeliverable (given up with its key as the reason), Unreached (of what nobody asked for: it waits until
        its reader can be told in private).
        """
        ...

    async def close(self) -> None:
        """Say goodbye. Harmless when done before."""
        ...

    @property
    def state(self) -> State: ...

    @property
    def trouble(self) -> str:
        """Key of the error text that says what is wrong; empty while nothing is."""
        ...


@dataclass(frozen=True, slots=True)
class Rate:
    """So many messages in so many seconds."""

    messages: float
    seconds: float = 1.0


@dataclass(frozen=True, slots=True)
class Pace:
    """What the platform takes for long. What somebody waits for may be quicker, until the platform complains."""

    overall: Rate = field(default=Rate(30))
    private: Rate = field(default=Rate(1))
    """In one private chat."""
    room: Rate = field(default=Rate(1))
    """In one room with several people."""


@dataclass(frozen=True, slots=True)
class Told:
    """A text of ``locales/`` and what fills it."""

    key: str
    arguments: Mapping[str, str | int | float] = field(default_factory=dict[str, "str | int | float"])


Running = Callable[[], ChatAdapter | None]
"""The platform's adapter as it runs at this moment; None while there is none."""


@dataclass(frozen=True, slots=True)
class Platform:
    """A chat platform, declared as ``PLATFORM`` by its folder in ``adapters/chat``."""

    name: str
    capabilities: Capabilities
    configured: Callable[[Settings], bool]
    open: Callable[[Gateway, Services], Awaitable[ChatAdapter]]
    pace: Pace = field(default=Pace())
    steps: Callable[[Settings], Told] | None = None
    """How an owner creates the bot and sets it up, for ``recommendarr check``."""
    check: Callable[[Settings], Awaitable[str]] | None = None
    """Asks the platform once, for the same: as whom it knows the bot. Raises RecommendarrError where it does not."""
    routes: Callable[[web.Application, Running], None] | None = None
    """Adds what the platform calls us by to the side server, before it starts; its handlers ask who runs when called.

    The web application has ``bot.web.state.SERVICES``. Bodies over its 64 kB must be read from ``request.content``.
    """
