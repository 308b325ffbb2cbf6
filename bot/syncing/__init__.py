"""Reads media servers: who is there and may open what, what is on the shelves, and what was watched."""
