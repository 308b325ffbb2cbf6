"""The demo household that a newcomer meets."""
