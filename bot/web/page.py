"""What a page declares. A new page is one file in ``bot/web/pages``, its template, its texts and its test."""

from __future__ import annotations

from dataclasses import dataclass

from aiohttp.web import AbstractRouteDef


@dataclass(frozen=True, slots=True)
class Page:
    """A page, declared as ``PAGE`` by its file."""

    name: str
    routes: tuple[AbstractRouteDef, ...]
