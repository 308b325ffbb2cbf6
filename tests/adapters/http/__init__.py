"""Tests of the way to services that are not ours."""
