"""Which of our titles a row means: by its ids, else by title and year, else nothing, with what it might be."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.importing.rows import HistoryRow
from engine.domain.items import Item, MediaType
from engine.ports.storage import Storage
from engine.search.titles import TitleIndex

NEIGHBOURING_YEARS = 1
"""Festivals, first broadcasts and cinemas differ by this much."""
SURE = 0.86
"""Likeness from which a title that is spelt otherwise, of the very same year, is taken."""
LEAD = 0.06
MOST_CANDIDATES = 3
_TMDB, _IMDB, _OURS = "tmdb", "imdb", "item"


@dataclass(frozen=True, slots=True)
class KnownTitle:
    """What matching needs to know of one of our titles."""

    id: str
    media_type: MediaType
    title: str
    year: int | None
    episodes: int | None
    imdb_id: str | None = None

    def __str__(self) -> str:
        return f"{self.title} ({self.year})" if self.year else self.title


@dataclass(frozen=True, slots=True)
class Match:
    """``known``, or why there is none: ``not-here``, ``ambiguous`` or ``other-year``."""

    known: KnownTitle | None = None
    reason: str = ""
    candidates: tuple[str, ...] = ()


class Matcher:
    """Looks titles up. Titles are only indexed when a row comes that its ids do not tell."""

    def __init__(self) -> None:
        self._known: dict[str, KnownTitle] = {}
        self._ids: dict[tuple[str, str], str] = {}
        self._titles: TitleIndex | None = None

    @classmethod
    async def load(cls, storage: Storage) -> Matcher:
        """All titles of ``storage``, without their texts."""
        matcher = cls()
        async with storage.unit() as unit:
            async for batch in unit.items.stream():
                matcher.note(batch)
        return matcher

    def note(self, items: Iterable[Item]) -> None:
        """Know ``items``, too."""
        for item in items:
            self._known[item.id] = KnownTitle(
                item.id, item.media_type, item.title, item.year, item.episodes, item.imdb_id
            )
            for service, key in _keys(item):
                self._ids.setdefault((service, key), item.id)

    async def index_titles(self, storage: Storage) -> None:
        """Make ``by_title`` possible; once."""
        if self._titles is None:
            builder = TitleIndex.builder()
            async with storage.unit() as unit:
                async for batch in unit.items.stream():
                    builder.add(batch)
            self._titles = builder.finish()

    def by_id(self, row: HistoryRow) -> KnownTitle | None:
        """The title that one of the row's ids names."""
        for service, key in row.ids.items():
            if service == _OURS:
                found = self._known.get(key)
            elif service == _TMDB:
                found = self._by_tmdb(key, row.media_types or tuple(MediaType))
            else:
                found = self._known.get(self._ids.get((service, key), ""))
            if found is not None:
                return found
        return None

    def by_title(self, row: HistoryRow) -> Match:
        """The title of that name and year. Needs ``index_titles`` first."""
        if self._titles is None or not row.title:
            return Match(reason="not-here")
        found = self._named(row, self._titles)
        fitting = [known for known in found if _years_apart(known, row) <= NEIGHBOURING_YEARS]
        best = [known for known in fitting if _years_apart(known, row) == 0] or fitting
        best = _likeliest_type(best, row)
        if len(best) == 1:
            return Match(best[0])
        if best:
            return Match(reason="ambiguous", candidates=_shown(best))
        if (alike := self._alike(row, self._titles)).known or not found:
            return alike
        return Match(reason="other-year", candidates=_shown(found))

    def _by_tmdb(self, key: str, media_types: tuple[MediaType, ...]) -> KnownTitle | None:
        ids = (self._ids.get((f"{_TMDB}:{media_type}", key)) for media_type in media_types)
        return next((self._known[item_id] for item_id in ids if item_id), None)

    def _named(self, row: HistoryRow, titles: TitleIndex) -> list[KnownTitle]:
        """Titles that are called exactly so."""
        found: dict[str, KnownTitle] = {}
        for name in dict.fromkeys(filter(None, (row.title, row.original_title))):
            for hit in titles.named(name, self._allowed(row)):
                found[hit.item_id] = self._known[hit.item_id]
        return list(found.values())

    def _alike(self, row: HistoryRow, titles: TitleIndex) -> Match:
        """A title that is spelt nearly so; taken when its year is the very same and nothing else comes near."""
        hits = titles.find(row.title, limit=MOST_CANDIDATES, allowed=self._allowed(row))
        near = [(self._known[hit.item_id], hit.score) for hit in hits]
        same = [(known, score) for known, score in near if row.year is not None and known.year == row.year]
        if same and same[0][1] >= SURE and (len(same) == 1 or same[0][1] - same[1][1] >= LEAD):
            return Match(same[0][0])
        return Match(reason="not-here", candidates=_shown([known for known, score in near if score >= SURE - 2 * LEAD]))

    def _allowed(self, row: HistoryRow) -> Callable[[str], bool]:
        """Titles of the kind that the row is about, unless their IMDb id says that they are another."""
        wanted, imdb_id = frozenset(row.media_types or MediaType), row.ids.get(_IMDB)

        def may_be_meant(item_id: str) -> bool:
            known = self._known[item_id]
            return known.media_type in wanted and (not imdb_id or known.imdb_id in {None, imdb_id})

        return may_be_meant


def _keys(item: Item) -> Iterable[tuple[str, str]]:
    if item.tmdb_id is not None:
        yield f"{_TMDB}:{item.media_type}", str(item.tmdb_id)
    if item.imdb_id:
        yield _IMDB, item.imdb_id
    for service, keys in item.external_ids.items():
        for key in keys.split(","):
            yield service, key


def _years_apart(known: KnownTitle, row: HistoryRow) -> int:
    """0 where one of them does not say."""
    return abs(known.year - row.year) if known.year and row.year else 0


def _likeliest_type(found: list[KnownTitle], row: HistoryRow) -> list[KnownTitle]:
    """Of equal names, those of the kind that the row names first."""
    for media_type in row.media_types:
        if chosen := [known for known in found if known.media_type is media_type]:
            return chosen
    return found


def _shown(found: Iterable[KnownTitle]) -> tuple[str, ...]:
    return tuple(map(str, found))[:MOST_CANDIDATES]
