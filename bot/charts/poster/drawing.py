"""Puts a poster together: ground, composition, shade for the words, title and facts."""

from __future__ import annotations

from dataclasses import dataclass

from bot.charts.poster.chance import Chance
from bot.charts.poster.families import compose
from bot.charts.poster.lettering import Lettering, set_title
from bot.charts.poster.palettes import PALETTES, Palette
from bot.charts.svg import SANS, document, plain, tag, text

WIDTH, HEIGHT, MARGIN = 300.0, 450.0, 22.0


@dataclass(frozen=True, slots=True)
class PosterFacts:
    """What a poster is drawn from. Words are in the reader's language, the art is the same for all."""

    id: str
    title: str
    facts: str = ""
    """One short line, such as “1999 · Film”."""
    genres: tuple[str, ...] = ()
    printed: bool = False
    """A manga: dots and lines as in print."""


def draw_poster(about: PosterFacts) -> str:
    """An SVG of 300 × 450; the same facts give the same bytes."""
    title = plain(about.title).strip() or "?"
    art, ink, font = compose(Chance(about.id), about.genres, printed=about.printed)
    lettering = set_title(title, WIDTH - 2 * MARGIN)
    lowest = HEIGHT - (60 if about.facts else 30)
    first = lowest - (len(lettering.lines) - 1) * lettering.size * 1.12
    shade_top = max(40.0, first - lettering.size - 74)
    return document(
        WIDTH,
        HEIGHT,
        title,
        _grounds(ink, shade_top),
        tag("rect", width=WIDTH, height=HEIGHT, fill="url(#ground)"),
        art,
        tag("rect", y=shade_top, width=WIDTH, height=HEIGHT - shade_top, fill="url(#shade)"),
        *_title(lettering, first, ink, font),
        _facts(about.facts, lettering, ink),
    )


def neutral_poster(label: str) -> str:
    """What is shown where there is nothing to show: no title, no hint of one."""
    ink = PALETTES["noir"]
    frame = tag("rect", x=96, y=150, width=108, height=150, rx=8, fill="none", stroke=ink.mid, stroke_width=4)
    return document(
        WIDTH, HEIGHT, label, tag("rect", width=WIDTH, height=HEIGHT, fill=ink.night), frame,
        tag("circle", cx=150, cy=225, r=22, fill="none", stroke=ink.mid, stroke_width=4),
    )  # fmt: skip


def _grounds(ink: Palette, shade_top: float) -> str:
    full = (first_full(shade_top) - shade_top) / (HEIGHT - shade_top)
    return tag(
        "defs",
        tag(
            "linearGradient",
            tag("stop", offset=0, stop_color=ink.deep),
            tag("stop", offset=1, stop_color=ink.night),
            id="ground", x1=0, y1=0, x2=0, y2=1,
        ),
        tag(
            "linearGradient",
            tag("stop", offset=0, stop_color=ink.night, stop_opacity=0),
            tag("stop", offset=full, stop_color=ink.night, stop_opacity=0.86),
            tag("stop", offset=1, stop_color=ink.night, stop_opacity=0.97),
            id="shade", x1=0, y1=0, x2=0, y2=1,
        ),
    )  # fmt: skip


def first_full(shade_top: float) -> float:
    """Where the shade is dark enough to write upon, some way below where it begins."""
    return min(shade_top + 80, HEIGHT - 60)


def _title(lettering: Lettering, first: float, ink: Palette, font: str) -> list[str]:
    side = WIDTH - MARGIN if lettering.right_to_left else MARGIN
    return [
        text(
            line,
            x=side,
            y=first + place * lettering.size * 1.12,
            direction="rtl" if lettering.right_to_left else None,
            font_family=font,
            font_size=lettering.size,
            font_weight="700",
            fill=ink.paper,
        )
        for place, line in enumerate(lettering.lines)
    ]


def _facts(facts: str, lettering: Lettering, ink: Palette) -> str:
    if not facts:
        return ""
    side = WIDTH - MARGIN if lettering.right_to_left else MARGIN
    anchor = "end" if lettering.right_to_left else "start"
    rule = tag(
        "rect", x=side - (34 if lettering.right_to_left else 0), y=HEIGHT - 41, width=34, height=3, fill=ink.glow
    )
    line = text(
        facts, x=side, y=HEIGHT - 17, text_anchor=anchor, font_family=SANS, font_size=17, fill=ink.paper, opacity=0.85
    )
    return rule + line
