"""Makes facts of what servers and histories tell: playbacks, watched states and ratings, each counted once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.syncing.recognising import title_id
from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.items import MediaType
from engine.domain.media import Episode, Playback

if TYPE_CHECKING:
    from engine.intake import Intake
    from engine.ports.storage import Storage, UnitOfWork

SAME = timedelta(minutes=10)
"""Two tellers' playbacks of one title by one person are the same where they began so close together."""
FURTHER = 0.05
"""A playback told again counts anew where it came so much further."""
SHORTEST = timedelta(seconds=60)
"""Shorter ones than that, of which nearly nothing was seen, are slips of a finger."""
SLIP = 0.02
FINISHED = 0.8
BEGUN = 0.25
"""What one finished episode says of its series at least: it was not given up at once."""
PART_OF_SERIES = 0.2
"""A series of which no episode was finished is at most so far seen."""
KEPT_SERIES = 20_000


@dataclass(frozen=True, slots=True)
class Heard:
    """How many playbacks were new, and how many are of people or titles that are not known here."""

    new: int = 0
    strangers: int = 0
    unknown: int = 0

    def __add__(self, other: Heard) -> Heard:
        return Heard(self.new + other.new, self.strangers + other.strangers, self.unknown + other.unknown)


@dataclass(slots=True)
class Watching:
    """Takes playbacks of one server in; keep it for a whole history, it remembers what it looked up."""

    vendor: str
    server_id: str
    source: str
    """Whose word it is, for the fact's own record."""
    storage: Storage
    intake: Intake
    _finished: dict[tuple[str, str], set[str]] = field(default_factory=dict[tuple[str, str], set[str]])
    """Episodes by person and series."""

    async def take(self, playbacks: Sequence[Playback]) -> Heard:
        """In the order of their time. Told again they change nothing, unless they came further."""
        ordered = sorted((one for one in playbacks if one.own and not _is_slip(one)), key=lambda one: one.started_at)
        if not ordered:
            return Heard()
        async with self.storage.unit() as unit:
            viewers = await self._viewers(unit, {one.account_id for one in ordered})
            titles = await self._titles(unit, ordered)
            known = [one for one in ordered if viewers.get(one.account_id) and titles.get(_name(one))]
            episodes = await self._episodes(unit, {titles[_name(one)] for one in known})
            near = await self._near(unit, known, viewers)
            facts, replaced = dict[str, Interaction](), list[str]()
            for one in known:
                viewer_id, item_id = viewers[one.account_id], titles[_name(one)]
                fact = await self._fact(unit, one, viewer_id, item_id, episodes.get(item_id))
                same = _same(near[viewer_id, item_id], fact)
                if same is not None and not _is_further(fact, same):
                    continue
                if same is not None:
                    near[viewer_id, item_id].remove(same)
                    if facts.pop(same.id, None) is None:
                        replaced.append(same.id)
                near[viewer_id, item_id].append(fact)
                facts[fact.id] = fact
        await self.intake.retract(replaced)
        new = await self.intake.record(list(facts.values()))
        strangers = sum(not viewers.get(one.account_id) for one in ordered)
        return Heard(new, strangers, len(ordered) - strangers - len(known))

    async def _viewers(self, unit: UnitOfWork, accounts: Iterable[str]) -> dict[str, str]:
        found = {account: await unit.viewers.by_identity(self.vendor, account) for account in sorted(accounts)}
        return {account: viewer.id for account, viewer in found.items() if viewer is not None}

    async def _titles(self, unit: UnitOfWork, playbacks: Sequence[Playback]) -> dict[str, str]:
        """Item id by the playback's name of its title."""
        keys = {one.item_key for one in playbacks if one.item_key}
        stored = await unit.server_items.get(self.server_id, keys)
        found = {key: one.item_id for key, one in stored.items()}
        for one in playbacks:
            if _name(one) not in found and one.ids.tmdb is not None:
                listed = MediaType.MOVIE if one.media_type is MediaType.MOVIE else MediaType.TV
                found[_name(one)] = await self._by_tmdb(unit, listed, one.ids.tmdb)
        return found

    async def _by_tmdb(self, unit: UnitOfWork, listed: MediaType, tmdb_id: int) -> str:
        """The title we have of that number, as anime or not; else the plain one: it begins to teach once it comes."""
        plain, anime = title_id(listed, listed, tmdb_id), title_id(MediaType.ANIME, listed, tmdb_id)
        return anime if await unit.items.get(plain) is None and await unit.items.get(anime) is not None else plain

    async def _episodes(self, unit: UnitOfWork, item_ids: Iterable[str]) -> dict[str, int]:
        """How many episodes a series has."""
        return {key: item.episodes for key, item in (await unit.items.get_many(item_ids)).items() if item.episodes}

    async def _near(
        self, unit: UnitOfWork, playbacks: Sequence[Playback], viewers: dict[str, str]
    ) -> defaultdict[tuple[str, str], list[Interaction]]:
        """What is known of the same while, by person and title."""
        near = defaultdict[tuple[str, str], list[Interaction]](list)
        if playbacks:
            first, last = playbacks[0].started_at - SAME, playbacks[-1].started_at + SAME
            who = {viewers[one.account_id] for one in playbacks}
            for fact in await unit.interactions.between(who, first, last):
                if fact.kind in {InteractionKind.WATCH, InteractionKind.SEEN}:
                    near[fact.viewer_id, fact.item_id].append(fact)
        return near

    async def _fact(
        self, unit: UnitOfWork, one: Playback, viewer_id: str, item_id: str, episodes: int | None
    ) -> Interaction:
        told = one.completion is not None
        fact = Interaction(
            id=f"{self.vendor}:{self.server_id}:{one.id}",
            viewer_id=viewer_id,
            item_id=item_id,
            kind=InteractionKind.WATCH if told else InteractionKind.SEEN,
            at=one.started_at,
            completion=one.completion,
            ended_at=one.ended_at,
            device=one.device,
            source=self.source,
        )
        if one.episode is None:
            return fact
        finished = await self._of_series(unit, viewer_id, item_id)
        completion = 1.0 if one.completion is None else one.completion
        part = part_of(one.episode) if completion >= FINISHED else None
        if part is not None:
            finished.add(part)
        share = of_series(len(finished), episodes, completion)
        return replace(fact, kind=InteractionKind.WATCH, completion=share, part=part)

    async def _of_series(self, unit: UnitOfWork, viewer_id: str, item_id: str) -> set[str]:
        if len(self._finished) > KEPT_SERIES:
            self._finished.clear()
        if (known := self._finished.get((viewer_id, item_id))) is None:
            facts = await unit.interactions.of_title(viewer_id, item_id)
            known = self._finished[viewer_id, item_id] = {fact.part for fact in facts if fact.part}
        return known


def part_of(episode: Episode) -> str:
    """2x05."""
    return f"{episode.season}x{episode.number:02}"


def of_series(finished: int, episodes: int | None, completion: float) -> float:
    """How far a series is seen, 0–1, after an episode was seen to ``completion``.

    The share of its episodes, but one finished episode says that it was not given up at once, however long it is.
    """
    if not finished:
        return completion * PART_OF_SERIES
    return min(max(finished / episodes if episodes else 0.0, BEGUN), 1.0)


def _name(one: Playback) -> str:
    return one.item_key or f"tmdb-{one.media_type}-{one.ids.tmdb}"


def _is_slip(one: Playback) -> bool:
    """Begun and stopped at once; nothing can be learned of it."""
    short = one.ended_at is not None and one.ended_at - one.started_at < SHORTEST
    return short and one.completion is not None and one.completion < SLIP


def _same(near: Iterable[Interaction], fact: Interaction) -> Interaction | None:
    """What is known already of the same playback; episodes are told apart."""
    close = [one for one in near if one.id == fact.id or abs(one.at - fact.at) <= SAME]
    exact = [one for one in close if one.id == fact.id]
    apart = [one for one in close if one.part is None or fact.part is None or one.part == fact.part]
    return next(iter(exact or apart), None)


def _is_further(fact: Interaction, known: Interaction) -> bool:
    return (fact.completion or 0.0) > (known.completion or 0.0) + FURTHER and known.kind is InteractionKind.WATCH
