"""How the fake misbehaves when asked to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field


@dataclass
class Fault:
    """What becomes of the next ``times`` requests that match: a 429, another status, a delay, or silence."""

    where: str
    """A pattern over “POST /path”."""
    status: int = 0
    retry_after: float = 0.1
    everywhere: bool = False
    slow: float = 0.0
    """Seconds."""
    drop: str = ""
    """“before” or “after” the request took effect, the connection is cut."""
    cloudflare: bool = False
    """A 429 as its outer gate gives it: no Via header, no JSON."""
    times: int = 1


@dataclass
class Faults:
    """What is still to go wrong."""

    waiting: list[Fault] = field(default_factory=list)

    def add(self, where: str, **how: object) -> Fault:
        """One more."""
        self.waiting.append(fault := Fault(where, **how))  # type: ignore[arg-type]
        return fault

    def take(self, method: str, path: str) -> Fault | None:
        """The fault that strikes now."""
        for fault in self.waiting:
            if fault.times > 0 and re.search(fault.where, f"{method} {path}"):
                fault.times -= 1
                return fault
        return None
