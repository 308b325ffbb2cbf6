"""People's own accounts on media servers: proving them, keeping their keys, taking them back."""
