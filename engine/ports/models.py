"""Where learned models are kept between starts, and what is written on the outside of one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Protocol

from engine.errors import SourceRejected

NO_FIGURES: Mapping[str, float] = MappingProxyType({})


class ModelRejected(SourceRejected):
    """A saved model that is not read any further; the owner brings a sound or fitting one."""


class ModelKind(StrEnum):
    """Whom a model was learned from."""

    HOUSEHOLD = "household"
    """The people here. It never leaves the house."""
    PUBLIC = "public"
    """Files that the owner supplied. It holds no person, and fits other catalogues."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is written on the outside of a saved model, so that it need not be opened to be listed."""

    kind: ModelKind
    created_at: datetime
    product: str
    """Version of Recommendarr that learned it."""
    source: str
    """What it was learned from: household, ratings, similar."""
    fingerprint: str
    """SHA-256 of what it was learned from."""
    people: int
    meetings: int
    titles: int
    metrics: Mapping[str, float] = field(default_factory=lambda: NO_FIGURES)
    """Measured before it was saved; ``bot.training.measuring`` has the names."""
    held_back: bool = False
    """It measured worse than the one it would have replaced."""


@dataclass(frozen=True, slots=True)
class StoredModel:
    """One kept model. ``manifest`` is None where the file cannot be read; ``trouble`` is then the message key."""

    version: str
    bytes: int
    manifest: Manifest | None
    trouble: str = ""


class ModelStore(Protocol):
    """Keeps the newest few models and those in use; safe against being stopped at any moment.

    All raise SourceUnavailable("disk-full") and Misconfigured("models-not-writable") where they must write and cannot.
    """

    async def list(self) -> list[StoredModel]:
        """Newest first."""
        ...

    async def load(self, version: str) -> bytes:
        """Raises InvalidQuery("model-unknown"), ModelRejected where it is too large or cannot be read at all."""
        ...

    async def save(self, data: bytes) -> str:
        """Keep a packed model; its version. The same model again is the same version."""
        ...

    async def remove(self, version: str) -> None:
        """Raises InvalidQuery: model-unknown, model-in-use."""
        ...

    async def current(self, kind: ModelKind) -> str | None:
        """The version in use."""
        ...

    async def previous(self, kind: ModelKind) -> str | None:
        """The version that was in use before, and is kept still."""
        ...

    async def use(self, version: str) -> None:
        """From now on the one of its kind. Raises InvalidQuery("model-unknown"), ModelRejected."""
        ...

    async def roll_back(self, kind: ModelKind) -> str:
        """Use the previous one again; its version. Raises InvalidQuery("model-no-previous")."""
        ...

    async def retire(self, kind: ModelKind) -> None:
        """Use none of that kind. Nothing is removed."""
        ...
