"""A group's evening in one room: several accounts, guests, votes and vetoes, restarts, and many at once."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.storage import open_storage
from bot.dispatcher import Dispatcher
from bot.fitting import fit
from bot.vocabulary import Account, Action, Answer, Capabilities, Card, Choice, Invocation, Press, Room
from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.records import Identity
from engine.testing.clock import START, CountedIds, SteppedClock
from tests.conversations.household import (
    HOSTILE,
    PEOPLE,
    SECRET,
    SECRET_TITLE,
    House,
    cards,
    furnish,
    open_house,
    said,
    services_over,
)

ANNA, BEN, CHLOE, OLGA, GUEST = "v-anna", "v-ben", "v-chloe", "v-owner", "u-guest"


class Evening:
    """A room in which several people talk to one bot."""

    def __init__(self, house: House) -> None:
        self.house, self.updates = house, 0
        self.dispatcher = Dispatcher(house.services)

    async def restart(self) -> None:
        """A new process over the same store."""
        await self.house.restart()
        self.dispatcher = Dispatcher(self.house.services)

    async def say(self, line: str, who: str = ANNA, *, private: bool = False, update: str = "") -> Answer:
        self.updates += 1
        command, _, rest = line.removeprefix("/").partition(" ") if line.startswith("/") else ("mood", "", line)
        account, room = Account("chat", who, f"name of {who}"), Room("own" if private else "room", private)
        now = self.house.clock.now()
        return await self.dispatcher.invoke(Invocation(update or f"g{self.updates}", account, room, command, rest, now))

    async def press(self, token: str, who: str = ANNA, *, private: bool = False) -> Answer:
        self.updates += 1
        account, room = Account("chat", who, f"name of {who}"), Room("own" if private else "room", private)
        return await self.dispatcher.press(
            Press(f"g{self.updates}", account, room, token, self.house.clock.now(), message="m")
        )

    async def picks(self, *people: str, wish: str = "") -> Answer:
        """Opened by the first of ``people``, joined by the others, and shown."""
        opened = await self.say(f"/group {wish}".strip(), people[0])
        for who in people[1:]:
            await self.press(button(opened, "in"), who)
        return await self.press(button(opened, "show"), people[0])


def button(answer: Answer, deed: str) -> str:
    return next(one.token for one in buttons(answer) if one.token.endswith(f":{deed}"))


def buttons(answer: Answer) -> list[Action]:
    """Those that stand under no card."""
    return [*answer.actions, *(one for part in answer.parts if isinstance(part, Choice) for one in part.actions)]


def on(card: Card, verb: str) -> str:
    return next(one.token for one in card.actions if one.token.startswith(f"{verb}:"))


@pytest.fixture
async def evening() -> Evening:
    """Everybody may open something, as for guests everybody's shelves count."""
    house = await open_house()
    async with house.storage.unit() as unit:
        await unit.viewers.set_access("v-none", ["films"])
    return Evening(house)


async def test_people_come_and_go_by_button_and_everybody_reads_who_is_in(evening: Evening) -> None:
    opened = await evening.say("/group")
    assert not opened.private
    assert "In (1): Anna" in said(opened)
    joined = await evening.press(button(opened, "in"), BEN)
    assert joined.replaces
    assert not joined.private
    assert "In (2): Anna and Ben" in said(joined)
    await evening.press(button(opened, "in"), BEN)
    guest = await evening.press(button(opened, "in"), GUEST)
    assert "In (3): Anna, Ben, and name of u-guest" in said(guest).replace("Ben and", "Ben, and")
    assert "Ben" not in said(await evening.press(button(opened, "out"), BEN))


async def test_picks_suit_all_and_tell_of_each_only_match_and_genre(evening: Evening) -> None:
    shown = await evening.picks(ANNA, BEN, GUEST)
    assert shown.replaces
    assert not shown.private
    assert 3 <= len(cards(shown)) <= 5
    for card in cards(shown):
        assert "Anna: " in card.reason
        assert "Ben: " in card.reason
        assert "Guest: name of u-guest" in card.reason
        assert not await evening.house.facts(ANNA, card.item_id)
        assert not await evening.house.facts(BEN, card.item_id)
        assert "Parasite" not in card.reason
    assert "has one veto" in said(shown)


async def test_filters_and_moods_are_kept_to(evening: Evening) -> None:
    shown = await evening.picks(ANNA, BEN, wish="<110min not:horror 4")
    assert len(cards(shown)) == 4
    async with evening.house.storage.unit() as unit:
        items = await unit.items.get_many([card.item_id for card in cards(shown)])
    assert all("Horror" not in one.genres and (one.runtime or 0) <= 110 for one in items.values())
    assert "Wanted: <110min not:horror 4" in said(shown)
    await evening.say("/group new cosy comedy under 2 hours")
    shown = await evening.say("/group show")
    async with evening.house.storage.unit() as unit:
        items = await unit.items.get_many([card.item_id for card in cards(shown)])
    assert items
    assert all((one.runtime or 0) <= 120 for one in items.values())
    for refused in ("xyzzy", 'like:"Parasite"', "high"):
        assert not buttons(await evening.say(f"/group new {refused}"))


async def test_shelves_closed_to_one_are_closed_to_all_and_a_guest_is_bound_by_everybodys(evening: Evening) -> None:
    async with evening.house.storage.unit() as unit:
        everything = await unit.items.get_many([SECRET, "movie:5", "movie:8"])
        await unit.items.upsert([replace(one, library_ids=frozenset({"attic"})) for one in everything.values()])
    await evening.restart()
    alone = await evening.picks(OLGA, wish="library:attic")
    assert cards(alone)
    await evening.say("/group new library:attic", OLGA)
    await evening.say("/group in", GUEST)
    assert not cards(await evening.say("/group show", OLGA))
    await evening.say("/group out", GUEST)
    assert cards(await evening.say("/group show", OLGA))
    late = await evening.say("/group in", BEN)
    assert late.private
    assert "not added" in said(late) or "nicht aufgenommen" in said(late)
    assert not cards(await evening.say("/group vote 1", BEN))
    assert SECRET_TITLE not in repr(await evening.say("/group on", BEN))


async def test_most_votes_win_and_everybodys_vote_decides_at_once(evening: Evening) -> None:
    shown = await evening.picks(ANNA, BEN, CHLOE)
    second, third = cards(shown)[1], cards(shown)[2]
    first = await evening.press(on(second, "vote"), ANNA)
    assert first.replaces
    assert "👍 1" in cards(first)[0].badges
    assert "1 of 3" in first.toast
    taken_back = await evening.press(on(second, "vote"), ANNA)
    assert "taken back" in taken_back.toast
    await evening.press(on(second, "vote"), ANNA)
    await evening.press(on(third, "vote"), BEN)
    done = await evening.press(on(third, "vote"), CHLOE)
    assert not done.private
    assert "Most votes: 2 of 3." in said(done)
    result = cards(done)[-1]
    assert result.item_id == third.item_id
    assert {one.token.partition(":")[0] for one in result.actions} == {"", "keep"}
    over = await evening.press(on(second, "vote"), ANNA)
    assert over.private
    assert "over" in said(over)


async def test_ties_go_to_the_better_and_then_to_the_earlier_and_the_card_says_so(evening: Evening) -> None:
    shown = await evening.picks(ANNA, BEN)
    one, other = cards(shown)[0], cards(shown)[1]
    await evening.press(on(other, "vote"), ANNA)
    done = await evening.press(on(one, "vote"), BEN)
    assert cards(done)[-1].item_id == one.item_id
    assert "As many votes as another (1 of 2)" in said(done)


async def test_each_has_one_veto_and_nobody_is_named(evening: Evening) -> None:
    shown = await evening.picks(ANNA, BEN)
    gone, kept = cards(shown)[0], cards(shown)[1]
    await evening.press(on(gone, "vote"), BEN)
    answer = await evening.press(on(gone, "veto"), ANNA)
    (fresh,) = cards(answer)
    assert answer.replaces
    assert fresh.number == 1
    assert fresh.item_id not in {card.item_id for card in cards(shown)}
    assert "vetoed" in " ".join(fresh.badges)
    assert "Anna" not in f"{fresh.badges} {answer.toast} {said(answer)}"
    spent = await evening.press(on(kept, "veto"), ANNA)
    assert spent.private
    assert "used" in said(spent)
    meanwhile = await evening.press(on(gone, "vote"), BEN)
    assert "Veto" in said(meanwhile)
    assert len(cards(await evening.press(on(kept, "veto"), BEN))) == 1


async def test_only_the_opener_decides_early(evening: Evening) -> None:
    shown = await evening.picks(ANNA, BEN)
    assert "eröffnet" in said(await evening.press(button(shown, "decide"), BEN))
    done = await evening.press(button(shown, "decide"), ANNA)
    assert cards(done)[0].item_id == cards(shown)[0].item_id
    assert "Decided" in said(done)


async def test_who_comes_late_votes_and_who_leaves_takes_the_votes_along(evening: Evening) -> None:
    shown = await evening.picks(ANNA, BEN)
    late = await evening.press(on(cards(shown)[2], "vote"), CHLOE)
    assert cards(late)
    assert [card.item_id for card in cards(await evening.say("/group on"))] == [one.item_id for one in cards(shown)]
    await evening.press(on(cards(shown)[0], "vote"), ANNA)
    ended = await evening.say("/group out", BEN)
    assert "Decided" in said(ended)


async def test_a_second_group_in_the_room_is_offered_the_first_or_a_new_one(evening: Evening) -> None:
    opened = await evening.say("/group")
    offered = await evening.say("/group comedy", BEN)
    assert [one.token.rpartition(":")[2] for one in buttons(offered)] == ["on", "new"]
    assert "Anna" in said(await evening.press(button(offered, "on"), BEN))
    anew = await evening.press(button(offered, "new"), BEN)
    assert "Gewünscht: comedy" in said(anew)
    assert "over" in said(await evening.press(button(opened, "in"), ANNA))
    assert "vorbei" in said(await evening.press(button(offered, "new"), BEN))


async def test_buttons_of_last_week_say_that_it_is_over(evening: Evening) -> None:
    shown = await evening.picks(ANNA, BEN)
    evening.house.clock.advance(timedelta(hours=12))
    for token in (on(cards(shown)[0], "vote"), on(cards(shown)[0], "veto"), button(shown, "decide")):
        assert "over" in said(await evening.press(token, ANNA))
    assert "In (1): Anna" in said(await evening.say("/group"))


async def test_at_ones_own_screen_people_are_named_and_one_speaks_for_all(evening: Evening) -> None:
    assert "names" in said(await evening.say("/group", private=True))
    shown = await evening.say("/group @Ben, chloe 4", private=True)
    assert len(cards(shown)) == 4
    assert all("Chloé: " in card.reason and "Ben: " in card.reason for card in cards(shown))
    for number in (1, 2, 3):
        assert cards(await evening.say(f"/group veto {number}", private=True))
    assert "used" in said(await evening.say("/group veto 1", private=True))
    assert "counts" in said(await evening.say("vote 2", private=True))
    done = await evening.say("/group decide", private=True)
    assert "Most votes" in said(done)
    stranger = await evening.say("/group ben", GUEST, private=True)
    assert not cards(stranger)


async def test_on_a_platform_without_buttons_words_and_numbers_do(evening: Evening) -> None:
    talk = Capabilities()
    opened = fit(await evening.say("/group"), talk)
    assert [one.label for one in buttons(opened)] == ["1 · I’m in", "2 · Not me", "3 · Show picks"]
    await evening.say("/group in", BEN)
    shown = fit(await evening.say("/gruppe zeigen", BEN), talk)
    assert [one.label for one in cards(shown)[1].actions] == ["vote 2", "veto 2"]
    vetoed = fit(await evening.press(on(cards(shown)[1], "veto"), BEN), talk)
    assert cards(vetoed)
    voted = fit(await evening.press(on(cards(shown)[0], "vote"), BEN), talk)
    assert said(voted)
    assert "Decided" in said(await evening.say("/group vote 1"))


async def test_the_console_does_it_all_by_words_and_numbers(evening: Evening) -> None:
    out = await evening.house.transcript("/group ben", "vote 2", "veto 1", "decide", "/quit", who=ANNA)
    assert "Ben: " in out
    assert "counts" in out
    assert "Decided" in out


async def test_it_goes_on_after_a_restart_at_any_step(evening: Evening) -> None:
    opened = await evening.say("/group")
    await evening.restart()
    await evening.press(button(opened, "in"), BEN)
    await evening.restart()
    shown = await evening.press(button(opened, "show"))
    await evening.restart()
    await evening.press(on(cards(shown)[1], "vote"), ANNA)
    await evening.restart()
    done = await evening.press(on(cards(shown)[1], "vote"), BEN)
    assert "2 of 2" in said(done) or "2 von 2" in said(done)
    await evening.restart()
    kept = next(one.token for one in cards(done)[-1].actions if one.token.startswith("keep:save"))
    saved = await evening.press(kept, CHLOE)
    assert saved.private
    assert saved.toast
    async with evening.house.storage.unit() as unit:
        assert [one.item_ids for one in await unit.watchlists.of_viewer(CHLOE)] == [(cards(shown)[1].item_id,)]


async def test_a_guest_who_links_in_between_is_the_same_person_and_counts_once(evening: Evening) -> None:
    shown = await evening.picks(GUEST, ANNA)
    await evening.press(on(cards(shown)[1], "veto"), GUEST)
    async with evening.house.storage.unit() as unit:
        await unit.viewers.link(Identity("chat", GUEST, BEN))
    assert "Veto" in said(await evening.press(on(cards(shown)[0], "veto"), GUEST))
    first = await evening.press(on(cards(shown)[0], "vote"), GUEST)
    assert "1 von 2" in first.toast
    assert "Decided" in said(await evening.press(button(shown, "decide"), GUEST))


async def test_an_update_that_comes_twice_counts_once(evening: Evening) -> None:
    shown = await evening.picks(ANNA, BEN)
    press = Press("twice", Account("chat", ANNA), Room("room", private=False), on(cards(shown)[1], "vote"), START)
    first = await evening.dispatcher.answer(press)
    again = await evening.dispatcher.answer(press)
    assert first.answer == again.answer
    assert "counts" in again.answer.toast
    anew = Invocation("new", press.account, press.room, "group", "new", START)
    first = await evening.dispatcher.answer(anew)
    assert first.answer == (await evening.dispatcher.answer(anew)).answer
    offered = await evening.say("/group", BEN)
    press = Press("anew", press.account, press.room, button(offered, "new"), START)
    first = await evening.dispatcher.answer(press)
    assert "In (1): Anna" in said(first.answer)
    assert first.answer == (await evening.dispatcher.answer(press)).answer


@pytest.mark.untraced
async def test_many_at_once_are_neither_lost_nor_doubled(tmp_path: Path) -> None:
    storage = await open_storage(None, tmp_path)
    await furnish(storage, [one for one in PEOPLE if one.id != "v-none"])
    evening = Evening(await open_house())
    evening.dispatcher = Dispatcher(await services_over(storage, SteppedClock(), CountedIds(), demo=False))
    opened = await evening.say("/group")
    guests = [f"u-{number}" for number in range(24)]
    await asyncio.gather(*(evening.press(button(opened, "in"), who) for who in [BEN, *guests, *guests]))
    shown = await evening.press(button(opened, "show"))
    assert "In (26)" in said(shown)
    token = on(cards(shown)[1], "vote")
    answers = await asyncio.gather(*(evening.press(token, who) for who in [ANNA, BEN, *guests]))
    decided = [one for one in answers if "Decided" in said(one)]
    assert len(decided) == 1
    assert "26 of 26" in said(decided[0])
    await storage.close()


@pytest.mark.parametrize(
    "hostile", ["vote", "vote x", "vote 99", "veto 0", "in", "decide", "show", "on", "\u202e", "🎬"]
)
async def test_whatever_is_typed_where_nothing_goes_on_gets_an_answer(evening: Evening, hostile: str) -> None:
    answer = await evening.say(f"/group {hostile}")
    assert answer.parts
    assert "went wrong" not in said(answer)


@pytest.mark.parametrize("hostile", ["night:x:in", "night:x", "night:", "vote:x:~y", "veto:x", "keep:save:movie:666",
                                     "keep:x:movie:1", "night:id-0000000000001:burn"])  # fmt: skip
async def test_a_button_nobody_wrote_changes_nothing(evening: Evening, hostile: str) -> None:
    await evening.say("/group")
    answer = await evening.press(hostile, BEN)
    assert said(answer)
    assert not cards(answer)
    assert SECRET_TITLE not in repr(answer)
    assert "code" not in said(answer)


async def test_hostile_titles_come_out_whole(evening: Evening) -> None:
    async with evening.house.storage.unit() as unit:
        known = await unit.items.get_many(HOSTILE)
        await unit.items.upsert([replace(one, tags=frozenset({"odd"})) for one in known.values()])
    await evening.restart()
    shown = await evening.picks(ANNA, BEN, wish="tag:odd 5")
    assert len(cards(shown)) == 5
    for card in cards(shown):
        assert len(on(card, "vote")) <= 64
        assert cards(await evening.press(on(card, "vote"), ANNA))


async def test_what_one_hides_or_has_seen_is_not_shown_to_the_group(evening: Evening) -> None:
    first = cards(await evening.picks(ANNA, BEN))
    await evening.say(f"/hide {first[0].title}", BEN, private=True)
    async with evening.house.storage.unit() as unit:
        seen = Interaction("s", ANNA, first[1].item_id, InteractionKind.SEEN, START)
        await unit.interactions.add([seen])
    await evening.restart()
    await evening.say("/group new")
    await evening.say("/group in", BEN)
    now = {card.item_id for card in cards(await evening.say("/group show"))}
    assert first[1].item_id not in now
    assert first[0].item_id not in now


async def test_who_is_not_in_shows_nothing_and_nobody_is_shown_nothing(evening: Evening) -> None:
    opened = await evening.say("/group")
    assert "nicht dabei" in said(await evening.press(button(opened, "show"), BEN))
    assert "Nobody is in yet" in said(await evening.press(button(opened, "out"), ANNA))
    assert "nobody to choose for" in said(await evening.press(button(opened, "show"), ANNA))
    assert "nothing to vote on" in said(await evening.say("/group vote 1"))
    assert "nothing to vote on" in said(await evening.say("/group decide"))
    await evening.say("/group i'm in", CHLOE)
    await evening.press(button(opened, "in"), ANNA)
    assert cards(await evening.press(button(opened, "show"), ANNA))
    assert "already" in said(await evening.press(button(opened, "show"), ANNA))
    late = await evening.press(button(opened, "in"), BEN)
    assert late.toast
    assert not late.parts
    assert (await evening.press(button(opened, "out"), BEN)).toast
    assert "3" in said(await evening.say("/group vote 9"))


async def test_guests_alone_get_what_everybody_here_may_open(evening: Evening) -> None:
    shown = await evening.picks(GUEST, "u-other")
    assert len(cards(shown)) == 3
    for card in cards(shown):
        assert card.match == ""
        assert "Guests: " in card.reason
    async with evening.house.storage.unit() as unit:
        items = await unit.items.get_many([card.item_id for card in cards(shown)])
    assert all("films" in one.library_ids for one in items.values())
    async with evening.house.storage.unit() as unit:
        await unit.viewers.set_access("v-none", [])
    await evening.say("/group new", GUEST)
    assert not cards(await evening.say("/group show", GUEST))


async def test_a_title_that_is_closed_to_one_meanwhile_is_out_of_it_and_is_not_named(evening: Evening) -> None:
    shown = await evening.picks(ANNA, BEN)
    gone, kept = cards(shown)[0], cards(shown)[1]
    async with evening.house.storage.unit() as unit:
        item = (await unit.items.get_many([gone.item_id]))[gone.item_id]
        await unit.items.upsert([replace(item, library_ids=frozenset({"series"}))])
    for deed in ("vote", "veto"):
        answer = await evening.press(on(gone, deed), ANNA)
        assert not cards(answer)
        assert gone.title not in said(answer)
    again = await evening.say("/group on")
    assert gone.item_id not in {card.item_id for card in cards(again)}
    done = await evening.press(button(shown, "decide"), ANNA)
    assert cards(done)[0].item_id == kept.item_id


async def test_where_nothing_stands_by_a_veto_only_takes_away(evening: Evening) -> None:
    async with evening.house.storage.unit() as unit:
        some = await unit.items.get_many(["movie:3", "movie:6"])
        await unit.items.upsert([replace(one, tags=frozenset({"rare"})) for one in some.values()])
    await evening.restart()
    shown = await evening.picks(ANNA, BEN, wish="tag:rare")
    assert len(cards(shown)) == 2
    answer = await evening.press(on(cards(shown)[0], "veto"), ANNA)
    assert not cards(answer)
    assert "no other in its place" in said(answer)
    assert "letzte Titel bleibt" in said(await evening.press(on(cards(shown)[1], "veto"), BEN))


async def test_titles_are_kept_by_each_for_themselves(evening: Evening) -> None:
    shown = await evening.say("/group ben", private=True)
    assert cards(await evening.say("veto 3", private=True))
    done = await evening.press(button(shown, "decide"), ANNA, private=True)
    for verb in ("save", "seen"):
        token = next(one.token for one in cards(done)[-1].actions if one.token.startswith(f"keep:{verb}"))
        assert cards(done)[-1].title[:20] in (await evening.press(token, ANNA)).toast
    assert "not joined" in said(await evening.press(token, GUEST))
    assert not await evening.house.facts(BEN, cards(done)[-1].item_id)


async def test_a_decision_without_a_vote_does_not_speak_of_votes(evening: Evening) -> None:
    shown = await evening.picks(ANNA, BEN)
    told = said(await evening.press(button(shown, "decide"), ANNA))
    assert "Nobody voted" in told
    assert "As many votes" not in told


async def test_what_a_group_votes_on_has_a_poster_and_a_page_that_all_of_the_room_can_open(evening: Evening) -> None:
    shown = cards(await evening.picks(ANNA, BEN))
    assert shown
    assert all("/card/" in (card.page_url or "") for card in shown)
    assert all((card.poster_url or "").endswith("/poster.png") for card in shown)


async def test_names_that_nobody_here_has_are_not_taken_for_filters(evening: Evening) -> None:
    assert "I need to know for whom" in said(await evening.say("/group zarathustra", ANNA, private=True))
