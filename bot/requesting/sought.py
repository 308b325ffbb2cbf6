"""A title that somebody wants, known here or only to the world."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.fitting import trim
from bot.naming import LONGEST_LABEL
from bot.syncing.recognising import listed_as, title_id
from engine.domain.items import Item, MediaType
from engine.errors import InvalidQuery

if TYPE_CHECKING:
    from bot.call import Call
    from engine.domain.acquisition import Candidate
    from engine.domain.slate import Pick, Slate


@dataclass(frozen=True, slots=True)
class Sought:
    """A title by its number in TMDB, which counts films and series apart."""

    item_id: str
    listed: MediaType
    """MOVIE or TV, also of anime."""
    tmdb_id: int
    title: str
    year: int | None = None
    item: Item | None = None
    """As the catalogue has it; None where the asker may not know of it there, whether it is in it or not."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Every id it may have here."""
        return twins(self.item_id)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a title was recommended, so that the reason can be told again."""

    slate_id: str = ""
    rank: int = 0

    @classmethod
    def of(cls, slate: Slate, pick: Pick) -> Origin:
        return cls(slate.id, pick.rank)


def twins(item_id: str) -> tuple[str, ...]:
    """The ids of the same title as anime and as what it is otherwise, ``item_id`` first."""
    listed, number = listed_as(item_id)
    if number is None or item_id.partition(":")[0] == MediaType.MANGA:
        return (item_id,)
    return tuple(dict.fromkeys((item_id, title_id(listed, listed, number), title_id(MediaType.ANIME, listed, number))))


def of_item(item: Item) -> Sought:
    """A title of the catalogue. Raises InvalidQuery("request-no-number") for one that TMDB does not number."""
    listed, number = listed_as(item.id)
    if number is None or item.media_type is MediaType.MANGA:
        raise InvalidQuery("request-no-number", title=item.title)
    return Sought(item.id, listed, number, item.title, item.year, item)


def of_candidate(found: Candidate) -> Sought:
    """A title of TMDB's, without a look at what stands on shelves."""
    key = title_id(found.media_type, found.media_type, found.tmdb_id)
    return Sought(key, found.media_type, found.tmdb_id, found.title, found.year)


async def by_id(call: Call, item_id: str) -> Sought:
    """The title of a button. One on a closed shelf is looked up in TMDB like one that is not known here at all."""
    allowed = await call.services.recommender.permitted_items(call.viewer.id, twins(item_id))
    if allowed:
        return of_item(allowed.get(item_id) or next(iter(allowed.values())))
    listed, number = listed_as(item_id)
    metadata = call.services.stack.metadata if call.services.stack else None
    details = await metadata.details(listed, number) if metadata is not None and number is not None else None
    if details is None or number is None:
        raise InvalidQuery("title-gone")
    return Sought(title_id(listed, listed, number), listed, number, details.item.title, details.item.year)


def named(call: Call, sought: Sought) -> str:
    """Title and year, in the reader's language where the catalogue has it."""
    title = trim(call.speak.title(sought.item) if sought.item else sought.title, LONGEST_LABEL)
    return title if sought.year is None else call.speak.text("title-year", title=title, year=sought.year)


def on_open_shelf(call: Call, sought: Sought) -> bool:
    """Whether the asker can play it already."""
    return sought.item is not None and bool(sought.item.library_ids & call.viewer.library_ids)
