"""From a situation to picks, exclusions and refusals."""
