"""What went wrong on the way, as errors that tell nothing of addresses with secrets in them."""

from __future__ import annotations

import socket
import ssl

import aiohttp

from engine.errors import SourceRejected, SourceUnavailable

_TLS = (aiohttp.ClientSSLError, ssl.SSLError)
_NO_HOST = (aiohttp.ClientConnectorDNSError, socket.gaierror)


def failure(name: str, error: BaseException) -> SourceUnavailable | SourceRejected:
    """``error`` of a call to the instance ``name``, told by its kind alone: its text may quote the address."""
    chain = list(_chain(error))
    if any(_is_tls(part) for part in chain):
        return SourceUnavailable("integration-tls", name=name)
    if any(isinstance(part, _NO_HOST) or type(part).__name__ == "NameResolutionError" for part in chain):
        return SourceUnavailable("integration-host-unknown", name=name)
    if isinstance(error, ValueError):
        return SourceRejected("integration-address-wrong", name=name)
    return SourceUnavailable("integration-unavailable", name=name, reason=type(error).__name__)


def _is_tls(error: BaseException) -> bool:
    return isinstance(error, _TLS) or type(error).__name__ == "SSLError"


def _chain(error: BaseException) -> list[BaseException]:
    """The error and what it came from: SDKs wrap the sockets' errors in arguments and contexts alike."""
    found: list[BaseException] = []
    waiting: list[object] = [error]
    while waiting and len(found) < 20:
        part = waiting.pop()
        if isinstance(part, BaseException) and part not in found:
            found.append(part)
            waiting += [part.__cause__, part.__context__, getattr(part, "reason", None), *part.args]
    return found
