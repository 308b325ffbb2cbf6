"""How a score came about: each part starts where the one before it ended, and the last bar is the sum."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from bot.charts import ink
from bot.charts.svg import SANS, document, tag, text

WIDTH, ROW, BAR, MARGIN = 360.0, 44.0, 12.0, 2.0


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a score: its name, its signed value, and that value as the reader should see it."""

    label: str
    value: float
    figure: str


def breakdown(parts: Sequence[Part], *, total: Part, title: str, description: str = "") -> str:
    """An SVG of ``parts`` in the order given, ending in ``total`` (whose value is taken to be their sum)."""
    ends = [0.0, *accumulate(part.value for part in parts)]
    low, high = min(ends), max(ends)
    span = (high - low) or 1.0

    def at(value: float) -> float:
        return MARGIN + (value - low) / span * (WIDTH - 2 * MARGIN)

    rows = [
        _row(place, part, at(start), at(start + part.value), ink.FOR if part.value >= 0 else ink.AGAINST)
        for place, (part, start) in enumerate(zip(parts, ends, strict=False))
    ]
    steps = [
        tag("line", x1=at(end), x2=at(end), y1=_top(place) + 20 + BAR, y2=_top(place + 1) + 20, stroke=ink.GRID)
        for place, end in enumerate(ends[1:])
    ]
    last = _row(len(parts), total, at(0.0), at(total.value), ink.ACCENT, weight="700")
    zero = tag("line", x1=at(0), x2=at(0), y1=0, y2=_top(len(parts) + 1), stroke=ink.GRID, stroke_dasharray="3 4")
    return document(WIDTH, _top(len(parts) + 1), title, zero, *steps, *rows, last, description=description)


def _top(place: int) -> float:
    return place * ROW


def _row(place: int, part: Part, start: float, end: float, colour: str, *, weight: str = "400") -> str:
    y = _top(place)
    words = {"y": y + 15, "font_family": SANS, "font_size": 14, "font_weight": weight}
    label = part.label if len(part.label) <= 36 else part.label[:35] + "…"
    left, wide = min(start, end), max(abs(end - start), 2.0)
    return "".join(
        (
            text(label, x=MARGIN, fill=ink.WORDS, **words),
            text(part.figure, x=WIDTH - MARGIN, text_anchor="end", fill=colour, **words),
            tag("rect", x=left, y=y + 20, width=wide, height=BAR, rx=3, fill=colour),
        )
    )
