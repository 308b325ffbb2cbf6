"""What may be typed next, for platforms that complete: commands, titles, and what a command's arguments allow."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.call import Command, Kind, Registry, fold_name
from bot.fitting import trim
from bot.gateway import LONGEST_OFFER, MOST_OFFERED
from bot.naming import named_to
from engine.domain.genres import GENRES
from engine.domain.people import Standing
from engine.domain.viewers import Role, Viewer

if TYPE_CHECKING:
    from bot.i18n import Translator
    from bot.services import Services
    from bot.vocabulary import Account

MOST = 8
"""What a line is completed with."""
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

    async def offers(self, command: str, argument: str, typed: str) -> list[tuple[str, str]]:
        """(label, value) for an argument of a command, of which ``typed`` is there already."""
        viewer, known = await self._viewer(), self.registry.command(command)
        declared = next((one for one in known.arguments if one.name == argument), None) if known else None
        complete = self._by_kind(declared.kind) if declared else None
        if viewer is None or known is None or complete is None or not self._open_to(viewer, known):
            return []
        found = await complete(viewer, self.services.translations.to(viewer.locale), typed.lstrip())
        kept = typed.lstrip()
        whole = [(one, kept[: len(kept) - one.replaced] + one.text) for one in found[:MOST_OFFERED]]
        return [
            (trim(f"{value} · {one.meaning}" if one.meaning else value, LONGEST_OFFER), value[:LONGEST_OFFER].rstrip())
            for one, value in whole
        ]

    async def speaker(self) -> Translator:
        """The language of the account's person."""
        viewer = await self._viewer()
        locale = viewer.locale if viewer else self.account.locale or self.services.settings.locale
        return self.services.translations.to(locale)

    async def _viewer(self) -> Viewer | None:
        async with self.services.storage.unit() as unit:
            known = await unit.people.visitor(self.account.platform, self.account.id)
        return known.viewer if known.standing is Standing.ACTIVE else None

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
        return command.open_to(demo=self.services.demo, admin=viewer.role is Role.ADMIN)

    def _by_kind(self, kind: Kind) -> Callable[[Viewer, Translator, str], Awaitable[list[Completion]]] | None:
        return {
            Kind.TITLE: self._titles,
            Kind.PICK: self._picks,
            Kind.LIST: self._lists,
            Kind.LANGUAGE: self._languages,
            Kind.SETTING: self._settings,
            Kind.SCORE: self._scores,
            Kind.FILTERS: self._filters,
            Kind.MODE: self._modes,
            Kind.COMMAND: self._helpable,
            Kind.PERSON: self._people,
        }.get(kind)

    async def _titles(self, viewer: Viewer, speak: Translator, typed: str) -> list[Completion]:
        if len(typed) < _SHORTEST_TITLE:
            return []
        snapshots = self.services.snapshots
        hits = snapshots.titles.find(typed, limit=MOST_OFFERED, allowed=named_to(snapshots.current, viewer))
        items = await self.services.recommender.permitted_items(viewer.id, [hit.item_id for hit in hits])
        found = [items[hit.item_id] for hit in hits if hit.item_id in items]
        return [
            Completion(f"{speak.title(item)} ({item.year})" if item.year else speak.title(item), len(typed))
            for item in found
        ]

    async def _picks(self, viewer: Viewer, speak: Translator, typed: str) -> list[Completion]:
        """The cards shown last, wherever that was, then titles."""
        async with self.services.storage.unit() as unit:
            slate = await unit.slates.newest(viewer.id)
        picks = slate.picks if slate else ()
        items = await self.services.recommender.permitted_items(viewer.id, [pick.item_id for pick in picks])
        shown = [(str(pick.rank), speak.title(items[pick.item_id])) for pick in picks if pick.item_id in items]
        wanted = typed.casefold()
        fitting = [
            Completion(number, len(typed), title)
            for number, title in shown
            if number.startswith(wanted) or wanted in title.casefold()
        ]
        return fitting or await self._titles(viewer, speak, typed)

    async def _lists(self, viewer: Viewer, speak: Translator, typed: str) -> list[Completion]:  # noqa: ARG002
        async with self.services.storage.unit() as unit:
            lists = await unit.watchlists.of_viewer(viewer.id)
        return _beginning_like(typed, (known.name for known in lists), even_empty=True)

    async def _languages(self, viewer: Viewer, speak: Translator, typed: str) -> list[Completion]:  # noqa: ARG002
        translations = self.services.translations
        names = [translations.to(locale).text("language-own-name") for locale in translations.locales]
        return _beginning_like(typed, names, even_empty=True)

    async def _settings(self, viewer: Viewer, speak: Translator, typed: str) -> list[Completion]:  # noqa: ARG002
        return _beginning_like(typed, ("history", "blend", "timezone"), even_empty=True)

    async def _scores(self, viewer: Viewer, speak: Translator, typed: str) -> list[Completion]:  # noqa: ARG002
        return _beginning_like(typed, (str(score) for score in range(10, 0, -1)), even_empty=True)

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
