"""From slates and items to the neutral vocabulary."""
