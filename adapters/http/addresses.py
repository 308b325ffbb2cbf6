"""Addresses of requests and of where answers point to. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import quote, urlencode

from yarl import URL

Parameter = str | int | float | bool | None
Parameters = Mapping[str, Parameter | Iterable[str]]
"""None is left out; several values repeat the name."""


def address(base: str, path: str, params: Parameters | None = None) -> URL:
    """Where a request goes. Raises ValueError where that is no address.

    Values are encoded to the last sign: some services refuse a colon or a plus in them.
    """
    whole = URL(f"{base.rstrip('/')}/{path.lstrip('/')}")
    if whole.scheme not in {"http", "https"} or not whole.host:
        raise ValueError("no address of a web server")
    pairs = [(name, text) for name, value in (params or {}).items() for text in _texts(value)]
    if not pairs:
        return whole
    joint = "&" if whole.query_string else "?"
    return URL(f"{whole}{joint}{urlencode(pairs, quote_via=quote, safe='')}", encoded=True)


def may_follow(origin: URL, target: URL) -> bool:
    """Whether a redirect stays with the server that has our secret, at least as safe as before."""
    if origin.host != target.host:
        return False
    return origin.origin() == target.origin() or (origin.scheme == "http" and target.scheme == "https")


def _texts(value: Parameter | Iterable[str]) -> list[str]:
    if value is None:
        return []
    if isinstance(value, bool):
        return ["true" if value else "false"]
    return [str(value)] if isinstance(value, str | int | float) else list(value)
