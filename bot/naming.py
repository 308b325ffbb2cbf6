"""Which titles may be named to a person, and how they are named in a sentence or on a button."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bot.call import Call
from bot.fitting import trim
from engine.catalogue import Catalogue
from engine.domain.items import Item
from engine.domain.viewers import Viewer

LONGEST_LABEL = 80
"""Characters of a title within a sentence or on a button."""


def may_be_named(call: Call) -> Callable[[str], bool]:
    """Whether a title may be named to the asker: on a shelf open to them, or on no shelf at all."""
    return named_to(call.services.snapshots.current, call.viewer)


def named_to(catalogue: Catalogue, viewer: Viewer) -> Callable[[str], bool]:
    """As ``may_be_named``, for anybody."""
    allowed = catalogue.open_to(viewer.library_ids) | ~catalogue.libraries.any(axis=1)

    def named(item_id: str) -> bool:
        row = catalogue.index.get(item_id)
        return row is not None and bool(allowed[row])

    return named


def label(call: Call, item: Item) -> str:
    """Title and year, as the reader knows them."""
    title = trim(call.speak.title(item), LONGEST_LABEL)
    return title if item.year is None else call.speak.text("title-year", title=title, year=item.year)


def labels(call: Call, items: Iterable[Item]) -> str:
    """Titles as a list in a sentence, each in quotation marks."""
    return call.speak.list([call.speak.quoted(trim(call.speak.title(item), LONGEST_LABEL)) for item in items])
