"""Where an error happened, for the log, without the error's own words, which may quote a person or a secret."""

from __future__ import annotations

import traceback


def trace_of(error: BaseException) -> str:
    """Its kind, and a line for each frame."""
    frames = (f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__))
    return "\n".join((type(error).__name__, *frames))
