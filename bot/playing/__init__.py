"""Playing: which copies a person may open, in what quality, on which devices, and what is on now."""
