"""An evening as JSON and back."""

from __future__ import annotations

from functools import cache

from pydantic import TypeAdapter, ValidationError

from engine.grouping.night import Night


def written(night: Night) -> str:
    """All of it."""
    return _adapter().dump_json(night).decode()


def read(document: str) -> Night | None:
    """None for one that another version of this service wrote and that cannot be understood: it is over."""
    try:
        return _adapter().validate_json(document)
    except ValidationError:
        return None


@cache
def _adapter() -> TypeAdapter[Night]:
    return TypeAdapter(Night)
