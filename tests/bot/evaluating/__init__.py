"""Evaluation on files and on the household."""
