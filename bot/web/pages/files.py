"""Stylesheet, script and icon; and whether the server lives."""

from __future__ import annotations

from aiohttp import web

from bot.web.page import Page
from bot.web.state import ASSETS, SERVICES

FOR_GOOD = "public, max-age=31536000, immutable"
FOR_AN_HOUR = "public, max-age=3600"


async def static(request: web.Request) -> web.Response:
    """A file of ours; kept for good where the address names its content."""
    asset = request.app[ASSETS].get(request.match_info["name"])
    if asset is None:
        raise web.HTTPNotFound
    named = request.query.get("v") == asset.digest
    headers = {"ETag": f'"{asset.digest}"', "Cache-Control": FOR_GOOD if named else FOR_AN_HOUR}
    if any(known.value == asset.digest for known in request.if_none_match or ()):
        return web.Response(status=304, headers=headers)
    return web.Response(body=asset.content, content_type=asset.content_type, charset="utf-8", headers=headers)


async def health(request: web.Request) -> web.Response:
    """Alive, and how far the start has come; nothing about anybody."""
    snapshots = request.app[SERVICES].snapshots
    ready = len(snapshots.current.ids) > 0
    return web.json_response({"status": "ok", "catalogue": ready, "embedded": round(snapshots.embedded_share, 3)})


PAGE = Page("files", (web.get("/static/{name}", static), web.get("/health", health)))
