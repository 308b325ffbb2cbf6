"""A Discord of our own: REST and gateway as real servers, to which an unmodified discord.py talks."""
