"""Tags that hold of a title on one shelf only: a copy in 4K tells nothing to those who may not open its library."""

from __future__ import annotations

from collections.abc import Iterable

_ON = "@"
_PARTS = ":"
"""In the id of every library of a media server, and so what tells such a tag from an owner's own with an @ in it."""


def tag_on(tag: str, library_id: str) -> str:
    """``tag``, said of the copy in that library."""
    return f"{tag}{_ON}{library_id}"


def tag_and_library(tag: str) -> tuple[str, str]:
    """The tag and the library it holds in; empty where it holds of the title wherever it lies."""
    plain, on, library_id = tag.rpartition(_ON)
    return (plain, library_id) if on and plain and _PARTS in library_id else (tag, "")


def on_shelves(tags: Iterable[str]) -> frozenset[str]:
    """The plain tags among those that are said of copies."""
    return frozenset(plain for plain, library_id in map(tag_and_library, tags) if library_id)
