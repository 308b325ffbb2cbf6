"""Offline evaluation: what people liked later, ranked from what they did before."""
