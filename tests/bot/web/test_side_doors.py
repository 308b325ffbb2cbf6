"""What programs call us by: no cookies, no forms, no pages."""

from __future__ import annotations

import aiohttp
import pytest
from aiohttp import web

from bot.web.server import start_server
from engine.errors import InvalidQuery, SourceUnavailable
from tests.conversations.household import open_house

RAISED = {
    "fine": None,
    "away": SourceUnavailable("database-busy"),
    "wrong": InvalidQuery("text-missing"),
    "refused": web.HTTPUnauthorized(),
    "broken": KeyError("a secret"),
}


@pytest.mark.parametrize(
    ("name", "status"), [("fine", 200), ("away", 503), ("wrong", 400), ("refused", 401), ("broken", 500), ("none", 404)]
)
async def test_a_side_door_answers_programs_with_a_status_and_nothing_else(name: str, status: int) -> None:
    async def hook(request: web.Request) -> web.Response:
        await request.content.read(1_000)
        if (error := RAISED[request.match_info["name"]]) is not None:
            raise error
        return web.Response(text="ok")

    def add(application: web.Application) -> None:
        application.router.add_post("/hooks/{name:fine|away|wrong|refused|broken}", hook)

    house = await open_house()
    server = await start_server(house.services, "127.0.0.1", 0, [add])
    async with aiohttp.ClientSession() as session:
        headers = {"Sec-Fetch-Site": "cross-site", "Content-Type": "application/json"}
        async with session.post(f"{server.url}/hooks/{name}", data=b"{}", headers=headers) as answer:
            assert answer.status == status
            assert not answer.cookies
            assert "<" not in await answer.text()
        async with session.post(f"{server.url}/language", data=b"{}", headers=headers) as answer:
            assert answer.status in {403, 415}
    await server.close()
