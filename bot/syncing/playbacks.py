"""Makes facts of playbacks that servers, histories and reports tell: each counted once, whoever tells it how often."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.syncing.episodes import FINISHED, Episodes, of_series, part_of
from bot.syncing.recognising import title_id
from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.items import MediaType
from engine.domain.media import Playback

if TYPE_CHECKING:
    from engine.intake import Intake
    from engine.ports.storage import Storage, UnitOfWork

SAME = timedelta(minutes=10)
"""Two tellers' playbacks of one title by one person are the same where they began so close together."""
SLACK = timedelta(minutes=1)
"""And where one was under way while the other was, by clocks that differ so much: some tell only when it was over."""
LONGEST = timedelta(hours=12)
"""Nothing is watched for longer, pauses included."""
FURTHER = 0.05
"""A playback told again counts anew where it came so much further."""
SHORTEST = timedelta(seconds=60)
"""Shorter ones than that, of which nearly nothing was seen, are slips of a finger."""
SLIP = 0.02
EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
"""Whatever is told to be older was told by a clock that was not set."""
WATCHED = frozenset({InteractionKind.WATCH, InteractionKind.SEEN})
Near = defaultdict[tuple[str, str], list[Interaction]]
"""What is known of the same while, by person and title."""


@dataclass(frozen=True, slots=True)
class Heard:
    """How many playbacks were new, and how many are of people or titles that are not known here."""

    new: int = 0
    strangers: int = 0
    unknown: int = 0
    seen: frozenset[tuple[str, str]] = field(default=frozenset(), compare=False)
    """Who has now seen which title to its end; of a sum it is not told."""

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
    turn: asyncio.Lock
    """One for all who tell of this server: two who tell the same at the same time must hear of each other."""
    _viewers: dict[str, str] = field(default_factory=dict[str, str])
    _titles: dict[str, str] = field(default_factory=dict[str, str])
    _episodes: Episodes = field(default_factory=Episodes)

    async def take(self, playbacks: Sequence[Playback]) -> Heard:
        """In the order of their time. Told again they change nothing, unless they came further."""
        told = sorted((one for one in playbacks if one.own and _is_playback(one)), key=lambda one: one.started_at)
        if not told:
            return Heard()
        async with self.turn:
            async with self.storage.unit() as unit:
                await self._find_people(unit, {one.account_id for one in told})
                await self._find_titles(unit, told)
                known = [one for one in told if one.account_id in self._viewers and _name(one) in self._titles]
                series = [self._whose(one) for one in known if one.media_type is not MediaType.MOVIE]
                await self._episodes.recall(unit, series)
                near = await self._near(unit, known)
            facts, replaced = self._facts(known, near)
            await self.intake.retract(replaced)
            new = await self.intake.record(facts)
        strangers = sum(one.account_id not in self._viewers for one in told)
        seen = frozenset((one.viewer_id, one.item_id) for one in facts if (one.completion or 0.0) >= FINISHED)
        return Heard(max(new - len(replaced), 0), strangers, len(told) - strangers - len(known), seen)

    def _facts(self, playbacks: Sequence[Playback], near: Near) -> tuple[list[Interaction], list[str]]:
        """What is new, and the ids of facts whose place some of it takes."""
        facts, replaced = dict[str, Interaction](), list[str]()
        for one in playbacks:
            whose = self._whose(one)
            fact = self._fact(one, whose)
            same = _same(near[whose], fact)
            if same is not None and not _is_further(fact, same, one):
                continue
            if same is not None:
                fact = replace(fact, at=min(fact.at, same.at))
                near[whose].remove(same)
                if facts.pop(same.id, None) is None:
                    replaced.append(same.id)
            near[whose].append(fact)
            facts[fact.id] = fact
        return list(facts.values()), replaced

    def _whose(self, one: Playback) -> tuple[str, str]:
        return self._viewers[one.account_id], self._titles[_name(one)]

    async def _find_people(self, unit: UnitOfWork, accounts: Iterable[str]) -> None:
        """Anew each time: whose account it is may change while a long history is read."""
        self._viewers.clear()
        for account in sorted(set(accounts)):
            if (viewer := await unit.viewers.by_identity(self.vendor, account)) is not None:
                self._viewers[account] = viewer.id

    async def _find_titles(self, unit: UnitOfWork, playbacks: Sequence[Playback]) -> None:
        """Item ids by the playbacks' names of their titles."""
        keys = {one.item_key for one in playbacks if one.item_key} - self._titles.keys()
        for key, stored in (await unit.server_items.get(self.server_id, keys)).items():
            self._titles[key] = stored.item_id
        for one in playbacks:
            if one.ids.tmdb is not None and _name(one) not in self._titles:
                listed = MediaType.MOVIE if one.media_type is MediaType.MOVIE else MediaType.TV
                self._titles[_name(one)] = await _by_tmdb(unit, listed, one.ids.tmdb)

    async def _near(self, unit: UnitOfWork, playbacks: Sequence[Playback]) -> Near:
        near = Near(list)
        if playbacks:
            last = max(min(one.ended_at or one.started_at, one.started_at + LONGEST) for one in playbacks)
            who = {self._viewers[one.account_id] for one in playbacks}
            facts = await unit.interactions.between(who, playbacks[0].started_at - LONGEST, last + SAME)
            for fact in facts:
                if fact.kind in WATCHED:
                    near[fact.viewer_id, fact.item_id].append(fact)
        return near

    def _fact(self, one: Playback, whose: tuple[str, str]) -> Interaction:
        viewer_id, item_id = whose
        completion = _share(one.completion)
        fact = Interaction(
            id=f"{self.vendor}:{self.server_id}:{one.id}",
            viewer_id=viewer_id,
            item_id=item_id,
            kind=InteractionKind.SEEN if completion is None else InteractionKind.WATCH,
            at=one.started_at,
            completion=completion,
            ended_at=one.ended_at,
            device=one.device,
            source=self.source,
        )
        return fact if one.media_type is MediaType.MOVIE else self._of_series(fact, one)

    def _of_series(self, fact: Interaction, one: Playback) -> Interaction:
        """Of an episode it is told how far it was seen; what counts is how far the series is."""
        seen = 1.0 if fact.completion is None else fact.completion
        finished = self._episodes.finished(fact.viewer_id, fact.item_id)
        part = part_of(one.episode) if one.episode is not None and seen >= FINISHED else None
        if part is not None:
            finished.add(part)
        share = of_series(len(finished), self._episodes.count(fact.item_id), seen)
        return replace(fact, kind=InteractionKind.WATCH, completion=share, part=part)


async def _by_tmdb(unit: UnitOfWork, listed: MediaType, tmdb_id: int) -> str:
    """The title we have of that number, as anime or not; else the plain one: it begins to teach once it comes."""
    plain, anime = title_id(listed, listed, tmdb_id), title_id(MediaType.ANIME, listed, tmdb_id)
    return anime if await unit.items.get(plain) is None and await unit.items.get(anime) is not None else plain


def _name(one: Playback) -> str:
    return one.item_key or f"tmdb-{one.media_type}-{one.ids.tmdb}"


def _share(told: float | None) -> float | None:
    """0–1, whatever was told."""
    return None if told is None or told != told else min(max(told, 0.0), 1.0)  # noqa: PLR0124 - not a number


def _is_playback(one: Playback) -> bool:
    """Whether something can be learned of it: not where it was begun and stopped at once."""
    short = one.ended_at is not None and one.ended_at - one.started_at < SHORTEST
    slip = short and one.completion is not None and one.completion < SLIP
    return one.started_at >= EARLIEST and not slip


def _same(near: Iterable[Interaction], fact: Interaction) -> Interaction | None:
    """What is known already of the same playback; episodes are told apart."""
    known = list(near)
    exact = (one for one in known if one.id == fact.id)
    close = (one for one in known if one.part == fact.part and _at_once(one, fact))
    return next(exact, None) or next(close, None)


def _at_once(one: Interaction, other: Interaction) -> bool:
    if abs(one.at - other.at) <= SAME:
        return True
    return one.at <= _end(other) + SLACK and other.at <= _end(one) + SLACK


def _end(fact: Interaction) -> datetime:
    return min(fact.ended_at or fact.at, fact.at + LONGEST)


def _is_further(fact: Interaction, known: Interaction, told: Playback) -> bool:
    if known.kind is not InteractionKind.WATCH:
        return False
    if told.media_type is not MediaType.MOVIE:
        # an episode is finished once; that others were finished since says nothing of this playback
        return known.part is None and fact.part is not None
    return (fact.completion or 0.0) > (known.completion or 0.0) + FURTHER
