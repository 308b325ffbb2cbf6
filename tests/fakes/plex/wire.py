"""How Plex writes: one tree, as XML unless JSON is asked for; checked against the description in any case."""

from __future__ import annotations

import json
from typing import Any
from xml.sax.saxutils import quoteattr

from aiohttp import web

from tests.fakes.openapi import OpenApi

DESCRIPTION = OpenApi("plex.json")
_TAGS = {"movie": "Video", "episode": "Video", "show": "Directory", "collection": "Directory", "playlist": "Playlist"}
_BESIDE = frozenset(
    {
        *("x-plex-container-start", "x-plex-container-size", "includeelements", "excludeelements", "excludefields"),
        *(
            "includeguids",
            "type",
            "title",
            "smart",
            "sort",
            "includechapters",
            "includerelated",
            "summary",
            "updatedat",
            "addedat",
            "episode.addedat",
            "createdat",
            "label",
        ),
    }
)
"""What servers take in queries, though it is not described everywhere."""


SAMPLE = 12


class Wrong(list[str]):
    """What was against the description in either direction, where it is looked at."""

    def __init__(self, *, check: bool = True) -> None:
        super().__init__()
        self.check = check


def check_request(wrong: Wrong, template: str, request: web.Request) -> None:
    if not wrong.check:
        return
    query = {name.strip("<>"): value for name, value in request.query.items()}
    problems = DESCRIPTION.wrong_in_request(request.method, template, query)
    # Every client says 0 and 1 where a truth value is described.
    beside = {f"query {name}: unknown" for name in query if name.lower() in _BESIDE} | {"query smart: '0' does not fit"}
    wrong += [f"{request.method} {template}: {problem}" for problem in problems if problem not in beside]
    if "X-Plex-Token" in request.query_string:
        wrong.append(f"{request.method} {template}: a token in the address")
    if not request.headers.get("X-Plex-Client-Identifier"):
        wrong.append(f"{request.method} {template}: nobody says who asks")


def answer(wrong: Wrong, template: str, request: web.Request, body: Any, status: int = 200) -> web.Response:
    looked_at = template and wrong.check
    problems = DESCRIPTION.wrong_in_response(request.method, template, status, _sample(body)) if looked_at else []
    wrong += [f"{request.method} {template} answered: {problem}" for problem in problems]
    if "json" in request.headers.get("Accept", ""):
        return web.Response(status=status, body=json.dumps(body).encode(), content_type="application/json")
    # Without a charset, as some versions have it.
    return web.Response(status=status, body=xml(body).encode(), headers={"Content-Type": "text/xml"})


def _sample(body: Any) -> Any:
    """The head of a long list: its rows are all made in one way."""
    inner = body.get("MediaContainer", {}) if isinstance(body, dict) else {}
    if len(inner.get("Metadata", ())) <= SAMPLE:
        return body
    return {"MediaContainer": inner | {"Metadata": inner["Metadata"][:SAMPLE]}}


def refuse(status: int, reason: str) -> web.Response:
    body = f"<html><head><title>{reason}</title></head><body><h1>{status} {reason}</h1></body></html>"
    return web.Response(status=status, text=body, content_type="text/html")


def container(name: str, entries: list[dict[str, Any]], **attributes: Any) -> dict[str, Any]:
    return {"MediaContainer": {"size": len(entries), **attributes, name: entries}}


def xml(body: dict[str, Any]) -> str:
    ((name, inner),) = body.items()
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{_element(name, inner)}'


def _element(name: str, told: dict[str, Any]) -> str:
    tag = _TAGS.get(str(told.get("type")), name) if name == "Metadata" else name
    attributes, children = [], []
    for key, value in told.items():
        if isinstance(value, dict):
            children.append(_element(key, value))
        elif isinstance(value, list):
            children += [_element(key, entry) for entry in value]
        elif value is not None:
            attributes.append(f" {key}={quoteattr(str(int(value)) if isinstance(value, bool) else str(value))}")
    inner = "".join(children)
    return f"<{tag}{''.join(attributes)}>{inner}</{tag}>" if inner else f"<{tag}{''.join(attributes)}/>"
