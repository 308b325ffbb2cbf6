"""The side server: companion pages, health, sign-in."""
