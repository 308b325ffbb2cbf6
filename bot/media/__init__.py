"""The media stack of the household: which services are there, how they are, and what they can do."""
