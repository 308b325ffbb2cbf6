"""Lists of ours in the servers' own apps: a playlist for a person, and a collection for a library."""
