"""Drawings as PNG, for chats that take no SVG."""

from __future__ import annotations

import asyncio
from functools import cache, lru_cache
from importlib.util import find_spec

WIDTH = 500
"""Pixels: what chats show of a poster, twice as dense."""
KEPT = 256
"""Pictures of some 40 kB."""


@cache
def can_rasterise() -> bool:
    """Whether the library that draws is installed (the extra ``chats``)."""
    return find_spec("resvg_py") is not None


async def png_of(svg: str, width: int = WIDTH) -> bytes:
    """``svg`` as a picture ``width`` pixels wide; drawn in a thread, kept while it is asked for."""
    return await asyncio.to_thread(_drawn, svg, width)


@lru_cache(maxsize=KEPT)
def _drawn(svg: str, width: int) -> bytes:
    import resvg_py  # noqa: PLC0415 - as above

    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=width))
