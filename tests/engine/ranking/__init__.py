"""Ranking, its reasons and its front door."""
