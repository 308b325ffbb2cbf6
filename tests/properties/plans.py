"""Random households in which something is closed to everybody: every closed thing carries a word of its own."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import timedelta

import numpy as np

from bot.tokens import item_digest
from engine.domain.interactions import Hiding, Interaction, InteractionKind
from engine.domain.items import Collection, Credit, CreditRole, Item, Library, MediaType
from engine.domain.viewers import HistoryDepth, Role, Viewer
from engine.testing.clock import START

GENRES = ("Drama", "Comedy", "Thriller", "Science Fiction", "Horror", "Romance", "Crime", "Western", "War")
WORDS = ("harbour", "winter", "sisters", "heist", "robots", "letters", "mountain", "train")
LANGUAGES, COUNTRIES = ("en", "ko", "fr", "is", "sw"), ("GB", "KR", "FR", "IS", "KE")
ROLES = (CreditRole.DIRECTOR, CreditRole.WRITER, CreditRole.COMPOSER, CreditRole.ACTOR, CreditRole.ACTOR)
LOOSE = (InteractionKind.LIKE, InteractionKind.DISLIKE, InteractionKind.SKIP, InteractionKind.SEEN)


@dataclass(slots=True)
class Plan:
    """What a household holds, before anything is asked."""

    libraries: list[Library]
    items: dict[str, Item]
    viewers: list[Viewer]
    """With the shelves they may open at last."""
    before: dict[str, frozenset[str]]
    """The shelves they could open at first, by viewer."""
    facts: list[Interaction]
    hidings: list[Hiding]
    listed: list[tuple[str, str, str]]
    """Viewer, list, title."""
    words: dict[str, set[str]]
    """A word that occurs nowhere else, folded, to the titles it would give away."""

    def closed_to(self, viewer: Viewer) -> frozenset[str]:
        """Titles that stand on a shelf, but on none that ``viewer`` may open."""
        return frozenset(
            i for i, one in self.items.items() if one.library_ids and not one.library_ids & viewer.library_ids
        )

    def scarred(self, viewer: Viewer) -> bool:
        """Whether ``viewer`` did something with titles that are closed to them now."""
        closed = self.closed_to(viewer)
        return any(fact.viewer_id == viewer.id and fact.item_id in closed for fact in self.facts)

    def secrets(self, viewer: Viewer) -> set[str]:
        """Words that must never reach ``viewer``."""
        closed = self.closed_to(viewer)
        shelves = {_library_word(one).casefold() for one in self.libraries if one.id not in viewer.library_ids}
        return shelves | {word for word, items in self.words.items() if items <= closed}


def _library_word(library: Library) -> str:
    return library.name.split()[-1]


class _Drawing:
    """Draws one plan from a seed."""

    def __init__(self, seed: int) -> None:
        self._rng = np.random.default_rng(seed)
        self._taken: set[str] = set()
        self._words: defaultdict[str, set[str]] = defaultdict(set)

    def plan(self) -> Plan:
        libraries = [Library(f"lib{n}", f"Shelf {self.word()}") for n in range(self.below(4) + 2)]
        items = {one.id: one for one in self._items([one.id for one in libraries])}
        viewers, before = self._viewers([one.id for one in libraries])
        reach = {
            one.id: [i for i, item in items.items() if not item.library_ids or item.library_ids & before[one.id]]
            for one in viewers
        }
        facts = [fact for one in viewers for fact in self._facts(one.id, reach[one.id])]
        hidings = [
            Hiding(one.id, item_id, START - timedelta(days=9), START + timedelta(days=100))
            for one in viewers
            for item_id in self.some(reach[one.id], 2)
        ]
        listed = [
            (one.id, name, item_id)
            for one in viewers
            for name, most in (("Watchlist", 4), ("Rainy days", 2))
            for item_id in self.some(reach[one.id], most)
        ]
        return Plan(libraries, items, viewers, before, facts, hidings, listed, dict(self._words))

    def below(self, end: int) -> int:
        return int(self._rng.integers(end))

    def some(self, population: list[str], most: int) -> list[str]:
        count = min(self.below(most + 1), len(population))
        return (
            [population[int(place)] for place in self._rng.choice(len(population), count, replace=False)]
            if count
            else []
        )

    def pick(self, population: tuple[str, ...]) -> str:
        return population[self.below(len(population))]

    def word(self) -> str:
        while (word := "Zq" + "".join("bcdfghjklmnpqrstvwxz"[self.below(20)] for _ in range(6))) in self._taken:
            pass
        self._taken.add(word)
        return word

    def _mark(self, item_id: str, *words: str) -> None:
        for word in words:
            self._words[word.casefold()].add(item_id)

    def _items(self, libraries: list[str]) -> list[Item]:
        people = [f"{name} {self.word()}" for name in ("Anna", "Bong", "Carla", "Dirk") for _ in range(4)]
        series = [f"The {self.word()} Cycle" for _ in range(4)]
        themes = [self.word() for _ in range(6)]
        return [self._item(libraries, people, series, themes) for _ in range(20 + self.below(41))]

    def _item(self, libraries: list[str], people: list[str], series: list[str], themes: list[str]) -> Item:
        media_type = (MediaType.MOVIE, MediaType.MOVIE, MediaType.MOVIE, MediaType.TV)[self.below(4)]
        key = self.word().casefold()
        item_id = f"{media_type}:{key}" if self.below(5) else f"{media_type}:a-rather-long-provider-name:{key}"
        title, told, original, tag = self.word(), self.word(), self.word(), self.word().casefold()
        word, other = self.pick(WORDS), self.pick(WORDS)
        cast = self.some(people, 4)
        cycle = series[self.below(len(series))] if self.below(3) == 0 else None
        theme = themes[self.below(len(themes))].casefold()
        self._mark(item_id, key, title, told, original, tag, item_digest(item_id), theme)
        self._mark(item_id, *(name.split()[-1] for name in cast), *([cycle.split()[1]] if cycle else []))
        language = self.below(len(LANGUAGES))
        return Item(
            id=item_id,
            media_type=media_type,
            title=title if self.below(2) else f"The {word.title()} of {title}",
            titles={"de": f"{word.title()} {title}"} if self.below(2) else {},
            original_title=original,
            year=1960 + self.below(66) if self.below(9) else None,
            runtime=70 + self.below(90),
            genres=tuple(dict.fromkeys(self.pick(GENRES) for _ in range(1 + self.below(3)))),
            keywords=tuple(dict.fromkeys((word, other, theme))),
            countries=(COUNTRIES[language],),
            language=LANGUAGES[language],
            synopses={"en": f"A {word} and a {other} meet {told} in a quiet life."},
            credits=tuple(Credit(name, ROLES[self.below(5)], place) for place, name in enumerate(cast)),
            collection=Collection(cycle, 1 + self.below(4) if self.below(4) else None) if cycle else None,
            vote_average=round(4 + self.below(55) / 10, 1) if self.below(8) else None,
            vote_count=self.below(20_000),
            library_ids=frozenset(self.some(libraries, 2)),
            tags=frozenset({tag, "4k"}),
            added_at=START - timedelta(days=self.below(900)),
        )

    def _viewers(self, libraries: list[str]) -> tuple[list[Viewer], dict[str, frozenset[str]]]:
        viewers: list[Viewer] = []
        before: dict[str, frozenset[str]] = {}
        for number in range(3 + self.below(4)):
            opened = frozenset(self.some(libraries, len(libraries)))
            lost = frozenset(self.some(libraries, 2)) if self.below(2) else frozenset[str]()
            depth = (HistoryDepth.MONTHS_12, HistoryDepth.ALL, HistoryDepth.MONTHS_3)[self.below(3)]
            viewer = Viewer(
                f"v-{number}",
                f"Person{number}",
                self.pick(("en", "de", "fr")),
                Role.ADMIN if number == 0 else Role.MEMBER,
                opened - lost,
                depth,
                frozenset({frozenset({MediaType.MOVIE, MediaType.TV})}) if self.below(3) == 0 else frozenset(),
            )
            viewers.append(viewer)
            before[viewer.id] = opened | lost
        return viewers, before

    def _facts(self, viewer_id: str, reach: list[str]) -> list[Interaction]:
        return [
            self._fact(viewer_id, item_id, place)
            for place, item_id in enumerate(self.some(reach, 26) + self.some(reach, 6))
        ]

    def _fact(self, viewer_id: str, item_id: str, place: int) -> Interaction:
        at = START - timedelta(days=self.below(500) + 1, hours=place % 24)
        fact = Interaction(f"{viewer_id}-{place}", viewer_id, item_id, InteractionKind.WATCH, at, completion=1.0)
        chance = self.below(10)
        if chance < 5:
            return fact
        if chance < 7:
            return replace(fact, completion=self.below(10) / 10)
        if chance < 8:
            return replace(fact, kind=InteractionKind.RATING, completion=None, rating=1.0 + self.below(10))
        return replace(fact, kind=LOOSE[self.below(4)], completion=None)


def draw(seed: int) -> Plan:
    """The household of ``seed``."""
    return _Drawing(seed).plan()
