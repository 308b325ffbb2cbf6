"""Column types that mean the same on SQLite and on PostgreSQL."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, cast

import numpy as np
from pydantic_core import from_json
from sqlalchemy import BigInteger, DateTime, Dialect, Integer, String
from sqlalchemy.types import TypeDecorator, TypeEngine


def storable(text: str) -> str:
    """``text`` without what PostgreSQL and UTF-8 cannot hold: NUL characters and halves of surrogate pairs."""
    if text.isascii():
        return text.replace("\0", "") if "\0" in text else text
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


class Text(TypeDecorator[str]):
    """Text of any length in any script."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 – SQLAlchemy calls it
        return None if value is None else storable(value)


class Key(Text):
    """Text that is looked up and sorted by, in the order of its code points whatever the database's language."""

    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        collation = "C" if dialect.name == "postgresql" else None
        return dialect.type_descriptor(String(collation=collation))


class Moment(TypeDecorator[datetime]):
    """A timezone-aware moment. SQLite keeps no zone, so it is UTC there and comes back as UTC everywhere."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone cannot be stored")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 – as above
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Document(TypeDecorator[object]):
    """A JSON value that is only ever read whole, kept as text; nothing (NULL) stands for an empty one."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: object, dialect: Dialect) -> str | None:  # noqa: ARG002 – as above
        if not value:
            return None
        return storable(json.dumps(value, default=_plain, allow_nan=False, ensure_ascii=False, separators=(",", ":")))

    def process_result_value(self, value: str | None, dialect: Dialect) -> object:  # noqa: ARG002 – as above
        return None if value is None else from_json(value)


def _plain(value: object) -> object:
    """What JSON has no word for: dataclasses by their fields, moments as ISO 8601, sets in order, numpy's numbers."""
    if (names := _names(type(value))) is not None:
        return {name: getattr(value, name) for name in names}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset | set):
        return sorted(value)  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType] – JSON has no sets, whatever they hold
    if isinstance(value, Mapping):
        return dict(value)  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType] – likewise
    if isinstance(value, np.generic):
        return cast("object", value.item())
    raise TypeError(f"{type(value).__name__} cannot be kept as JSON")


@cache
def _names(kind: type) -> tuple[str, ...] | None:
    """Of the fields of a dataclass."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else None


class Counter(TypeDecorator[int]):
    """A large whole number, also as a key that counts up by itself."""

    impl = BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        kind = Integer() if dialect.name == "sqlite" else BigInteger()
        return cast(TypeEngine[Any], dialect.type_descriptor(kind))
