"""Compositions of plain shapes: tiles, petals, stripes, rays, rings. All within 300 × 450."""

from __future__ import annotations

import math

from bot.charts.poster.chance import Chance
from bot.charts.poster.palettes import Palette
from bot.charts.svg import number, tag


def tiles(chance: Chance, ink: Palette) -> str:
    """A grid of quarter discs, half discs and squares."""
    side, parts = 75, [tag("rect", width=300, height=450, fill=ink.deep)]
    colours = (ink.mid, ink.glow, ink.paper, ink.night)
    for row in range(4):
        for column in range(4):
            x, y = column * side, row * side
            parts.append(tag("rect", x=x, y=y, width=side, height=side, fill=chance.one_of((ink.deep, ink.mid))))
            parts.append(_tile(chance, x, y, side, chance.one_of(colours)))
    return "".join(parts)


def _tile(chance: Chance, x: int, y: int, side: int, colour: str) -> str:
    kind, turn = chance.whole(0, 3), chance.whole(0, 3) * 90
    about = f"rotate({turn} {x + side / 2} {y + side / 2})"
    if kind == 0:
        return tag("circle", cx=x + side / 2, cy=y + side / 2, r=side * 0.3, fill=colour)
    if kind == 1:
        return tag("path", d=f"M{x} {y}h{side}a{side} {side} 0 0 1 {-side} {side}Z", fill=colour, transform=about)
    half = side / 2
    if kind == 2:
        return tag("path", d=f"M{x} {y}a{half} {half} 0 0 0 {side} 0Z", fill=colour, transform=about)
    return tag("path", d=f"M{x} {y}L{x + side} {y + side}L{x} {y + side}Z", fill=colour, transform=about)


def petals(chance: Chance, ink: Palette) -> str:
    """Flowers and discs drifting."""
    parts: list[str] = []
    for _ in range(7):
        x, y, size = chance.between(10, 290), chance.between(10, 310), chance.between(20, 52)
        count, colour = chance.whole(5, 8), chance.one_of((ink.mid, ink.glow, ink.paper))
        turn = chance.between(0, 60)
        for petal in range(count):
            angle = turn + 360 * petal / count
            parts.append(
                tag(
                    "ellipse",
                    cx=x,
                    cy=y - size * 0.55,
                    rx=size * 0.26,
                    ry=size * 0.5,
                    fill=colour,
                    opacity=0.9,
                    transform=f"rotate({angle:.0f} {x:.1f} {y:.1f})",
                )
            )
        parts.append(tag("circle", cx=x, cy=y, r=size * 0.2, fill=ink.deep))
    return "".join(parts)


def blinds(chance: Chance, ink: Palette) -> str:
    """Light through slats across a wall, and a round lamp."""
    lean, step = chance.between(-60, 60), chance.between(20, 30)
    lamp = tag(
        "circle", cx=chance.between(70, 230), cy=chance.between(90, 190), r=chance.between(56, 78), fill=ink.glow
    )
    slats: list[str] = []
    y = -60.0
    while y < 450:
        thick = step * chance.between(0.42, 0.6)
        points = f"0,{y:.0f} 300,{y + lean:.0f} 300,{y + lean + thick:.0f} 0,{y + thick:.0f}"
        slats.append(tag("polygon", points=points, fill=ink.night, opacity=0.88))
        y += step
    return tag("rect", width=300, height=450, fill=ink.mid, opacity=0.55) + lamp + "".join(slats)


def burst(chance: Chance, ink: Palette) -> str:
    """Shards flying from one point."""
    x, y, parts = chance.between(90, 210), chance.between(130, 210), list[str]()
    angle = chance.between(0, 20)
    while angle < 375:
        wide, far = chance.between(5, 15), chance.between(230, 520)
        colour = chance.one_of((ink.mid, ink.glow, ink.deep, ink.mid))
        ends = [
            (x + far * math.cos(math.radians(a)), y + far * math.sin(math.radians(a))) for a in (angle, angle + wide)
        ]
        path = f"{x:.0f},{y:.0f} " + " ".join(f"{px:.0f},{py:.0f}" for px, py in ends)
        parts.append(tag("polygon", points=path, fill=colour, opacity=0.92))
        angle += wide + chance.between(3, 12)
    core = chance.between(26, 44)
    return "".join(parts) + tag("circle", cx=x, cy=y, r=core, fill=ink.paper)


def contours(chance: Chance, ink: Palette) -> str:
    """Height lines of an unknown country."""
    x, y = chance.between(80, 220), chance.between(110, 210)
    wobble = [(chance.between(0.04, 0.16), chance.between(0, 6.28), wave) for wave in (2, 3, 5)]
    parts: list[str] = []
    for ring in range(15, 0, -1):
        points: list[str] = []
        for step in range(48):
            angle = 2 * math.pi * step / 48
            far = ring * 21 * (1 + sum(size * math.sin(wave * angle + at) for size, at, wave in wobble))
            points.append(f"{x + far * math.cos(angle):.0f},{y + far * math.sin(angle) * 0.86:.0f}")
        filled = {4: ink.mid, 2: ink.glow}.get(ring, "none")
        parts.append(
            tag("polygon", points=" ".join(points), fill=filled, stroke=ink.glow, stroke_width=1.2, opacity=0.75)
        )
    return "".join(parts)


def grooves(chance: Chance, ink: Palette) -> str:
    """A record, or the bars of a spectrum."""
    if chance.chance_of(0.5):
        return _spectrum(chance, ink)
    x, y = chance.between(70, 230), chance.between(120, 180)
    rings = [
        tag("circle", cx=x, cy=y, r=far, fill="none", stroke=ink.mid, stroke_width=1.4 if far % 24 else 4)
        for far in range(56, 176, 6)
    ]
    disc = tag("circle", cx=x, cy=y, r=178, fill=ink.night)
    label = tag("circle", cx=x, cy=y, r=46, fill=ink.glow) + tag("circle", cx=x, cy=y, r=6, fill=ink.night)
    return "".join((disc, *rings, label))


def _spectrum(chance: Chance, ink: Palette) -> str:
    bars: list[str] = []
    for place in range(15):
        tall = chance.between(30, 230) * math.sin(math.pi * (place + 1) / 16)
        colour = ink.glow if place % 3 else ink.paper
        bars.append(tag("rect", x=8 + place * 19.2, y=170 - tall / 2, width=11, height=tall, rx=5.5, fill=colour))
    return "".join(bars)


def moons(chance: Chance, ink: Palette) -> str:
    """Two discs that overlap: two people, two lives."""
    y, radius, gap = chance.between(140, 180), chance.between(66, 86), chance.between(34, 58)
    tilt = chance.between(-40, 40)
    left, right = (150 - gap, y - tilt / 2), (150 + gap, y + tilt / 2)
    near = math.hypot(gap * 2, tilt) / 2
    reach = math.sqrt(max(radius**2 - near**2, 1.0))
    across, down = -tilt / (near * 2) * reach, gap * 2 / (near * 2) * reach
    top, foot = (150 + across, y + down), (150 - across, y - down)
    rim = f"A{number(radius)} {number(radius)} 0 0 1"
    start, end = (f"{number(x)} {number(y)}" for x, y in (top, foot))
    lens = f"M{start}{rim} {end}{rim} {start}Z"
    return "".join(
        (
            tag("circle", cx=left[0], cy=left[1], r=radius, fill=ink.mid),
            tag("circle", cx=right[0], cy=right[1], r=radius, fill=ink.glow),
            tag("path", d=lens, fill=ink.paper),
        )
    )


def halftone(chance: Chance, ink: Palette) -> str:
    """Printed dots that grow towards a light, and a slanted panel."""
    x, y, parts = chance.between(40, 260), chance.between(20, 140), list[str]()
    for row in range(22):
        for column in range(16):
            px, py = column * 20 + (10 if row % 2 else 0), row * 17
            near = max(0.0, 1 - math.hypot(px - x, py - y) / 330)
            if near > 0.08:
                parts.append(tag("circle", cx=px, cy=py, r=near * 10.5, fill=ink.glow))
    slant = chance.between(-50, 50)
    panel = f"0,{250 - slant:.0f} 300,{250 + slant:.0f} 300,{262 + slant:.0f} 0,{262 - slant:.0f}"
    return "".join(parts) + tag("polygon", points=panel, fill=ink.paper)
