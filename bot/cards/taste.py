"""A taste profile as text with little bars."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from bot.charts.radar import Spoke, radar
from engine.domain.items import Item
from engine.domain.taste_view import GenreTaste, Mood, TasteView

if TYPE_CHECKING:
    from bot.i18n import Translator

WIDTH = 10
SPOKES, FEWEST_SPOKES = 8, 3
_GENRES, _PEOPLE, _MOODS, _DISLIKED = 6, 4, 4, 3


def cited(view: TasteView) -> list[str]:
    """The titles that the text will name."""
    people = [item_id for person in view.people[:_PEOPLE] for item_id in person.item_ids[:2]]
    moods = [item_id for mood in view.moods[:_MOODS] for item_id in mood.item_ids[:2]]
    return [*people, *moods, *view.disliked[:_DISLIKED]]


def taste_text(view: TasteView, items: Mapping[str, Item], speak: Translator) -> str:
    """Genres, people and moods that were learned. ``items``: the titles that may be named."""
    told = [speak.text("taste-known", count=view.interactions)]
    if not view.meaningful:
        told.append(speak.text("taste-thin"))
    genres = sorted(view.genres, key=lambda genre: -abs(genre.affinity))[:_GENRES]
    told.extend(_section(speak.text("taste-genres"), [_genre(genre, genres, speak) for genre in _best_first(genres)]))
    told.extend(_section(speak.text("taste-people"), _people(view, items, speak)))
    told.extend(_section(speak.text("taste-moods"), [_mood(mood, items, speak) for mood in view.moods[:_MOODS]]))
    disliked = [speak.title(items[item_id]) for item_id in view.disliked[:_DISLIKED] if item_id in items]
    told.extend(_section(speak.text("taste-disliked"), [speak.list(disliked)] if disliked else []))
    return "\n".join(told)


def taste_radar(view: TasteView, speak: Translator, *, alone: bool = False) -> str:
    """The genres met most often as an SVG, to the scale of the strongest feeling; empty where they are too few."""
    most = sorted((one for one in view.genres if one.started), key=lambda one: -one.started)[:SPOKES]
    if len(most) < FEWEST_SPOKES:
        return ""
    strongest = max(abs(one.affinity) for one in most) or 1.0
    ordered = sorted(most, key=lambda one: one.genre)
    spokes = [Spoke(speak.genre(one.genre), one.affinity / strongest) for one in ordered]
    return radar(spokes, title=speak.text("web-radar"), description=speak.text("web-radar.body"), alone=alone)


def bar(share: float) -> str:
    """``share`` 0–1 as ten little squares."""
    full = round(min(max(share, 0.0), 1.0) * WIDTH)
    return "█" * full + "░" * (WIDTH - full)


def _best_first(genres: list[GenreTaste]) -> list[GenreTaste]:
    return sorted(genres, key=lambda genre: -genre.affinity)


def _section(heading: str, lines: list[str]) -> list[str]:
    lines = [line for line in lines if line]
    return ["", heading, *lines] if lines else []


def _genre(genre: GenreTaste, shown: list[GenreTaste], speak: Translator) -> str:
    most = max(abs(other.affinity) for other in shown) or 1.0
    sign = "−" if genre.affinity < 0 else " "
    line = f"{sign}{bar(abs(genre.affinity) / most)} {speak.genre(genre.genre)}"
    if not genre.started:
        return line
    return f"{line} · " + speak.text("taste-finished", finished=genre.finished, started=genre.started)


def _people(view: TasteView, items: Mapping[str, Item], speak: Translator) -> list[str]:
    told: list[str] = []
    for person in view.people[:_PEOPLE]:
        titles = [speak.title(items[item_id]) for item_id in person.item_ids[:2] if item_id in items]
        if titles:
            told.append(f"{person.name} ({speak.text(f'role-{person.role}')}) · {speak.list(titles)}")
    return told


def _mood(mood: Mood, items: Mapping[str, Item], speak: Translator) -> str:
    titles = [speak.title(items[item_id]) for item_id in mood.item_ids[:2] if item_id in items]
    if not titles:
        return ""
    genres = speak.list([speak.genre(genre) for genre in mood.genres[:2]])
    named = speak.text("taste-mood-titles", titles=speak.list(titles))
    return f"{bar(mood.share)} " + " · ".join(part for part in (genres, named) if part)
