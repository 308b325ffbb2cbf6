"""The kept models: which are in service, putting others into service, taking that back."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.emptying import give_back
from bot.training.fitting import fitted, titles_here
from engine.errors import InvalidQuery, RecommendarrError
from engine.learning.packing import MOST_BYTES, Contents, unseal
from engine.learning.recognising import recognised
from engine.ports.models import ModelKind, ModelRejected, ModelStore, StoredModel

if TYPE_CHECKING:
    from engine.catalogue import Catalogue
    from engine.crowds import Crowds
    from engine.learning.manifest import Reference
    from engine.ports.storage import Storage
    from engine.snapshots import Snapshots

_log = logging.getLogger(__name__)
SHORTEST = 4
"""Characters of a version that are enough to name it, where no other has them."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A kept model and what it does now."""

    stored: StoredModel
    in_use: bool
    previous: bool
    """What rolling back would bring."""


class KeptModels:
    """Joins the store of models with the crowds that answer."""

    def __init__(self, *, storage: Storage, snapshots: Snapshots, crowds: Crowds, models: ModelStore) -> None:
        self._storage, self._snapshots = storage, snapshots
        self._crowds, self._models = crowds, models
        self._fitted_to: tuple[str, ...] = ()
        self._changing = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()
        self._starting: asyncio.Task[None] | None = None
        snapshots.on_swap(self._swapped)

    @property
    def crowds(self) -> Crowds:
        """What answers."""
        return self._crowds

    def start(self) -> None:
        """Put into service what was in service before, in the background: that takes seconds; see ``started``."""
        self._starting = asyncio.get_running_loop().create_task(self._start())

    async def started(self) -> None:
        """Wait until all that was in service is so again, as far as it can be."""
        if self._starting is not None:
            await asyncio.shield(self._starting)

    async def _start(self) -> None:
        """What cannot be put into service is told in the log, and the rest goes on."""
        for kind in ModelKind:
            version = await self._models.current(kind)
            if version is None:
                continue
            try:
                await self._serve(version)
            except RecommendarrError as error:
                _log.warning("the %s model %s is not in service: %s", kind, version, error)

    async def close(self) -> None:
        """Stop fitting models to catalogues."""
        tasks = [*self._tasks, *([self._starting] if self._starting else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._crowds.close()

    async def list(self) -> list[Listed]:
        """Newest first."""
        return await listed_in(self._models)

    async def named(self, typed: str) -> Listed:
        """The model meant by a version, its beginning or end, or its number in the list, from 1.

        Raises InvalidQuery: model-missing, model-unknown, model-unclear.
        """
        return one_of(await self.list(), typed)

    async def use(self, typed: str) -> str:
        """Put a model into service; its version. Raises InvalidQuery, ModelRejected: then nothing changes."""
        async with self._changing:
            version = (await self.named(typed)).stored.version
            async with self._serving(version):
                await self._models.use(version)
            return version

    async def roll_back(self, kind: ModelKind) -> str:
        """Put the one before into service again; its version. Raises InvalidQuery, ModelRejected."""
        async with self._changing:
            previous = await self._models.previous(kind)
            if previous is None:
                raise InvalidQuery("model-no-previous")
            async with self._serving(previous):
                return await self._models.roll_back(kind)

    async def rolling(self) -> ModelKind:
        """The kind that rolling back means where none is named: the household's own, if it has a model before."""
        own = await self._models.previous(ModelKind.HOUSEHOLD)
        public = await self._models.previous(ModelKind.PUBLIC)
        return ModelKind.PUBLIC if own is None and public is not None else ModelKind.HOUSEHOLD

    async def retire(self, kind: ModelKind) -> None:
        """Answer without a model of that kind."""
        async with self._changing:
            await self._models.retire(kind)
            await self._crowds.drop(kind)

    async def remove(self, typed: str) -> str:
        """Delete a model that is not in service; its version."""
        async with self._changing:
            version = (await self.named(typed)).stored.version
            await self._models.remove(version)
            return version

    async def save(self, data: bytes) -> str:
        """Keep a model that was learned here; its version."""
        return await self._models.save(data)

    async def add(self, data: bytes, *, use: bool) -> str:
        """Keep a model from outside, after a look at all of it; its version. Raises ModelRejected."""
        if len(data) > MOST_BYTES:
            raise ModelRejected("model-too-large", limit=MOST_BYTES >> 20)
        async with self._changing:
            contents = await asyncio.to_thread(unseal, data)
            await fitted(contents, self._storage)
            version = await self._models.save(data)
        return await self.use(version) if use else version

    async def expect(self, titles: Sequence[Reference]) -> None:
        """Raises ModelRejected("model-other-catalogue") where a model of these ``titles`` could not be in service."""
        here = await titles_here(self._storage)
        await asyncio.to_thread(recognised, titles, here)

    async def opened(self, kind: ModelKind) -> Contents | None:
        """Everything in the model of that kind in service; None where there is none, or it cannot be read."""
        version = await self._models.current(kind)
        if version is None or self._crowds.model(kind) is None:
            return None
        try:
            return await asyncio.to_thread(unseal, await self._models.load(version))
        except RecommendarrError as error:
            _log.warning("the model in service, %s, can no longer be read: %s", version, error)
            return None

    async def stranded(self) -> bool:
        """Whether the household's model should be in service and is not, as after another version came in."""
        wanted = await self._models.current(ModelKind.HOUSEHOLD)
        return wanted is not None and self._crowds.model(ModelKind.HOUSEHOLD) is None

    @asynccontextmanager
    async def _serving(self, version: str) -> AsyncGenerator[None]:
        """The model in service, to be noted; where that fails the one before is back."""
        before = {kind: (self._crowds.version(kind), self._crowds.model(kind)) for kind in ModelKind}
        await self._serve(version)
        try:
            yield
        except BaseException:
            for kind, (known, crowd) in before.items():
                if crowd is not None and known is not None:
                    await self._crowds.put(kind, known, crowd)
                else:
                    await self._crowds.drop(kind)
            raise

    async def _serve(self, version: str) -> None:
        ids = self._snapshots.current.ids
        contents = await asyncio.to_thread(unseal, await self._models.load(version))
        crowd = await fitted(contents, self._storage)
        await self._crowds.put(contents.manifest.kind, version, crowd)
        self._fitted_to = ids
        del contents
        await asyncio.to_thread(give_back)

    def _swapped(self, catalogue: Catalogue) -> None:
        """Titles that came later may be known to the public model."""
        if self._crowds.model(ModelKind.PUBLIC) is not None and catalogue.ids != self._fitted_to:
            task = asyncio.get_running_loop().create_task(self._fit_again())
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _fit_again(self) -> None:
        async with self._changing:
            version = await self._models.current(ModelKind.PUBLIC)
            if version is None or self._snapshots.current.ids == self._fitted_to:
                return
            try:
                await self._serve(version)
            except RecommendarrError as error:
                _log.warning("the public model stays fitted to the titles of before: %s", error)


async def listed_in(models: ModelStore) -> list[Listed]:
    """What a store keeps, newest first."""
    now = {await models.current(kind) for kind in ModelKind}
    before = {await models.previous(kind) for kind in ModelKind}
    return [Listed(stored, stored.version in now, stored.version in before) for stored in await models.list()]


def one_of(listed: Sequence[Listed], typed: str) -> Listed:
    """See ``KeptModels.named``."""
    typed = typed.strip()
    if not typed:
        raise InvalidQuery("model-missing")
    if typed.isascii() and typed.isdecimal() and len(typed) < SHORTEST and 1 <= int(typed) <= len(listed):
        return listed[int(typed) - 1]
    found = [known for known in listed if known.stored.version == typed] or [
        known for known in listed if len(typed) >= SHORTEST and _means(known.stored.version, typed)
    ]
    if not found:
        raise InvalidQuery("model-unknown", version=typed)
    if len(found) > 1:
        raise InvalidQuery("model-unclear", version=typed)
    return found[0]


def _means(version: str, typed: str) -> bool:
    return version.startswith(typed) or version.endswith(typed)
