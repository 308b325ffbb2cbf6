"""From interactions to a taste profile, incrementally."""
