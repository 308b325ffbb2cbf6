"""Contract suites, an in-memory store, generators of worlds."""
