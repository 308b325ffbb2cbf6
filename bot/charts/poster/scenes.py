"""Compositions that suggest a place: hills, a city, a planet, a lit door. All within 300 × 450."""

from __future__ import annotations

import math

from bot.charts.poster.chance import Chance
from bot.charts.poster.palettes import Palette
from bot.charts.svg import tag


def peaks(chance: Chance, ink: Palette) -> str:
    """Ridges behind one another under a low sun."""
    sun = tag(
        "circle", cx=chance.between(80, 220), cy=chance.between(90, 150), r=chance.between(34, 62), fill=ink.paper
    )
    ridges: list[str] = []
    colours = (ink.glow, ink.mid, ink.deep, ink.night)
    for place, colour in enumerate(colours):
        level, height = 170 + place * 42, 74 - place * 8
        points = [f"0,450 0,{level:.0f}"]
        x, up = 0.0, chance.chance_of(0.5)
        while x < 300:
            x += chance.between(28, 66)
            y = level - (chance.between(0.45, 1) * height if up else chance.between(0, 0.2) * height)
            points.append(f"{min(x, 300):.0f},{y:.0f}")
            up = not up
        points.append("300,450")
        ridges.append(tag("polygon", points=" ".join(points), fill=colour, opacity=0.95 if place else 0.8))
    return sun + "".join(ridges)


def sunset(chance: Chance, ink: Palette) -> str:
    """A sun sinking into bands of water."""
    x, y, radius = chance.between(110, 190), chance.between(150, 180), chance.between(72, 96)
    horizon = y + radius * chance.between(0.1, 0.45)
    parts = [
        tag("circle", cx=x, cy=y, r=radius, fill=ink.glow),
        tag("circle", cx=x, cy=y, r=radius * 0.72, fill=ink.paper, opacity=0.35),
        tag("rect", x=0, y=horizon, width=300, height=450 - horizon, fill=ink.deep),
    ]
    for place in range(9):
        wide = radius * 2 * (1 - place / 11) * chance.between(0.6, 1.05)
        top = horizon + 8 + place * (9 + place * 0.9)
        left = x - wide / 2 + chance.between(-14, 14)
        parts.append(tag("rect", x=left, y=top, width=wide, height=4, rx=2, fill=ink.glow, opacity=0.85 - place * 0.07))
    return "".join(parts)


def orbit(chance: Chance, ink: Palette) -> str:
    """A ringed planet among stars."""
    x, y, radius = chance.between(95, 205), chance.between(130, 185), chance.between(58, 84)
    stars = [
        tag("circle", cx=chance.between(0, 300), cy=chance.between(0, 330), r=chance.between(0.6, 1.9), fill=ink.paper)
        for _ in range(46)
    ]
    turn = f"rotate({chance.between(-32, 32):.0f} {x:.0f} {y:.0f})"
    rings = [
        tag(
            "ellipse",
            cx=x,
            cy=y,
            rx=radius * far,
            ry=radius * far * 0.26,
            fill="none",
            stroke=colour,
            stroke_width=wide,
            transform=turn,
        )
        for far, colour, wide in ((1.55, ink.glow, 5), (1.78, ink.mid, 2), (2.1, ink.glow, 1))
    ]
    half = f"M{x - radius:.0f} {y:.0f}A{radius:.0f} {radius:.0f} 0 0 1 {x + radius:.0f} {y:.0f}Z"
    planet = tag("circle", cx=x, cy=y, r=radius, fill=ink.mid) + tag(
        "circle", cx=x - radius * 0.22, cy=y - radius * 0.2, r=radius * 0.74, fill=ink.glow, opacity=0.5
    )
    moon = tag("circle", cx=300 - x, cy=y + chance.between(90, 120), r=chance.between(8, 15), fill=ink.paper)
    return "".join((*stars, *rings, planet, tag("path", d=half, fill=ink.glow, opacity=0.45, transform=turn), moon))


def doorway(chance: Chance, ink: Palette) -> str:
    """A lit door at the end of the dark, its light upon the floor."""
    x, wide, top, foot = chance.between(120, 180), chance.between(34, 54), chance.between(80, 110), 236.0
    spread = chance.between(70, 130)
    light = f"M{x - wide / 2:.0f} {foot:.0f}L{x + wide / 2:.0f} {foot:.0f}L{x + spread:.0f} 450L{x - spread:.0f} 450Z"
    figure_x = x + chance.between(-6, 6)
    return "".join(
        (
            tag("rect", width=300, height=foot, fill=ink.night),
            tag("rect", y=foot, width=300, height=450 - foot, fill=ink.deep),
            tag("path", d=light, fill=ink.glow, opacity=0.55),
            tag("rect", x=x - wide, y=top - 18, width=wide * 2, height=foot - top + 18, fill=ink.deep),
            tag("rect", x=x - wide / 2, y=top, width=wide, height=foot - top, fill=ink.glow),
            tag("rect", x=x - wide / 2 + 4, y=top + 4, width=wide - 8, height=foot - top - 4, fill=ink.paper),
            tag("circle", cx=figure_x, cy=foot - 56, r=7, fill=ink.night),
            tag("rect", x=figure_x - 6, y=foot - 47, width=12, height=52, rx=5, fill=ink.night),
        )
    )


def skyline(chance: Chance, ink: Palette) -> str:
    """Towers with a few windows lit, and a moon."""
    parts = [tag("circle", cx=chance.between(60, 240), cy=chance.between(70, 110), r=36, fill=ink.paper, opacity=0.9)]
    for colour, level in ((ink.mid, 190.0), (ink.deep, 235.0), (ink.night, 290.0)):
        x = -10.0
        while x < 300:
            wide, top = chance.between(24, 52), level - chance.between(0, 95)
            parts.append(tag("rect", x=x, y=top, width=wide, height=450 - top, fill=colour))
            if colour != ink.mid:
                parts.extend(_windows(chance, ink, x, wide, top))
            x += wide + chance.whole(0, 6)
    return "".join(parts)


def _windows(chance: Chance, ink: Palette, x: float, wide: float, top: float) -> list[str]:
    places = [(column, row) for row in range(5) for column in range(int(wide // 12)) if chance.chance_of(0.28)]
    return [
        tag("rect", x=x + 5 + column * 11, y=top + 9 + row * 15, width=5, height=8, fill=ink.glow)
        for column, row in places
    ]


def arches(chance: Chance, ink: Palette) -> str:
    """Arches within arches, a figure's path leading in."""
    x, foot = chance.between(120, 180), 320.0
    parts: list[str] = []
    colours = (ink.deep, ink.mid, ink.glow, ink.paper)
    half, height = chance.between(118, 140), chance.between(250, 280)
    for place, colour in enumerate(colours):
        shrink = 1 - place * 0.24
        parts.append(_arch(x, foot, half * shrink, height * (1 - place * 0.2), colour))
    ball = tag("circle", cx=x, cy=foot - height * 0.16, r=half * 0.13, fill=ink.night)
    return "".join(parts) + ball + tag("rect", y=foot, width=300, height=130, fill=ink.night)


def _arch(x: float, foot: float, half: float, height: float, colour: str) -> str:
    spring = foot - height + half
    path = (
        f"M{x - half:.1f} {foot:.1f}V{spring:.1f}A{half:.1f} {half:.1f} 0 0 1 {x + half:.1f} {spring:.1f}V{foot:.1f}Z"
    )
    return tag("path", d=path, fill=colour)


def eclipse(chance: Chance, ink: Palette) -> str:
    """A dark disc before a burning one."""
    x, y, radius = chance.between(120, 180), chance.between(135, 175), chance.between(74, 92)
    slip = chance.between(0.08, 0.2) * radius
    angle = chance.between(0, 2 * math.pi)
    rings = [
        tag("circle", cx=x, cy=y, r=radius + far, fill="none", stroke=ink.mid, stroke_width=1.5, opacity=1 - far / 150)
        for far in range(14, 140, 14)
    ]
    return "".join(
        (
            *rings,
            tag("circle", cx=x, cy=y, r=radius, fill=ink.glow),
            tag(
                "circle",
                cx=x + slip * math.cos(angle),
                cy=y + slip * math.sin(angle),
                r=radius * 0.95,
                fill=ink.night,
            ),
        )
    )
