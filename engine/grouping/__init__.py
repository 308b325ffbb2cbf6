"""Several people at once: ranking for all of them, and the evening on which they decide."""
