"""Media servers: a folder for each vendor."""
