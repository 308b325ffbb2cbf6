"""Hands large values to another process piece by piece.

Turning one large object into bytes holds up every other thread of the process; small pieces let answers in between.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler
from types import MappingProxyType
from typing import Any, cast

FEW = 500
"""Entries up to which a mapping or tuple is handed over one by one."""
STEP, DONE, FAILED = "step", "done", "failed"
"""First of what the process that learns tells: how far it is, that an outcome follows, or why there is none."""
_MADE_OF, _WHOLE = "made of", "whole"


def send(pipe: Connection, value: object) -> None:
    """Raises OSError where nobody listens."""
    made_of = _pieces(value)
    if made_of is None:
        pipe.send((_WHOLE, value))
        return
    make, pieces = made_of
    pipe.send((_MADE_OF, make, list(pieces)))
    for piece in pieces.values():
        send(pipe, piece)


def receive(pipe: Connection) -> Any:  # noqa: ANN401 - whatever was sent
    """Raises EOFError where nobody sends any more."""
    kind, *told = pipe.recv()
    if kind == _WHOLE:
        return told[0]
    make, names = told
    return make({name: receive(pipe) for name in names})


def _pieces(value: object) -> tuple[Callable[[dict[Any, Any]], object], Mapping[Any, object]] | None:
    """How to make it, and of what; None for what is handed over whole."""
    if is_dataclass(value) and not isinstance(value, type):
        return _Make(type(value)), {each.name: getattr(value, each.name) for each in fields(value)}
    kind = type(value)
    if kind in {dict, MappingProxyType} and len(cast("Mapping[Any, object]", value)) <= FEW:
        return _same, cast("Mapping[Any, object]", value)
    if kind is tuple and len(cast("tuple[object, ...]", value)) <= FEW:
        return _as_tuple, dict(enumerate(cast("tuple[object, ...]", value)))
    return None


class _Make:
    """Makes a dataclass of its fields."""

    def __init__(self, kind: type) -> None:
        self._kind = kind

    def __call__(self, pieces: dict[str, Any]) -> object:
        return self._kind(**pieces)


def _same(pieces: dict[Any, Any]) -> object:
    return pieces


def _as_tuple(pieces: dict[int, Any]) -> object:
    return tuple(pieces.values())


def _read_only(entries: dict[object, object]) -> MappingProxyType[object, object]:
    return MappingProxyType(entries)


def _plain(mapping: MappingProxyType[object, object]) -> tuple[Callable[..., object], tuple[dict[object, object]]]:
    return _read_only, (dict(mapping),)


ForkingPickler.register(MappingProxyType, _plain)
