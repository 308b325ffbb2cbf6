"""What was shown for a query already, so that “another” never repeats it, whatever was learned in between."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import replace

from engine.domain.query import Query
from engine.domain.slate import Slate

KEPT = 2_000


def family(query: Query) -> Query:
    """The query of which this one is a page. ``on`` must be set."""
    return replace(query, attempt=0)


class ShownPicks:
    """Remembers the pages of the latest queries. Forgets the oldest; the last stored slate stands in then."""

    def __init__(self) -> None:
        self._pages: OrderedDict[Query, dict[int, frozenset[str]]] = OrderedDict()

    def note(self, query: Query, item_ids: Iterable[str]) -> None:
        """Remember one page."""
        key = family(query)
        self._pages.setdefault(key, {})[query.attempt] = frozenset(item_ids)
        self._pages.move_to_end(key)
        if len(self._pages) > KEPT:
            self._pages.popitem(last=False)

    def before(self, query: Query, latest: Slate | None) -> frozenset[str]:
        """Items on the pages before this one."""
        pages = dict(self._pages.get(family(query), {}))
        if latest is not None and family(latest.query) == family(query):
            pages.setdefault(latest.query.attempt, frozenset(pick.item_id for pick in latest.picks))
        return frozenset(item for attempt, items in pages.items() if attempt < query.attempt for item in items)
