"""Transcripts in, transcripts out."""
