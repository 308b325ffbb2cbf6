"""What a service answered, and which answers are errors."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from engine.errors import RateLimited, RecommendarrError, SourceRejected, SourceUnavailable

LONGEST_WAIT = 86_400.0
"""Seconds that are believed: nobody who is well asks for more."""
UNSAID = 2.0
"""Seconds to wait where a service asks for patience without saying how much."""


@dataclass(frozen=True, slots=True)
class Reply:
    """Status, headers with keys in lower case, and the whole body."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    name: str = ""
    """Of the instance that answered."""

    def json(self) -> object:
        """The body's value. Raises SourceUnavailable ``integration-unreadable`` where it is no JSON."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError) as error:
            raise SourceUnavailable("integration-unreadable", name=self.name, reason="no JSON") from error


def refusal(reply: Reply, now: datetime) -> RecommendarrError | None:
    """The error that a status stands for; None for those whose meaning is the caller's to know."""
    reason = f"HTTP {reply.status}"
    if reply.status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
        return SourceRejected("integration-rejected", name=reply.name, reason=reason)
    wait = retry_after(reply.headers.get("retry-after", ""), now)
    if reply.status == HTTPStatus.TOO_MANY_REQUESTS:
        return RateLimited("integration-rate-limited", name=reply.name, retry_after=UNSAID if wait is None else wait)
    if reply.status >= HTTPStatus.INTERNAL_SERVER_ERROR or reply.status == HTTPStatus.REQUEST_TIMEOUT:
        return SourceUnavailable("integration-unavailable", name=reply.name, reason=reason, retry_after=wait)
    return None


def retry_after(text: str, now: datetime) -> float | None:
    """Seconds from now that a Retry-After header names, as a number or as a date (RFC 9110, 10.2.3)."""
    try:
        seconds = float(text)
    except ValueError:
        return _until(text, now)
    return min(max(0.0, seconds), LONGEST_WAIT) if math.isfinite(seconds) else None


def _until(text: str, now: datetime) -> float | None:
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return min(max(0.0, (aware - now).total_seconds()), LONGEST_WAIT)
