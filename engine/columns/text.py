"""What of a title is turned into a vector, and how a changed text is noticed."""

from __future__ import annotations

from hashlib import blake2b

from engine.domain.items import Item

_KEYWORDS = 20


def text_of(item: Item) -> str:
    """Title, decade, genres, keywords and synopsis, in English where there is a choice."""
    parts = [
        item.title_in("en"),
        f"{item.year // 10 * 10}s {item.media_type}" if item.year else str(item.media_type),
        ", ".join(item.genres),
        ", ".join(item.keywords[:_KEYWORDS]),
        item.synopsis_in("en") or "",
    ]
    return ". ".join(part.strip().rstrip(".") for part in parts if part.strip())


def digest_of(item: Item) -> str:
    """Sixteen hexadecimal digits that change when, and only when, the text does."""
    return blake2b(text_of(item).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
