"""How much someone likes each of several things, as a web around a centre."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from bot.charts import ink
from bot.charts.poster.lettering import breadth
from bot.charts.svg import SANS, document, tag, text

WIDTH, HEIGHT, RADIUS, AROUND = 400.0, 300.0, 104.0, 12.0


@dataclass(frozen=True, slots=True)
class Spoke:
    """One thing: what it is called, and how much it is liked, −1 (avoided, the centre) to 1 (loved, the rim)."""

    label: str
    value: float


def radar(spokes: Sequence[Spoke], *, title: str, description: str = "", alone: bool = False) -> str:
    """An SVG with one spoke each; the dashed ring is 0. At least three spokes make a surface.

    ``alone``: on a ground of its own, for being shown outside of a page.
    """
    if len(spokes) < 3:
        raise ValueError("a web needs three spokes or more")
    rings = "".join(
        tag("polygon", points=_path([level] * len(spokes)), fill="none", stroke=ink.LINE, stroke_dasharray=dash)
        for level, dash in ((-0.5, None), (0.0, "4 4"), (0.5, None), (1.0, None))
    )
    lines = "".join(_line(place, len(spokes)) for place in range(len(spokes)))
    values = [min(1.0, max(-1.0, spoke.value)) for spoke in spokes]
    surface = tag(
        "polygon",
        points=_path(values),
        fill=ink.ACCENT,
        fill_opacity=0.22,
        stroke=ink.ACCENT,
        stroke_width=2.5,
        stroke_linejoin="round",
    )
    dots = "".join(_dot(place, len(spokes), value) for place, value in enumerate(values))
    labels = "".join(_label(place, len(spokes), spoke) for place, spoke in enumerate(spokes))
    ground = tag("rect", width=WIDTH, height=HEIGHT, fill=ink.GROUND) if alone else ""
    return document(WIDTH, HEIGHT, title, ground, rings, lines, surface, dots, labels, description=description)


def _point(place: int, of: int, value: float, *, beyond: float = 0) -> tuple[float, float]:
    angle = -math.pi / 2 + 2 * math.pi * place / of
    distance = RADIUS * (value + 1) / 2 + beyond
    return WIDTH / 2 + distance * math.cos(angle), HEIGHT / 2 + distance * math.sin(angle)


def _path(values: Sequence[float]) -> str:
    points = (_point(place, len(values), value) for place, value in enumerate(values))
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def _line(place: int, of: int) -> str:
    x, y = _point(place, of, 1)
    return tag("line", x1=WIDTH / 2, y1=HEIGHT / 2, x2=x, y2=y, stroke=ink.LINE)


def _dot(place: int, of: int, value: float) -> str:
    x, y = _point(place, of, value)
    return tag("circle", cx=x, cy=y, r=4, fill=ink.AGAINST if value < 0 else ink.ACCENT)


def _label(place: int, of: int, spoke: Spoke) -> str:
    x, y = _point(place, of, 1, beyond=AROUND)
    side = x - WIDTH / 2
    anchor = "middle" if abs(side) < 12 else ("start" if side > 0 else "end")
    room = WIDTH - x if anchor == "start" else x
    named = spoke.label if len(spoke.label) <= 20 else spoke.label[:19] + "…"
    return text(
        named,
        x=x,
        y=y + 5,
        text_anchor=anchor,
        font_family=SANS,
        font_size=min(14.0, 1.1 * room / max(breadth(named), 1)) if anchor != "middle" else 14,
        fill=ink.WORDS if spoke.value >= 0 else ink.FAINT,
    )
