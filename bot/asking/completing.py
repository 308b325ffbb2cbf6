"""What may be typed next, for platforms that complete: commands, titles, and what a command's arguments allow."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.call import Command, Kind, Registry, fold_name
from bot.naming import named_to
from engine.domain.genres import GENRES
from engine.domain.viewers import Role, Viewer

if TYPE_CHECKING:
    from bot.i18n import Translator
    from bot.services import Services
    from bot.vocabulary import Account

MOST = 8
_SHORTEST_TITLE = 2


@dataclass(frozen=True, slots=True)
class Completion:
    """``text`` takes the place of the last ``replaced`` characters of the line."""

    text: str
    replaced: int
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Completer:
    """Completes lines for one account, with nothing that its person may not know of."""

    services: Services
    registry: Registry
    account: Account

    async def complete(self, line: str) -> list[Completion]:
        """The likeliest ways on; none for an account that belongs to nobody."""
        viewer = await self._viewer()
        if viewer is None:
            return []
        speak = self.services.translations.to(viewer.locale)
        first, space, rest = line.partition(" ")
        if not space:
            return self._commands(viewer, speak, first)[:MOST]
        command = self.registry.command(first)
        kinds = [argument.kind for argument in command.arguments] if command else []
        for kind in kinds:
            if complete := self._by_kind(kind):
                return (await complete(viewer, speak, rest.lstrip()))[:MOST]
        return []

    async def speaker(self) -> Translator:
        """The language of the account's person."""
        viewer = await self._viewer()
        locale = viewer.locale if viewer else self.account.locale or self.services.settings.locale
        return self.services.translations.to(locale)

    async def _viewer(self) -> Viewer | None:
        async with self.services.storage.unit() as unit:
            return await unit.viewers.by_identity(self.account.platform, self.account.id)

    def _commands(self, viewer: Viewer, speak: Translator, typed: str) -> list[Completion]:
        slash = "/" if typed.startswith("/") else ""
        wanted = fold_name(typed)
        if not wanted and not slash:
            return []
        shown: list[Completion] = []
        for name, target in sorted(self.registry.names.items(), key=lambda pair: (pair[0] != pair[1], pair[0])):
            command = self.registry.commands[target]
            own = name == target or name in speak.text(f"command-{target}.aliases")
            if own and name.startswith(wanted) and self._open_to(viewer, command):
                shown.append(Completion(slash + name, len(typed), speak.text(f"command-{target}")))
        return shown

    def _open_to(self, viewer: Viewer, command: Command) -> bool:
        return (not command.demo_only or self.services.demo) and (not command.admin or viewer.role is Role.ADMIN)

    def _by_kind(self, kind: Kind) -> Callable[[Viewer, Translator, str], Awaitable[list[Completion]]] | None:
        return {
            Kind.TITLE: self._titles,
            Kind.PICK: self._titles,
            Kind.FILTERS: self._filters,
            Kind.MODE: self._modes,
            Kind.COMMAND: self._helpable,
            Kind.PERSON: self._people,
        }.get(kind)

    async def _titles(self, viewer: Viewer, speak: Translator, typed: str) -> list[Completion]:
        if len(typed) < _SHORTEST_TITLE:
            return []
        snapshots = self.services.snapshots
        hits = snapshots.titles.find(typed, limit=MOST, allowed=named_to(snapshots.current, viewer))
        allowed = await self.services.recommender.permitted(viewer.id, [hit.item_id for hit in hits])
        async with self.services.storage.unit() as unit:
            items = await unit.items.get_many(allowed)
        found = [items[hit.item_id] for hit in hits if hit.item_id in items]
        return [
            Completion(f"{speak.title(item)} ({item.year})" if item.year else speak.title(item), len(typed))
            for item in found
        ]

    async def _filters(self, viewer: Viewer, speak: Translator, typed: str) -> list[Completion]:  # noqa: ARG002
        return _beginning_like(typed.rpartition(" ")[2], (speak.genre(genre) for genre in GENRES))

    async def _modes(self, viewer: Viewer, speak: Translator, typed: str) -> list[Completion]:
        if " " in typed:
            return await self._filters(viewer, speak, typed)
        return _beginning_like(typed, self.services.recommender.modes, even_empty=True)

    async def _helpable(self, viewer: Viewer, speak: Translator, typed: str) -> list[Completion]:
        return self._commands(viewer, speak, typed)

    async def _people(self, viewer: Viewer, speak: Translator, typed: str) -> list[Completion]:  # noqa: ARG002
        if not self.services.demo:
            return []
        async with self.services.storage.unit() as unit:
            names = [person.name for person in await unit.viewers.all()]
        return _beginning_like(typed, sorted(names), even_empty=True)


def _beginning_like(typed: str, words: Iterable[str], *, even_empty: bool = False) -> list[Completion]:
    if not typed and not even_empty:
        return []
    return [Completion(word, len(typed)) for word in words if word.casefold().startswith(typed.casefold())]
