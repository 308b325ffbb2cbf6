"""What the feed's form offers: only what the person could find something with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from bot.call import Call
from bot.syncing.shelves import opened
from bot.web.asked import Asked
from engine.domain.genres import GENRES
from engine.domain.items import Library, MediaType

ORDER = ("tonight", "mood", "rediscover", "similar", "shuffle")
"""Modes in the order of their tabs; any other follows by name."""


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Tab:
    label: str
    address: str
    current: bool


@dataclass(frozen=True, slots=True)
class Choices:
    """Everything of the feed that is chosen rather than typed."""

    tabs: tuple[Tab, ...]
    types: tuple[Option, ...]
    genres: tuple[Option, ...]
    languages: tuple[Option, ...]
    libraries: tuple[Option, ...]
    sureness: tuple[Option, ...]


def feed_choices(call: Call, asked: Asked, libraries: Iterable[Library] = ()) -> Choices:
    """Tabs and options, with those chosen that ``asked`` names."""
    speak, filters = call.speak, asked.filters
    genres = sorted(((genre, speak.genre(genre)) for genre in GENRES), key=lambda pair: pair[1].casefold())
    languages = sorted(((code, speak.language(code)) for code in spoken(call)), key=lambda pair: pair[1].casefold())
    return Choices(
        tabs=tuple(_tab(call, mode, asked) for mode in in_order(call.services.recommender.modes)),
        types=tuple(Option(one, speak.text(f"domains-{one}"), one in filters.media_types) for one in MediaType),
        genres=tuple(Option(name, label, name in filters.genres) for name, label in genres),
        languages=tuple(Option(code, label, code in filters.languages) for code, label in languages),
        libraries=tuple(
            Option(open_by, one.name, open_by in filters.library_ids)
            for one, open_by in opened(libraries, call.viewer.library_ids)
        ),
        sureness=tuple(
            Option(one, speak.text(f"web-sure-{one or 'any'}"), one == asked.sureness) for one in ("", "medium", "high")
        ),
    )


def in_order(modes: Iterable[str]) -> list[str]:
    """The usual modes first, as people think of them."""
    return sorted(modes, key=lambda mode: (ORDER.index(mode) if mode in ORDER else len(ORDER), mode))


def spoken(call: Call) -> list[str]:
    """Original languages of what is on the shelves open to the person."""
    catalogue = call.services.snapshots.current
    codes = np.unique(catalogue.language[catalogue.open_to(call.viewer.library_ids)])
    return [catalogue.languages[int(code)] for code in codes if code >= 0]


def _tab(call: Call, mode: str, asked: Asked) -> Tab:
    key = f"web-mode-{mode}"
    label = call.speak.text(key) if call.services.translations.to("en").has(key) else mode.capitalize()
    text = asked.text if mode == asked.mode else ""
    seed = asked.seed_item_id if mode == asked.mode else None
    address = asked.address(mode=mode, text=text, seed_item_id=seed, attempt=0, slate_id=None)
    return Tab(label, address, mode == asked.mode)
