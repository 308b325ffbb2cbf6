"""Which servers tell truly who reacted. Pure."""

from __future__ import annotations

import re
from typing import cast

_VERSION = re.compile(r"(\d{1,4})\.(\d{1,4})\.(\d{1,4})(?:-([a-z]+)\.?(\d{0,4}))?", re.IGNORECASE)
_FIRST_TRUE = (22, 0, 9)
"""Before it, and in all of 21, the author of the message was named instead (its changelog, 12 February 2026)."""
_FIRST_TRUE_CANDIDATE = 2
"""Of 23.0.0 (its changelog, 29 January 2026)."""


def tells_who_reacted(version: str) -> bool:
    """Whether a server with that version of Talk may be believed; what is not known is not believed."""
    match = _VERSION.match(version)
    if match is None:
        return False
    number = (int(match[1]), int(match[2]), int(match[3]))
    if number == (23, 0, 0) and match[4]:
        return match[4].lower() == "rc" and int(match[5] or 0) >= _FIRST_TRUE_CANDIDATE
    return number > _FIRST_TRUE or (number == _FIRST_TRUE and not match[4])


def version_in(capabilities: object) -> str:
    """Talk's version in what ``/cloud/capabilities`` answers; empty where it is not told."""
    found = capabilities
    for name in ("ocs", "data", "capabilities", "spreed", "version"):
        found = cast("dict[str, object]", found).get(name) if isinstance(found, dict) else None
    return found if isinstance(found, str) else ""
