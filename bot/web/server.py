"""Starts and stops the side server."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from aiohttp import web

from bot.services import Services
from bot.web.application import build_application
from engine.errors import Misconfigured

NEXT_PORTS = 20
"""How many ports the demo tries after the one configured, before it takes any."""


@dataclass(frozen=True, slots=True)
class RunningServer:
    """A server that answers at ``url`` until it is closed."""

    url: str
    """As people reach it, without a trailing slash."""
    port: int
    runner: web.AppRunner

    async def close(self) -> None:
        """Finish the requests under way and free the port."""
        await self.runner.cleanup()


async def start_server(
    services: Services, host: str, port: int, side_doors: Iterable[Callable[[web.Application], None]] = ()
) -> RunningServer:
    """Serve on ``host`` and ``port`` (0: any free one). Raises Misconfigured where that cannot be had.

    The demo takes the next free port instead of stopping.
    """
    runner = web.AppRunner(build_application(services, side_doors), access_log=None, shutdown_timeout=3.0)
    await runner.setup()
    ports = [port, *range(port + 1, min(port + 1 + NEXT_PORTS, 65_536)), 0] if services.demo and port else [port]
    try:
        taken = await _listen(runner, host, ports)
    except BaseException:
        await runner.cleanup()
        raise
    own = f"http://{_address(host)}:{taken}"
    return RunningServer((services.settings.public_url or own).rstrip("/"), taken, runner)


async def _listen(runner: web.AppRunner, host: str, ports: list[int]) -> int:
    for candidate in ports:
        try:
            await web.TCPSite(runner, host, candidate).start()
        except socket.gaierror:
            raise Misconfigured("host-unknown", host=host) from None
        except OSError as error:
            if error.errno == errno.EADDRINUSE and candidate != ports[-1]:
                continue
            raise _explained(error, host, candidate) from error
        return int(runner.addresses[0][1])
    raise Misconfigured("port-taken", port=ports[0])


def _explained(error: OSError, host: str, port: int) -> Misconfigured:
    if error.errno == errno.EADDRINUSE:
        return Misconfigured("port-taken", port=port)
    if error.errno in {errno.EACCES, errno.EPERM}:
        return Misconfigured("port-forbidden", port=port)
    return Misconfigured("host-unknown", host=host)


def _address(host: str) -> str:
    """Where a browser on this machine finds a server that listens on ``host``."""
    if host in {"", "0.0.0.0", "::"}:  # noqa: S104 – compared with, not listened on
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host
