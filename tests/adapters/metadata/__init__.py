"""Tests of adapters, mirroring the source."""
