"""Remembers which models are in use, and which were before."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import cast

from bot.training.writing import write_whole
from engine.ports.models import ModelKind

NAME = "in-use.json"
MOST = 20
"""Versions that are remembered of each kind."""
_log = logging.getLogger(__name__)


class InUse:
    """Per kind the versions that were put into service, the newest last; "" stands for none at all."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME

    def of(self, kind: ModelKind) -> list[str]:
        """Oldest first."""
        return self._read().get(kind, [])

    def put(self, kind: ModelKind, versions: list[str]) -> None:
        """Raises SourceUnavailable, Misconfigured."""
        told = self._read() | {kind: versions[-MOST:]}
        write_whole(self._path, json.dumps(told, indent=1).encode())

    def _read(self) -> dict[ModelKind, list[str]]:
        try:
            told = json.loads(self._path.read_bytes())
            return {kind: [str(version) for version in _list(told.get(kind))] for kind in ModelKind}
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, AttributeError, RecursionError) as problem:
            _log.warning("%s cannot be read, so no model is in use until one is chosen: %s", self._path, problem)
            return {}


def _list(value: object) -> list[object]:
    return cast("list[object]", value) if isinstance(value, list) else []
