"""Calls to services that are not ours: limited, repeated where that is safe, and given a rest when they fail."""

from adapters.http.replies import Reply
from adapters.http.service import HttpService

__all__ = ["HttpService", "Reply"]
