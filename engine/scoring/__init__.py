"""What a scorer may know, and what it is asked."""
