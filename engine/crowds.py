"""Holds the learned models in service, always fitted to the catalogue of now; swapped in one step."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.learning.recognising import check_overlap
from engine.ports.models import ModelKind, ModelRejected

if TYPE_CHECKING:
    from engine.catalogue import Catalogue
    from engine.learning.crowd import Aligned, Crowd
    from engine.snapshots import Snapshots


@dataclass(frozen=True, slots=True, eq=False)
class Serving:
    """One model in service."""

    kind: ModelKind
    version: str
    crowd: Crowd
    aligned: Aligned
    catalogue: Catalogue
    """To whose rows ``aligned`` belongs."""


@dataclass(frozen=True, slots=True, eq=False)
class _Put:
    version: str
    crowd: Crowd


class Crowds:
    """The household's own model where there is one, else the public one, else none."""

    def __init__(self, snapshots: Snapshots) -> None:
        self._snapshots = snapshots
        self._put: Mapping[ModelKind, _Put] = {}
        self._current: Serving | None = None
        self._aligning = asyncio.Lock()
        self._tasks: set[asyncio.Task[Aligned | None]] = set()
        snapshots.on_swap(self._swapped)

    @property
    def current(self) -> Serving | None:
        """What answers; None before there is a model. It may belong to the catalogue before this one, see ``of``."""
        return self._current

    def model(self, kind: ModelKind) -> Crowd | None:
        """The model of that kind in service, whether it answers or helps the other one to learn."""
        put = self._put.get(kind)
        return put.crowd if put else None

    def version(self, kind: ModelKind) -> str | None:
        """The version of ``model``."""
        put = self._put.get(kind)
        return put.version if put else None

    def of(self, catalogue: Catalogue) -> Aligned | None:
        """What answers over ``catalogue``; None where there is no model, or it is just being fitted. Never waits.

        While only other columns than the titles have changed, the fitting of before goes on answering.
        """
        serving = self._current
        return serving.aligned if serving is not None and serving.catalogue.ids is catalogue.ids else None

    async def ready(self, catalogue: Catalogue) -> Aligned | None:
        """As ``of``, but waits for the fitting: seconds in a thread, once after titles came or went."""
        aligned = self.of(catalogue)
        return aligned if aligned is not None or not self._put else await self._fit(catalogue)

    async def put(self, kind: ModelKind, version: str, crowd: Crowd) -> None:
        """Put a model into service; answers go on with the one before until it is fitted.

        Raises ModelRejected where hardly any of its titles is here (model-other-catalogue) or its parts do not fit each
        other (model-unreadable); nothing changes then.
        """
        index = self._snapshots.current.index
        check_overlap(sum(item_id in index for item_id in crowd.item_ids), len(crowd.item_ids), len(index))
        async with self._aligning:
            await self._take({**self._put, kind: _Put(version, crowd)})

    async def drop(self, kind: ModelKind) -> None:
        """Take the model of that kind out of service."""
        async with self._aligning:
            await self._take({known: put for known, put in self._put.items() if known is not kind})

    async def close(self) -> None:
        """Stop fitting."""
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _take(self, put: Mapping[ModelKind, _Put]) -> None:
        serving = await self._fitted(put, self._snapshots.current)
        self._put, self._current = put, serving

    async def _fit(self, catalogue: Catalogue) -> Aligned | None:
        async with self._aligning:
            serving = await self._fitted(self._put, catalogue)
            if serving is not None and catalogue is self._snapshots.current:
                self._current = serving
            return serving.aligned if serving is not None else None

    async def _fitted(self, put: Mapping[ModelKind, _Put], catalogue: Catalogue) -> Serving | None:
        kind = next((known for known in ModelKind if known in put), None)
        if kind is None:
            return None
        chosen, current = put[kind], self._current
        if current is not None and current.crowd is chosen.crowd and current.catalogue is catalogue:
            return current
        try:
            aligned = await asyncio.to_thread(chosen.crowd.aligned, catalogue)
        except (ValueError, IndexError, KeyError, TypeError) as problem:
            raise ModelRejected("model-unreadable", reason=str(problem)[:200]) from problem
        return Serving(kind, chosen.version, chosen.crowd, aligned, catalogue)

    def _swapped(self, catalogue: Catalogue) -> None:
        if self._put:
            task = asyncio.get_running_loop().create_task(self._fit(catalogue))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
