"""When someone watches: one cell per hour or weekday, the brighter the oftener."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.charts import ink
from bot.charts.svg import SANS, document, tag, text, words

WIDTH, CELL, GAP = 360.0, 36.0, 2.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A span of time: how often, what to call it (on hover and to a reader), and the mark under it, if any."""

    count: int
    label: str
    mark: str = ""


def heat_strip(cells: Sequence[Cell], *, title: str, description: str = "") -> str:
    """An SVG strip of ``cells`` from left to right. All zero is shown as all empty."""
    if not cells:
        raise ValueError("a strip needs a cell")
    most = max(*(cell.count for cell in cells), 1)
    wide = WIDTH / len(cells)
    drawn = (_cell(place * wide, wide, cell, max(0, cell.count) / most) for place, cell in enumerate(cells))
    return document(WIDTH, CELL + 24, title, *drawn, description=description)


def _cell(x: float, wide: float, cell: Cell, share: float) -> str:
    box: dict[str, str | float | None] = {"x": x + GAP / 2, "y": 0, "width": wide - GAP, "height": CELL, "rx": 4}
    glow = tag("rect", **box, fill=ink.ACCENT, fill_opacity=0.12 + 0.88 * share) if share else ""
    about = tag("title", words(cell.label))
    mark = text(
        cell.mark, x=x + wide / 2, y=CELL + 18, text_anchor="middle", font_family=SANS, font_size=13, fill=ink.FAINT
    )
    return tag("g", about, tag("rect", **box, fill=ink.GRID), glow, mark if cell.mark else "")
