"""The companion page in a real browser: by keyboard, on a phone, with hostile titles, for a screen reader."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from playwright.async_api import expect

from engine.domain.interactions import InteractionKind
from tests.browser.conftest import NARROW, WIDE, Visit

pytestmark = [pytest.mark.browser, pytest.mark.untraced]
Open = Callable[..., Awaitable[Visit]]
PAGES = (
    "/",
    "/?mode=mood&text=a+quiet+harbour",
    "/?mode=similar",
    "/?genre=Drama&type=movie",
    "/search?q=harbour",
    "/search?q=Director+3",
    "/item/movie:16",
    "/item/movie:70",
    "/item/movie:71",
    "/item/movie:72",
    "/taste",
    "/watchlists",
    "/language",
)
MISSING_NAMES = """() => {
  const faults = [];
  const named = (one) => (one.getAttribute('aria-label') || one.textContent || '').trim();
  for (const one of document.querySelectorAll('img:not([alt])')) faults.push('img without alt: ' + one.src);
  for (const one of document.querySelectorAll('button, a[href], summary'))
    if (!named(one) && !one.querySelector('img[alt]:not([alt=""])'))
      faults.push('nameless: ' + one.outerHTML.slice(0, 90));
  for (const one of document.querySelectorAll('input:not([type=hidden]), select, textarea'))
    if (!one.labels.length && !one.getAttribute('aria-label')) faults.push('no label: ' + one.outerHTML.slice(0, 90));
  const ids = [...document.querySelectorAll('[id]')].map((one) => one.id);
  for (const id of new Set(ids)) if (ids.filter((other) => other === id).length > 1) faults.push('id twice: ' + id);
  for (const one of document.querySelectorAll('[aria-labelledby]'))
    if (!document.getElementById(one.getAttribute('aria-labelledby'))) faults.push('label is gone');
  for (const kind of ['main', 'header', 'footer', 'h1'])
    if (document.querySelectorAll(kind).length !== 1) faults.push('not exactly one ' + kind);
  const levels = [...document.querySelectorAll('h1, h2, h3, h4')].map((one) => +one.tagName[1]);
  levels.forEach((level, place) => {
    if (place && level > levels[place - 1] + 1) faults.push('heading level jumps to ' + level);
  });
  if (!document.documentElement.lang) faults.push('no language');
  if (document.querySelector('svg:not([aria-hidden]):not([role=img])')) faults.push('svg without role');
  return faults;
}"""
CONTRAST = """() => {
  const channel = (value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const colour = (text) => {
    const parts = text.match(/[\\d.]+/g).map(Number);
    return [parts.slice(0, 3), parts.length > 3 ? parts[3] : 1];
  };
  const ground = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const [parts, alpha] = colour(getComputedStyle(at).backgroundColor);
      if (alpha > 0.8) return parts;
    }
    return [11, 13, 18];
  };
  const faults = [];
  for (const one of document.querySelectorAll('main *, header *, footer *')) {
    const own = [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    if (!own || one.closest('svg') || one.closest('.unseen') || !one.getClientRects().length) continue;
    if (one.closest('.away') || one.getAttribute('aria-hidden') === 'true') continue;
    const style = getComputedStyle(one);
    const [front] = colour(style.color);
    const [a, b] = [light(front), light(ground(one))].sort((x, y) => y - x);
    const large = parseFloat(style.fontSize) >= 24;
    if ((a + 0.05) / (b + 0.05) < (large ? 3 : 4.5)) faults.push(one.className + ': ' + one.textContent.slice(0, 40));
  }
  return faults;
}"""


async def focused(visit: Visit) -> dict[str, Any]:
    return await visit.page.evaluate(
        """() => { const at = document.activeElement; const style = getComputedStyle(at);
        return { name: (at.getAttribute('aria-label') || at.textContent || '').trim(), tag: at.tagName,
                 card: at.closest('.card')?.id ?? '',
                 ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 }; }"""
    )


async def tab_to(visit: Visit, wanted: str, *, limit: int = 80) -> dict[str, Any]:
    """Presses Tab until something named ``wanted`` has the focus; every stop on the way must be visible."""
    for _ in range(limit):
        await visit.page.keyboard.press("Tab")
        at = await focused(visit)
        assert at["ring"], f"no visible focus on {at}"
        if re.search(wanted, at["name"]):
            return at
    raise AssertionError(f"{wanted} was not reached in {limit} steps")


async def test_by_keyboard_alone_from_the_feed_to_a_title_rated_and_taken_back(visit: Open) -> None:
    seen = await visit()
    await seen.go("/")
    await tab_to(seen, r"^Skip to")
    await seen.page.keyboard.press("Enter")
    first = seen.page.locator(".card .front").first
    title = (await first.locator(".name").inner_text()).strip()
    await tab_to(seen, re.escape(title))
    await seen.page.keyboard.press("Enter")
    await expect(seen.page.get_by_role("heading", level=1)).to_have_text(title)
    item_id = seen.page.url.rsplit("/", 1)[1]
    await tab_to(seen, r"^8 out of 10$")
    await seen.page.keyboard.press("Enter")
    await expect(seen.page.get_by_role("button", name="8 out of 10")).to_have_attribute("aria-pressed", "true")
    assert InteractionKind.RATING in await kinds(seen, item_id)
    await tab_to(seen, r"^Undo$")
    await seen.page.keyboard.press("Enter")
    await expect(seen.page.get_by_role("status")).to_contain_text("Taken back")
    assert InteractionKind.RATING not in await kinds(seen, item_id)
    assert seen.complaints == []


async def test_undo_on_a_card_is_one_step_away_from_where_one_was(visit: Open) -> None:
    seen = await visit()
    await seen.go("/")
    card = seen.page.locator("#c-4")
    await card.get_by_role("button", name=re.compile("^More like")).click()
    await expect(seen.page.locator("#c-4 .flash")).to_be_visible()
    await expect(seen.page.locator("#c-4")).to_be_in_viewport()
    await seen.page.locator("#c-4").get_by_role("button", name="Undo").click()
    await expect(seen.page.locator("#c-4 .like")).to_have_attribute("aria-pressed", "false")


async def test_arrow_keys_walk_between_titles_and_a_slash_goes_to_the_search(visit: Open) -> None:
    seen = await visit()
    await seen.go("/")
    await seen.page.locator("#c-1 .front").focus()
    await seen.page.keyboard.press("ArrowRight")
    assert (await focused(seen))["card"] == "c-2"
    await seen.page.keyboard.press("ArrowDown")
    assert (await focused(seen))["card"] == "c-7"
    await seen.page.keyboard.press("ArrowLeft")
    assert (await focused(seen))["card"] == "c-6"
    await seen.page.keyboard.press("/")
    await seen.page.keyboard.type("Harbour")
    await seen.page.keyboard.press("Enter")
    await expect(seen.page).to_have_url(re.compile(r"/search\?q=Harbour"))


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["phone", "desk"])
async def test_no_page_scrolls_sideways_complains_or_asks_another_host(visit: Open, size: dict[str, int]) -> None:
    seen = await visit(size=size)
    for path in PAGES:
        await seen.go(path)
        wide = await seen.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert wide[0] <= wide[1], path
    assert seen.complaints == []
    assert seen.strangers == []
    assert len(seen.requested) > len(PAGES)


@pytest.mark.parametrize("viewer_id", ["v-maya", "v-jonas", "v-new"])
async def test_on_a_phone_no_language_is_too_long(visit: Open, viewer_id: str) -> None:
    seen = await visit(viewer_id, size=NARROW)
    for path in ("/", "/item/movie:16", "/taste", "/watchlists", "/language", "/search?q=harbour"):
        await seen.go(path)
        await seen.page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
        wide = await seen.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert wide[0] <= wide[1], path


async def test_everything_has_a_name_a_label_and_a_place(visit: Open) -> None:
    seen = await visit()
    for path in PAGES:
        await seen.go(path)
        assert await seen.page.evaluate(MISSING_NAMES) == [], path


async def test_every_word_stands_out_from_its_ground(visit: Open) -> None:
    seen = await visit()
    for path in (*PAGES, "/nothing"):
        await seen.go(path)
        await seen.page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
        assert await seen.page.evaluate(CONTRAST) == [], path


async def test_a_hostile_title_runs_nothing_anywhere(visit: Open) -> None:
    seen = await visit()
    for path in ("/item/movie:70", "/search?q=script", "/search?q=%3Cscript%3Ewindow.broken=1%3C/script%3E"):
        await seen.go(path)
        assert await seen.page.evaluate("typeof window.broken") == "undefined"
    assert seen.complaints == []
    await seen.go("/poster/movie:70.svg")
    assert await seen.page.evaluate("typeof window.broken") == "undefined"


async def test_what_is_pressed_is_easy_to_hit(visit: Open) -> None:
    seen = await visit(size=NARROW)
    for path in ("/", "/item/movie:16", "/search?q=harbour"):
        await seen.go(path)
        small = await seen.page.evaluate(
            """() => [...document.querySelectorAll('button, .tabs a, .pages a, summary')]
            .map((one) => [one.outerHTML.slice(0, 80), one.getBoundingClientRect()])
            .filter(([, box]) => box.width && (box.width < 24 || box.height < 24)).map(([text]) => text)"""
        )
        assert small == [], path


async def test_without_scripts_everything_still_works(visit: Open, household: Any) -> None:
    seen = await visit()
    await seen.page.route("**/page.js*", lambda route: route.abort())
    await seen.go("/")
    await seen.page.locator(".filters summary").click()
    await seen.page.locator("input[name=type][value=tv]").check()
    await seen.page.get_by_role("button", name="Show", exact=True).click()
    await expect(seen.page.locator(".card").first).to_be_visible()
    assert "type=tv" in seen.page.url
    await seen.page.locator("#c-1 .save").click()
    await seen.go("/watchlists")
    await expect(seen.page.locator(".card")).to_have_count(1)


async def test_with_reduced_motion_nothing_moves(visit: Open) -> None:
    seen = await visit()
    await seen.page.emulate_media(reduced_motion="reduce")
    await seen.go("/")
    moving = await seen.page.evaluate(
        """() => [...document.querySelectorAll('*')].filter((one) => {
        const style = getComputedStyle(one);
        return parseFloat(style.transitionDuration) > 0 || parseFloat(style.animationDuration) > 0; }).length"""
    )
    assert moving == 0


async def test_signing_in_and_out_by_hand(visit: Open) -> None:
    seen = await visit()
    await expect(seen.page.get_by_role("heading", level=1)).to_contain_text("Maya")
    await seen.page.locator(".account summary").click()
    await seen.page.get_by_role("button", name="Sign out").click()
    await expect(seen.page.get_by_role("heading", level=1)).to_have_text("You are not signed in")


async def kinds(seen: Visit, item_id: str) -> list[InteractionKind]:
    async with seen.house.services.storage.unit() as unit:
        return [fact.kind for fact in await unit.interactions.of_viewer("v-maya") if fact.item_id == item_id]
