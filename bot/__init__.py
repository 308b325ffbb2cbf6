"""The conversation: commands, presses, cards, jobs and the companion page; no platform and no vendor."""
