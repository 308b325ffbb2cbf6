"""Which compositions and colours suit which genre."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType

from bot.charts.poster import patterns, scenes
from bot.charts.poster.chance import Chance
from bot.charts.poster.palettes import PALETTES, Palette
from bot.charts.svg import SANS, SERIF

Composition = Callable[[Chance, Palette], str]

_FAMILIES: MappingProxyType[str, tuple[tuple[Composition, ...], tuple[str, ...], str]] = MappingProxyType(
    {
        "Western": ((scenes.peaks, scenes.sunset), ("desert", "sun", "ember"), SERIF),
        "Film Noir": ((patterns.blinds, scenes.skyline), ("noir", "steel"), SERIF),
        "Music": ((patterns.grooves,), ("neon", "plum", "sun", "cobalt"), SANS),
        "Documentary": ((patterns.contours,), ("jade", "ocean", "steel", "desert"), SANS),
        "Horror": ((scenes.doorway, scenes.eclipse), ("blood", "noir", "ember"), SERIF),
        "Science Fiction": ((scenes.orbit, scenes.eclipse, scenes.orbit), ("neon", "cobalt", "ocean", "dusk"), SANS),
        "War": ((patterns.burst, patterns.contours, scenes.peaks), ("steel", "ember", "forest"), SERIF),
        "Fantasy": ((scenes.peaks, scenes.arches, scenes.orbit), ("dusk", "forest", "plum", "jade"), SERIF),
        "Animation": ((patterns.petals, scenes.peaks, patterns.tiles), ("mint", "rose", "cobalt", "sun"), SANS),
        "Family": ((patterns.tiles, patterns.petals), ("mint", "sun", "ocean", "rose"), SANS),
        "Romance": ((patterns.moons, scenes.sunset, patterns.petals), ("rose", "plum", "dusk", "ember"), SERIF),
        "Crime": ((scenes.skyline, patterns.blinds, patterns.burst), ("steel", "blood", "noir", "dusk"), SANS),
        "Mystery": ((scenes.eclipse, patterns.blinds, scenes.arches), ("plum", "steel", "noir", "ocean"), SERIF),
        "Thriller": ((scenes.doorway, patterns.blinds, scenes.eclipse), ("blood", "steel", "cobalt", "noir"), SANS),
        "Action": ((patterns.burst, scenes.skyline), ("ember", "neon", "sun", "cobalt"), SANS),
        "Adventure": ((scenes.peaks, patterns.contours), ("desert", "forest", "ocean", "sun"), SANS),
        "Comedy": ((patterns.tiles, patterns.moons, patterns.petals), ("sun", "mint", "rose", "cobalt"), SANS),
        "History": ((scenes.arches, patterns.contours), ("desert", "steel", "forest"), SERIF),
        "Drama": (
            (scenes.arches, scenes.sunset, patterns.moons, scenes.peaks),
            ("dusk", "arctic", "ocean", "ember", "forest", "plum"),
            SERIF,
        ),
    }
)
_PRINTED: tuple[Composition, ...] = (patterns.halftone, patterns.burst, patterns.petals)


def compose(chance: Chance, genres: tuple[str, ...], *, printed: bool) -> tuple[str, Palette, str]:
    """The drawing, its colours and the font for the title. The most telling of ``genres`` decides."""
    telling = next((genre for genre in _FAMILIES if genre in genres), "Drama")
    compositions, palettes, font = _FAMILIES[telling]
    ink = PALETTES[chance.one_of(palettes)]
    composition = chance.one_of(_PRINTED if printed else compositions)
    return composition(chance, ink), ink, font
