"""The outside: a folder per port, a folder per vendor."""
