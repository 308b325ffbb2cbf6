"""How Telegram says no."""

from __future__ import annotations

from collections.abc import Mapping


class Refusal(Exception):
    """An answer with ``ok: false``."""

    def __init__(self, code: int, description: str, parameters: Mapping[str, int] | None = None) -> None:
        super().__init__(description)
        self.code, self.description, self.parameters = code, description, parameters


def bad(description: str) -> Refusal:
    """400."""
    return Refusal(400, f"Bad Request: {description}")


def too_many(seconds: float) -> Refusal:
    """429: come back after ``seconds``."""
    whole = max(int(-(-seconds // 1)), 1)
    return Refusal(429, f"Too Many Requests: retry after {whole}", {"retry_after": whole})


def migrated(chat_id: int) -> Refusal:
    """400: the group has another id now."""
    return Refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", {"migrate_to_chat_id": chat_id})
