"""Every configured service, opened; one that is wrongly set up or down leaves the others as they are."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from bot import outside
from bot.integration import Health, Instance, Integration, Opened, Outside
from bot.media.choosing import place
from engine.errors import Misconfigured, RecommendarrError

if TYPE_CHECKING:
    from datetime import datetime

    from bot.media.choosing import Sort
    from bot.settings import Settings
    from engine.ports.acquisition import Requests
    from engine.ports.clock import Clock
    from engine.ports.metadata import Metadata
    from engine.ports.storage import Storage

_log = logging.getLogger(__name__)


class Stack:
    """The services by the name of their instance."""

    def __init__(
        self,
        opened: Iterable[tuple[Integration, Opened]] = (),
        misconfigured: Iterable[Misconfigured] = (),
    ) -> None:
        pairs = tuple(opened)
        self.integrations: Mapping[str, Integration] = MappingProxyType(
            {one.instance.name: integration for integration, one in pairs}
        )
        self.opened: Mapping[str, Opened] = MappingProxyType({one.instance.name: one for _, one in pairs})
        self.misconfigured: Sequence[Misconfigured] = tuple(misconfigured)
        """What its owner has to mend before a service can be used."""
        self.heard: dict[str, datetime] = {}
        """When each instance last reported something, since the start."""

    @property
    def servers(self) -> tuple[Opened, ...]:
        """Media servers."""
        return tuple(one for one in self.opened.values() if one.server is not None)

    @property
    def histories(self) -> tuple[Opened, ...]:
        """Who keeps what was played, beside the servers themselves."""
        return tuple(one for one in self.opened.values() if one.history is not None)

    @property
    def metadata(self) -> Metadata | None:
        """The catalogue of the world, where there is one."""
        return next((one.metadata for one in self.opened.values() if one.metadata is not None), None)

    @property
    def getters(self) -> tuple[tuple[str, Requests], ...]:
        """Every service that gets titles, also those that nothing is asked of; by name."""
        return tuple((name, one) for name in sorted(self.opened) if (one := self.opened[name].requests) is not None)

    def requesters(self, sort: Sort | None = None) -> tuple[tuple[str, Requests], ...]:
        """Whom to ask for such titles, or for any at all.

        In this order: those that know people and quotas, those that take just such titles, the others; then by name.
        """
        if sort is None:
            return tuple((name, one) for name, one in self.getters if one.takes)
        fit = [(not one.decides, at, name, one) for name, one in self.getters if (at := place(one, sort)) is not None]
        return tuple((name, one) for _, _, name, one in sorted(fit, key=lambda told: told[:3]))

    def speaks_of(self, name: str) -> str:
        """The media server whose people and titles that instance tells of; empty where there is none.

        A history is that of the server its owner named, else of the first of Plex.
        """
        opened = self.opened.get(name)
        if opened is None or opened.server is not None:
            return name if opened is not None else ""
        named = opened.instance.options.get("server", "")
        plex = (one.instance.name for one in self.servers if self.vendor(one.instance.name) == "plex")
        return named or next(plex, "")

    def vendor(self, name: str) -> str:
        """Vendor of the instance ``name``."""
        return self.integrations[name].name

    def instance(self, name: str) -> Instance | None:
        """The instance of that name."""
        opened = self.opened.get(name)
        return None if opened is None else opened.instance

    def health(self) -> Mapping[str, Health]:
        """How every service is doing, by name."""
        return {name: one.health() for name, one in self.opened.items()}

    async def close(self) -> None:
        """Say goodbye to all of them."""
        for name, one in self.opened.items():
            try:
                await one.close()
            except (RecommendarrError, OSError) as error:
                _log.warning("%s could not be closed: %s", name, type(error).__name__)


async def open_stack(
    settings: Settings,
    storage: Storage,
    clock: Clock,
    *,
    integrations: Callable[[], Iterable[Integration]] = outside.integrations,
) -> Stack:
    """Open what is configured. Nothing is asked of the services yet, so none can delay the start."""
    around = Outside(clock=clock, storage=storage, settings=settings)
    opened, wrong = list[tuple[Integration, Opened]](), list[Misconfigured]()
    for integration in integrations():
        try:
            for instance in integration.instances():
                opened.append((integration, await integration.open(instance, around)))
        except Misconfigured as error:
            _log.error("%s is not used: %s", integration.name, error.key)
            wrong.append(error)
    return Stack(opened, wrong)
