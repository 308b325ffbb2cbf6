"""One file per protocol of ``engine.ports.storage``."""
