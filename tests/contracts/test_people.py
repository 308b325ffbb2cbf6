"""What a store of accounts, codes and manners must do."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from engine.domain.people import HeldWord, LinkCode, Manners, Rhythm, Sighting, Standing, Visitor
from engine.domain.records import Identity, LoginCode, WebSession
from engine.ports.storage import Storage
from tests.contracts.facts import ANNA, BEN, HOSTILE, HOUR, NOON

PERSON = LinkCode("digest-1", NOON + HOUR, ANNA.id)
ACCOUNT = LinkCode("digest-2", NOON + HOUR, None, "telegram", HOSTILE, HOSTILE)
PHONE = ("telegram", "42")
WORD = HeldWord(ANNA.id, "telegram", "42", "room", HOSTILE, NOON, NOON + HOUR)


async def test_codes_come_back_as_they_were_while_they_are_good(peopled: Storage) -> None:
    async with peopled.unit() as unit:
        await unit.links.add(PERSON)
        await unit.links.add(ACCOUNT)
    async with peopled.unit() as unit:
        assert await unit.links.get("digest-1", NOON) == PERSON
        assert await unit.links.get("digest-2", NOON) == ACCOUNT
        assert await unit.links.get("digest-1", NOON + HOUR) is None
        assert await unit.links.get("nothing", NOON) is None


async def test_a_new_code_takes_the_place_of_its_makers_last_one_only(peopled: Storage) -> None:
    async with peopled.unit() as unit:
        await unit.links.add(PERSON)
        await unit.links.add(ACCOUNT)
        await unit.links.add(replace(PERSON, digest="digest-3"))
        await unit.links.add(replace(ACCOUNT, digest="digest-4", account_id="other"))
        assert await unit.links.get("digest-1", NOON) is None
        assert await unit.links.get("digest-2", NOON) == ACCOUNT
        await unit.links.add(replace(ACCOUNT, digest="digest-5"))
        assert await unit.links.get("digest-2", NOON) is None
        assert await unit.links.get("digest-3", NOON) is not None


async def test_a_code_is_kept_for_the_first_who_gives_it_and_taken_once(peopled: Storage) -> None:
    async with peopled.unit() as unit:
        await unit.links.add(PERSON)
        assert await unit.links.take("digest-1", *PHONE, NOON) is None
        assert await unit.links.claim("digest-1", *PHONE, NOON)
        assert await unit.links.claim("digest-1", *PHONE, NOON)
        assert not await unit.links.claim("digest-1", "telegram", "43", NOON)
        assert await unit.links.claimed(*PHONE, NOON) == "digest-1"
        assert await unit.links.claimed(*PHONE, NOON + HOUR) is None
        assert await unit.links.claimed("telegram", "43", NOON) is None
        assert await unit.links.take("digest-1", "telegram", "43", NOON) is None
    async with peopled.unit() as unit:
        assert await unit.links.take("digest-1", *PHONE, NOON) == PERSON
        assert await unit.links.take("digest-1", *PHONE, NOON) is None


async def test_who_gives_another_code_gives_up_the_first(peopled: Storage) -> None:
    async with peopled.unit() as unit:
        await unit.links.add(PERSON)
        await unit.links.add(ACCOUNT)
        assert await unit.links.claim("digest-1", *PHONE, NOON)
        assert await unit.links.claim("digest-2", *PHONE, NOON)
        assert await unit.links.claimed(*PHONE, NOON) == "digest-2"
        assert await unit.links.get("digest-1", NOON) is None
        await unit.links.drop("digest-2")
        assert await unit.links.claimed(*PHONE, NOON) is None


async def test_attempts_are_counted_by_account_and_forgotten_with_time(peopled: Storage) -> None:
    async with peopled.unit() as unit:
        counts = [await unit.links.attempt(*PHONE, NOON + minute * HOUR / 60, NOON - HOUR) for minute in range(3)]
        assert counts == [1, 2, 3]
        assert await unit.links.attempt("telegram", "43", NOON, NOON - HOUR) == 1
        await unit.links.forgive(*PHONE, NOON)
        assert await unit.links.attempt(*PHONE, NOON + HOUR, NOON - HOUR) == 3
        assert await unit.links.attempt(*PHONE, NOON + 2 * HOUR, NOON + HOUR) == 1


async def test_sightings_tell_who_was_there_and_which_of_them_belong_to_nobody(peopled: Storage) -> None:
    phone, other = Sighting(*PHONE, HOSTILE, NOON), Sighting("discord", "1", "x", NOON + HOUR)
    async with peopled.unit() as unit:
        await unit.people.saw([phone, other])
        assert await unit.people.strangers(5) == [other, phone]
        assert await unit.people.strangers(1) == [other]
        await unit.viewers.link(Identity(*PHONE, ANNA.id))
        await unit.people.saw([replace(phone, at=NOON + HOUR, name="y")])
        assert await unit.people.sighting(*PHONE) == replace(phone, at=NOON + HOUR, name="y")
        assert await unit.people.sighting("telegram", "none") is None
        await unit.people.forget_strangers(NOON + 5 * HOUR)
        assert await unit.people.strangers(5) == []
        assert await unit.people.sighting(*PHONE) is not None


async def test_everybody_may_come_in_until_it_is_said_otherwise(peopled: Storage) -> None:
    async with peopled.unit() as unit:
        for standing in (Standing.INACTIVE, Standing.BANNED, Standing.ACTIVE):
            await unit.people.set_standing(ANNA.id, standing, NOON)
            assert await unit.people.standing(ANNA.id) is standing
            assert await unit.people.standing(BEN.id) is Standing.ACTIVE


async def test_ending_sessions_ends_those_of_one_person(peopled: Storage) -> None:
    async with peopled.unit() as unit:
        for who, mark in ((ANNA, "a"), (BEN, "b")):
            await unit.access.add_session(WebSession(f"s{mark}", who.id, NOON + HOUR))
            await unit.access.add_code(LoginCode(f"c{mark}", who.id, NOON + HOUR))
            await unit.links.add(LinkCode(f"l{mark}", NOON + HOUR, who.id))
        await unit.people.end_sessions(ANNA.id)
    async with peopled.unit() as unit:
        assert await unit.access.session("sa", NOON) is None
        assert await unit.access.holder_of("ca", NOON) is None
        assert await unit.links.get("la", NOON) is None
        assert await unit.access.session("sb", NOON) is not None
        assert await unit.access.holder_of("cb", NOON) == BEN.id
        assert await unit.links.get("lb", NOON) is not None


async def test_manners_are_the_usual_ones_until_chosen(peopled: Storage) -> None:
    chosen = Manners(ANNA.id, 0, 1_439, alerts=False, news=True, digest=Rhythm.WEEKLY, undisturbed_until=NOON)
    async with peopled.unit() as unit:
        assert await unit.courtesies.of(ANNA.id) == Manners(ANNA.id)
        await unit.courtesies.put(Manners(ANNA.id))
        await unit.courtesies.put(chosen)
        assert await unit.courtesies.of(ANNA.id) == chosen
        assert await unit.courtesies.of(BEN.id) == Manners(BEN.id)


async def test_held_words_wait_for_their_time_in_order(peopled: Storage) -> None:
    async with peopled.unit() as unit:
        await unit.courtesies.hold(WORD)
        await unit.courtesies.hold(replace(WORD, document="2"))
        await unit.courtesies.hold(replace(WORD, document="later", due_at=NOON + 2 * HOUR))
        assert await unit.courtesies.due(NOON) == []
    async with peopled.unit() as unit:
        due = await unit.courtesies.due(NOON + HOUR)
        assert [word.document for word in due] == [HOSTILE, "2"]
        assert replace(due[0], number=0) == WORD
        assert due[0].number < due[1].number
        assert await unit.courtesies.due(NOON + HOUR, limit=1) == due[:1]
        await unit.courtesies.put_off([due[0].number], NOON + timedelta(days=1))
        assert await unit.courtesies.due(NOON + HOUR) == due[1:]
        await unit.courtesies.release([due[1].number, 999])
        await unit.courtesies.release([])
        assert [word.document for word in await unit.courtesies.due(NOON + timedelta(days=2))] == [HOSTILE, "later"]


async def test_all_that_is_known_of_an_account_comes_at_once(peopled: Storage) -> None:
    seen = Sighting(*PHONE, HOSTILE, NOON)
    async with peopled.unit() as unit:
        assert await unit.people.visitor(*PHONE) == Visitor()
        await unit.people.saw([seen])
        assert await unit.people.visitor(*PHONE) == Visitor(sighting=seen)
        for viewer in (ANNA, BEN):
            await unit.viewers.set_access(viewer.id, viewer.library_ids)
        await unit.viewers.link(Identity(*PHONE, ANNA.id))
        await unit.viewers.link(Identity("chat", "42", BEN.id))
    async with peopled.unit() as unit:
        assert await unit.people.visitor(*PHONE) == Visitor(ANNA, sighting=seen)
        assert await unit.people.visitor("chat", "42") == Visitor(BEN)
        await unit.people.set_standing(ANNA.id, Standing.INACTIVE, NOON)
        await unit.correspondents.set_silent(*PHONE, NOON)
        await unit.viewers.set_access(ANNA.id, ())
        bare = replace(ANNA, library_ids=frozenset())
        assert await unit.people.visitor(*PHONE) == Visitor(bare, Standing.INACTIVE, seen)
        await unit.correspondents.set_banned(*PHONE, banned=True)
        assert await unit.people.visitor(*PHONE) == Visitor(bare, Standing.INACTIVE, seen, banned=True)
        await unit.viewers.unlink(*PHONE)
        assert await unit.people.visitor(*PHONE) == Visitor(None, Standing.ACTIVE, seen, banned=True)


async def test_of_several_sightings_of_an_account_the_last_counts(peopled: Storage) -> None:
    first, last = Sighting(*PHONE, "first", NOON), Sighting(*PHONE, "last", NOON + HOUR)
    async with peopled.unit() as unit:
        await unit.people.saw([])
        await unit.people.saw([first, last])
        assert await unit.people.sighting(*PHONE) == last
