"""Between rows and the engine's values; nothing here knows a database."""
