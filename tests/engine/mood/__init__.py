"""Reading mood requests."""
