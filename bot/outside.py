"""Opens the outside by name: the conversation never imports an adapter, it finds them."""

from __future__ import annotations

from collections.abc import Awaitable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Protocol

from pydantic import ValidationError

from bot.gateway import Platform
from bot.integration import Integration, Port
from bot.settings import Settings
from engine.discovery import discover
from engine.errors import Misconfigured
from engine.ports.clock import Clock, Ids
from engine.ports.language import Embedder
from engine.ports.models import ModelStore
from engine.ports.storage import Storage
from engine.ports.vectors import VectorStore


class _StorageFolder(Protocol):
    def open_storage(self, url: str | None, data_dir: Path) -> Awaitable[Storage]: ...
    def schema_version(self) -> str: ...
    def current_version(self, url: str | None, data_dir: Path) -> Awaitable[str | None]: ...
    def migrate(self, url: str | None, data_dir: Path, revision: str) -> Awaitable[None]: ...


class _VectorsFolder(Protocol):
    def open_vectors(self, chroma_url: str | None, data_dir: Path) -> Awaitable[VectorStore]: ...


class _ModelsFolder(Protocol):
    def open_models(self, data_dir: Path) -> ModelStore: ...


class _LanguageFolder(Protocol):
    def open_embedder(self, settings: Settings) -> Awaitable[SentenceModel]: ...


class SentenceModel(Embedder, Protocol):
    """An embedder with its life cycle."""

    @property
    def notice(self) -> str:
        """Message key of what the operator should know of the choice; empty when all is as asked for."""
        ...

    async def warm(self) -> None:
        """Load what the first text would otherwise wait for."""
        ...

    async def close(self) -> None: ...


class _ClockModule(Protocol):
    def SystemClock(self) -> Clock: ...  # noqa: N802 - the name of a class
    def SystemIds(self) -> Ids: ...  # noqa: N802


async def open_storage(settings: Settings) -> Storage:
    """The database of ``settings``, brought up to the present schema."""
    return await _storage().open_storage(_database_url(settings), settings.data_dir)


async def schema(settings: Settings) -> tuple[str | None, str]:
    """The schema's revision in the database (None: there is none yet) and in the code."""
    return await _storage().current_version(_database_url(settings), settings.data_dir), _storage().schema_version()


async def migrate(settings: Settings, revision: str) -> None:
    """Bring the database to ``revision``."""
    await _storage().migrate(_database_url(settings), settings.data_dir, revision)


def _storage() -> _StorageFolder:
    return import_module("adapters.storage")  # pyright: ignore[reportReturnType] - found by name


def _database_url(settings: Settings) -> str | None:
    return settings.database_url.get_secret_value() if settings.database_url else None


async def open_vectors(settings: Settings) -> VectorStore:
    """The store of embeddings."""
    folder: _VectorsFolder = import_module("adapters.vectors.chroma")  # pyright: ignore[reportAssignmentType]
    return await folder.open_vectors(settings.chroma_url, settings.data_dir)


def open_models(settings: Settings) -> ModelStore:
    """The store of learned models; nothing is read or made yet."""
    folder: _ModelsFolder = import_module("adapters.models")  # pyright: ignore[reportAssignmentType] - found by name
    return folder.open_models(settings.data_dir)


async def open_embedder(settings: Settings) -> SentenceModel:
    """The sentence model of ``settings``."""
    folder: _LanguageFolder = import_module("adapters.language")  # pyright: ignore[reportAssignmentType]
    return await folder.open_embedder(settings)


def system_clock_and_ids() -> tuple[Clock, Ids]:
    """The machine's clock and chance."""
    module: _ClockModule = import_module("adapters.clock")  # pyright: ignore[reportAssignmentType]
    return module.SystemClock(), module.SystemIds()


def platforms() -> Mapping[str, Platform]:
    """Every chat platform there is a folder for."""
    return discover("adapters.chat", "PLATFORM", Platform, key=lambda platform: platform.name)


def integrations() -> list[Integration]:
    """Every service of the outside there is a folder for."""
    found = list[Integration]()
    for port in Port:
        declared = discover(f"adapters.{port}", "INTEGRATION", Integration, key=lambda one: one.name, folders=True)
        found.extend(declared.values())
    return found


def is_configured(platform: Platform, settings: Settings) -> bool:
    """Whether its owner switched it on. Raises Misconfigured, naming the settings, where one of them is wrong."""
    try:
        return platform.configured(settings)
    except ValidationError as problem:
        names = sorted({str(part) for fault in problem.errors() for part in fault["loc"]})
        raise Misconfigured("platform-settings", platform=platform.name, settings=", ".join(names)) from None


def platform(name: str) -> Platform:
    """The platform in the folder ``name``, also one that is not found by itself."""
    return import_module(f"adapters.chat.{name}").PLATFORM
