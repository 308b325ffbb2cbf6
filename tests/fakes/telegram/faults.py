"""What can go wrong between the bot and Telegram, one request at a time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

WRITES = frozenset({"sendmessage", "sendphoto", "editmessagetext", "editmessagecaption", "editmessagemedia"})


@dataclass
class Fault:
    """Applies to the next ``times`` requests of ``methods`` (none named: any but getUpdates)."""

    methods: frozenset[str] = frozenset()
    times: int = 1
    status: int = 0
    """Answers this status; 429 with ``retry_after``."""
    retry_after: float | None = None
    body: bytes | None = None
    """Answers this instead of JSON."""
    delay: float = 0.0
    cut: bool = False
    """The connection breaks in the middle of the answer; what was asked for is done."""

    def concerns(self, method: str) -> bool:
        """Whether it applies to a request now."""
        return self.times > 0 and (method in self.methods if self.methods else method != "getupdates")


@dataclass
class Faults:
    """What will go wrong next."""

    waiting: list[Fault] = field(default_factory=list)

    def add(self, fault: Fault) -> Fault:
        """One more."""
        self.waiting.append(fault)
        return fault

    def next(self, method: str) -> Fault | None:
        """The fault this request meets, used up by one."""
        found = next((fault for fault in self.waiting if fault.concerns(method)), None)
        if found:
            found.times -= 1
        return found


def methods(names: Iterable[str]) -> frozenset[str]:
    """As they are compared."""
    return frozenset(name.lower() for name in names)
