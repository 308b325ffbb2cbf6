"""The server for the platform of this name: see ``tests.fakes.talk``."""
