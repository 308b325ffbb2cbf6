"""Somebody new: a person with shelves, and a code for their first account."""

from __future__ import annotations

import re

from bot.call import Call
from bot.filters.words import fold
from bot.fitting import trim, visible
from bot.people.linking import INVITE_LIFE, code_for_person
from bot.people.words import words_of
from engine.domain.items import Library
from engine.domain.viewers import Viewer
from engine.errors import InvalidQuery

LONGEST = 60
"""Characters of a name."""


async def invite(call: Call, typed: str) -> tuple[Viewer, str]:
    """“Rosa” or “Rosa in Films, Series”: the person and their code.

    Raises InvalidQuery: users-no-name, users-name-taken, users-no-library.
    """
    name, named = _split(call, typed)
    async with call.services.storage.unit() as unit:
        libraries = await unit.libraries.all()
        taken = await unit.viewers.find(name)
    if not name:
        raise InvalidQuery("users-no-name")
    if taken:
        raise InvalidQuery("users-name-taken", name=name)
    viewer = Viewer(
        id=call.services.ids.new(),
        name=name,
        locale=call.services.translations.to(call.services.settings.locale).locale,
        library_ids=_chosen(call, named, libraries),
        time_zone=call.services.settings.time_zone,
    )
    async with call.services.storage.unit() as unit:
        await unit.viewers.add(viewer)
        await unit.viewers.set_access(viewer.id, viewer.library_ids)
    return viewer, await code_for_person(call.services, viewer.id, INVITE_LIFE)


def _split(call: Call, typed: str) -> tuple[str, str]:
    """The name, and the libraries that were named."""
    words = "|".join(sorted(re.escape(word) for word in words_of(call, "users-words-in")))
    parts = re.split(rf"\s+(?:{words})\s+", typed, maxsplit=1, flags=re.IGNORECASE)
    return trim(" ".join(visible(parts[0]).split()), LONGEST), parts[1] if len(parts) > 1 else ""


def _chosen(call: Call, named: str, libraries: list[Library]) -> frozenset[str]:
    """By name; all where none is named."""
    if not named:
        return frozenset(library.id for library in libraries)
    wanted = {fold(word) for word in named.split(",") if word.strip()}
    found = {fold(library.name): library.id for library in libraries}
    if unknown := wanted - found.keys():
        names = call.speak.list(sorted(library.name for library in libraries))
        raise InvalidQuery("users-no-library", name=min(unknown), known=names or "–")
    return frozenset(found[word] for word in wanted)
