"""Where the tests of all platforms look for it."""

from __future__ import annotations

from tests.fakes.talk.driver import TalkDriver, open_driver

__all__ = ["TalkDriver", "open_driver"]
