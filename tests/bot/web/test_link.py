"""The page that joins accounts of chats to whoever is signed in."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from datetime import timedelta

from bot.people.linking import Giver, code_for_account, confirm, link_digest, propose
from bot.vocabulary import Account
from tests.bot.web.conftest import Reader
from tests.bot.web.world import House

PHONE = Account("telegram", "4242", "<b>Maya</b> phone")


async def owner(house: House) -> str | None:
    async with house.services.storage.unit() as unit:
        viewer = await unit.viewers.by_identity(PHONE.platform, PHONE.id)
    return viewer.id if viewer else None


async def test_the_page_says_which_account_would_be_whose_before_anything_happens(maya: Reader, house: House) -> None:
    code = await code_for_account(house.services, PHONE)
    shown = await maya.get(f"/link/{code}")
    assert "Link Telegram (<b>Maya</b> phone) to Maya?" in shown.words
    assert "<b>Maya</b> phone" not in shown.text
    assert "4242" in shown.words
    assert await owner(house) is None
    done = await maya.post(f"/link/{code}")
    assert done.status == 200
    assert "Telegram (4242)" in done.words or "Maya" in done.words
    assert await owner(house) == "v-maya"
    assert (await maya.get(f"/link/{code}")).status == 400


async def test_a_visitor_who_is_not_signed_in_learns_nothing(stranger: Reader, house: House) -> None:
    code = await code_for_account(house.services, PHONE)
    for path in ("/link", f"/link/{code}", "/link/WRONG234"):
        shown = await stranger.get(path)
        assert shown.status == 401
        assert "phone" not in shown.text
    assert (await stranger.post(f"/link/{code}")).status in {401, 403}
    assert await owner(house) is None


async def test_a_form_of_another_site_links_nothing(maya: Reader, house: House) -> None:
    code = await code_for_account(house.services, PHONE)
    await maya.get(f"/link/{code}")
    maya.token = "0" * 64
    assert (await maya.post(f"/link/{code}")).status == 403
    assert await owner(house) is None


async def test_a_code_cannot_be_confirmed_that_was_not_looked_at(maya: Reader, house: House) -> None:
    await maya.get("/link")
    code = await code_for_account(house.services, PHONE)
    assert (await maya.post(f"/link/{code}")).status == 400
    assert await owner(house) is None


async def test_whoever_looks_first_keeps_it_from_others(
    maya: Reader, enter: Callable[[str], Awaitable[Reader]], house: House
) -> None:
    code = await code_for_account(house.services, PHONE)
    await maya.get(f"/link/{code}")
    jonas = await enter("v-jonas")
    assert (await jonas.get(f"/link/{code}")).status == 400
    assert (await jonas.post(f"/link/{code}")).status == 400
    assert (await maya.post(f"/link/{code}")).status == 200
    assert await owner(house) == "v-maya"


async def test_guessing_ends_after_five(maya: Reader, house: House) -> None:
    for number in range(5):
        assert (await maya.get(f"/link/WRONG{number}")).status == 400
    code = await code_for_account(house.services, PHONE)
    assert "quarter of an hour" in (await maya.get(f"/link/{code}")).words
    house.clock.advance(timedelta(minutes=16))
    code = await code_for_account(house.services, PHONE)
    assert (await maya.get(f"/link/{code}")).status == 200


async def test_the_page_gives_a_code_that_is_typed_in_the_new_account(maya: Reader, house: House) -> None:
    await maya.get("/link")
    shown = await maya.post("/link")
    found = re.search(r"/link (\w+)", shown.words)
    assert found
    asked = await propose(house.services, Giver(PHONE, None), found[1])
    assert asked.viewer.id == "v-maya"
    await confirm(house.services, Giver(PHONE, None), link_digest(found[1]))
    assert await owner(house) == "v-maya"
    assert found[1] not in (await maya.get("/link")).text


async def test_a_code_can_be_typed_into_the_page(maya: Reader, house: House) -> None:
    code = await code_for_account(house.services, PHONE)
    await maya.get("/link")
    shown = await maya.post("/link/given", code=f" {code[:4]} {code[4:]} ")
    assert shown.path == f"/link/{code}"
    assert "phone" in shown.words
    await maya.get("/link")
    assert (await maya.post("/link/given", code="//evil.example")).path == "/link/evilexample"
    await maya.get("/link")
    assert (await maya.post("/link/given", code="!!!")).path == "/link"


async def test_a_code_made_for_a_person_is_of_no_use_on_the_page(maya: Reader, house: House) -> None:
    await maya.get("/link")
    code = re.search(r"/link (\w+)", (await maya.post("/link")).words)
    assert code
    assert (await maya.get(f"/link/{code[1]}")).status == 400
