"""Errors by remedy. They carry a message key and its arguments; the text is made at the edge."""

from __future__ import annotations

from collections.abc import Mapping


class RecommendarrError(Exception):
    """Something a person can be told about: ``key`` names the message, ``arguments`` fill it."""

    def __init__(self, key: str, **arguments: str | float) -> None:
        super().__init__(key, arguments)
        self.key = key
        self.arguments: Mapping[str, str | int | float] = arguments

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value!r}" for name, value in self.arguments.items())
        return f"{self.key}({facts})"


class InvalidQuery(RecommendarrError):
    """The person who asked can mend it."""


class SourceUnavailable(RecommendarrError):
    """Time mends it; ``retry_after`` in seconds where known."""

    def __init__(self, key: str, *, retry_after: float | None = None, **arguments: str | float) -> None:
        super().__init__(key, **arguments)
        self.retry_after = retry_after


class RateLimited(SourceUnavailable):
    """Too much was sent: ``retry_after`` seconds mend it, for one chat or, ``everywhere``, for all of the platform."""

    def __init__(self, key: str, *, retry_after: float, everywhere: bool = False, **arguments: str | float) -> None:
        super().__init__(key, retry_after=retry_after, **arguments)
        self.everywhere = everywhere


class SourceRejected(RecommendarrError):
    """The owner mends it: a key, a link, a permission."""


class Blocked(SourceRejected):
    """The person does not want to be written to; they mend it by writing first."""


class Undeliverable(RecommendarrError):
    """Nothing mends it: the chat is gone, or the platform will never take this message. ``key`` says why."""


class Unreached(Undeliverable):
    """Nobody else may read it, and there is no private way to the person yet; they open one by themselves."""


class Misconfigured(RecommendarrError):
    """The operator mends it before the service can start."""
