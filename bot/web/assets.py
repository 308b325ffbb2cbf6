"""Stylesheet, script and icon: read once, named by their content, so that a browser may keep them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class Asset:
    content: bytes
    content_type: str
    digest: str


class Assets:
    """The files of ``bot/web/static`` by name; there is no way from a name to any other file."""

    def __init__(self, by_name: Mapping[str, Asset]) -> None:
        self._by_name = dict(by_name)

    @classmethod
    def shipped(cls) -> Assets:
        found: dict[str, Asset] = {}
        for file in files("bot.web").joinpath("static").iterdir():
            kind = KINDS.get("." + file.name.rpartition(".")[2])
            if kind:
                content = file.read_bytes()
                found[file.name] = Asset(content, kind, hashlib.sha256(content).hexdigest()[:16])
        return cls(found)

    def get(self, name: str) -> Asset | None:
        return self._by_name.get(name)

    def url(self, name: str) -> str:
        """Where a page finds the file; it changes when the file does."""
        return f"/static/{name}?v={self._by_name[name].digest}"
