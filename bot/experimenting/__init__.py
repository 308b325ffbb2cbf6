"""Experiments as they are typed and told, in the chat and the shell alike."""
