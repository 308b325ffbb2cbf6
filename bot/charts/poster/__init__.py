"""Posters drawn from nothing but a title's facts: the same title always gets the same poster."""

from bot.charts.poster.drawing import PosterFacts, draw_poster, neutral_poster

__all__ = ["PosterFacts", "draw_poster", "neutral_poster"]
