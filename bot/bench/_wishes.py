"""Sentences as people type them, with titles and names of a generated world put in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from engine.domain.items import Item

TEXTS = (
    "like {title} but funnier",
    "something like {title} or {other}, under 100 minutes",
    "cozy rainy day",
    "under 100 minutes, nothing sad",
    "a Korean thriller from the 90s",
    "with {person}",
    "for the kids, not animated",
    "a slow film about grief and the sea",
    "robots that learn to feel, not too dark",
    "not a horror film, but scary",
    "two friends rob a bank and everything goes wrong",
    "short and sweet",
    "an old black and white western",
    "directed by {person}, newer than 2010",
    "something to watch while I am ironing",
    "was Lustiges für einen verregneten Abend",
    "wie {title}, aber kürzer",
    "ein französischer Krimi aus den 70ern, nichts Trauriges",
    "mit {person}, höchstens zwei Stunden",
    "eine Serie über eine Familie, die ein Restaurant hat",
    "comme {title} mais plus drôle",
    "un film court pour les enfants",
    "quelque chose de japonais, calme et mélancolique",
    "une histoire de vengeance en mer, pas de guerre",
)
"""English first of all, then German and French."""


def wishes(items: Sequence[Item], rng: np.random.Generator) -> Iterator[str]:
    """Texts without end, in random order; ``items`` are those that they speak of."""
    while True:
        for place in rng.permutation(len(TEXTS)):
            first, second = (items[int(row)] for row in rng.integers(0, len(items), 2))
            yield TEXTS[int(place)].format(title=first.title, other=second.title, person=first.credits[0].name)
