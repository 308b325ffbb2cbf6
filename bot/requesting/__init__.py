"""Wishes for titles: found, asked of whoever gets them, followed, and told of once they can be played."""
