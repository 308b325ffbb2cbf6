"""Learning what a viewer likes."""
