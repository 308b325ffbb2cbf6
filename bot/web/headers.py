"""What every response says about itself: nothing may be loaded from elsewhere, nothing personal may be kept."""

from __future__ import annotations

from types import MappingProxyType

from aiohttp import web
from aiohttp.typedefs import Handler

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
GUARDS = MappingProxyType(
    {
        "Content-Security-Policy": POLICY,
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    }
)


@web.middleware
async def guard_responses(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Adds the guards to whatever is answered; what says nothing about keeping is not kept."""
    response = await handler(request)
    response.headers.update(GUARDS)
    response.headers.setdefault("Cache-Control", "no-store")
    response.headers["Server"] = "Recommendarr"
    return response
