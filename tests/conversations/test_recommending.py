"""Asking for cards, in every language, and what can be done with them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from bot.vocabulary import Picture
from tests.conversations.household import HOSTILE, SECRET_TITLE, House, cards, choices, name, said, token


@pytest.mark.parametrize(
    ("who", "line", "opening", "like"),
    [
        ("v-anna", "tonight 3", "For tonight, Anna:", "👍 like 1"),
        ("v-ben", "heute 3", "Für heute Abend, Ben:", "👍 gefällt mir 1"),
        ("v-chloe", "ce-soir 3", "Pour ce soir, Chloé\N{NO-BREAK SPACE}:", "👍 j’aime 1"),
    ],
)
async def test_a_transcript_of_an_evening_in_every_language(
    house: House, who: str, line: str, opening: str, like: str
) -> None:
    shown = await house.transcript(line, who=who)
    lines = shown.splitlines()
    assert lines[0] == opening
    assert [line[1] for line in lines if re.match(r" \d \S", line)] == ["1", "2", "3"]
    assert shown.count("/poster.png") == 3
    assert like in shown


async def test_five_cards_give_five_different_sentences(house: House) -> None:
    reasons = [card.reason for card in cards(await house.say("tonight"))]
    assert len(set(reasons)) == 5
    assert all(reasons)


async def test_a_card_tells_facts_match_badges_poster_and_page(house: House) -> None:
    answer = await house.say("similar Parasite")
    card = cards(answer)[0]
    assert re.fullmatch(r"\d{4} · .*\d min · Film", card.facts)
    assert re.fullmatch(r"\d\d?% · (sure|fairly sure|a guess)", card.match)
    assert "in your library" in card.badges
    page, poster = card.page_url or "", card.poster_url or ""
    assert poster.endswith("/poster.png")
    assert page.startswith("http://127.0.0.1:8420/item/movie%3A")
    assert all(len(action.token.encode()) <= 64 and action.token.isascii() for action in card.actions)


async def test_more_shows_others(house: House) -> None:
    first = await house.say("tonight")
    second = await house.press(first.actions[0].token)
    assert len(cards(second)) == 5
    assert not {card.item_id for card in cards(first)} & {card.item_id for card in cards(second)}


async def test_next_puts_another_in_its_place_and_never_one_that_lies_there_already(house: House) -> None:
    first = await house.say("tonight 3")
    ever = {card.item_id for card in cards(first)}
    tokens = {number: token(first, "next", number) for number in (1, 2, 3)}
    for number in (1, 1, 2, 1, 3):
        answer = await house.press(tokens[number])
        (card,) = cards(answer)
        assert answer.replaces
        assert card.number == number
        assert card.item_id not in ever
        ever.add(card.item_id)
        tokens[number] = token(answer, "next", number)


async def test_pressing_next_twice_shows_the_same_replacement(house: House) -> None:
    first = await house.say("tonight 3")
    once, twice = [await house.press(token(first, "next", 2)) for _ in range(2)]
    assert cards(once)[0].item_id == cards(twice)[0].item_id
    assert len(await house.facts(item_id=cards(first)[1].item_id)) == 1


async def test_after_next_typed_words_mean_what_lies_on_the_table(house: House) -> None:
    first = await house.say("tonight 3")
    new = cards(await house.press(token(first, "next", 2)))[0]
    old = cards(first)[0]
    assert name(old) in said(await house.say("why 1"))
    assert name(new) in said(await house.say("why 2"))


async def test_more_after_next_does_not_repeat_the_replacement(house: House) -> None:
    first = await house.say("tonight 3")
    new = cards(await house.press(token(first, "next", 1)))[0]
    more = await house.press(first.actions[0].token)
    assert new.item_id not in {card.item_id for card in cards(more)}


async def test_a_typed_number_means_the_card_shown_in_the_same_room(house: House) -> None:
    here = cards(await house.say("tonight 3", room="a"))
    there = cards(await house.say("shuffle 4", room="b"))
    assert name(here[1]) in said(await house.say("why 2", room="a"))
    assert name(there[1]) in said(await house.say("why 2", room="b"))
    assert len(cards(await house.say("more", room="a"))) == 3
    assert "not shown you anything here" in said(await house.say("like 2", room="c")).casefold()


async def test_a_button_works_in_whatever_room_it_is_pressed(house: House) -> None:
    first = await house.say("tonight 3", room="a")
    await house.say("shuffle 3", room="b")
    more = await house.press(first.actions[0].token, room="c")
    assert not {card.item_id for card in cards(first)} & {card.item_id for card in cards(more)}
    once, twice = [await house.press(token(first, "next", 2), room=room) for room in ("b", "c")]
    assert cards(once)[0].item_id == cards(twice)[0].item_id


async def test_why_tells_figures_that_add_up_and_whynot_the_other_way_round(house: House) -> None:
    first = await house.say("tonight")
    why = said(await house.press(token(first, "why")))
    assert name(cards(first)[0]) in why
    assert "Together:" in why
    against = await house.say("whynot Dune 1984")
    assert said(against).startswith("Why not Dune (1984)")
    told = await house.press(against.actions[0].token)
    assert "you would like Dune (1984)" in said(told)
    assert [fact.kind for fact in await house.facts(item_id="movie:841")] == ["like"]


async def test_open_shows_what_it_is_about(house: House) -> None:
    first = await house.say("tonight")
    assert cards(first)[0].synopsis == ""
    assert cards(await house.press(token(first, "open")))[0].synopsis


@pytest.mark.parametrize(
    ("line", "holds"),
    [
        ("tonight comedy", lambda item: "Comedy" in item.genres),
        ("tonight not:horror", lambda item: "Horror" not in item.genres),
        ("tonight <100min", lambda item: item.runtime < 100),
        ("tonight 1990s", lambda item: 1990 <= item.year <= 1999),
        ("tonight korean", lambda item: item.language == "ko"),
        ("tonight under 100 minutes", lambda item: item.runtime <= 100),
        ("heute Komödie", lambda item: "Comedy" in item.genres),
        ("heute koreanische", lambda item: item.language == "ko"),
        ("heute nicht:Horror", lambda item: "Horror" not in item.genres),
        ("heute kein Horror", lambda item: "Horror" not in item.genres),
        ("heute 90er", lambda item: 1990 <= item.year <= 1999),
        ("ce-soir comédie", lambda item: "Comedy" in item.genres),
        ("ce-soir coréen", lambda item: item.language == "ko"),
        ("ce-soir pas:horreur", lambda item: "Horror" not in item.genres),
        ("recommend shuffle drama", lambda item: "Drama" in item.genres),
        ("recommend tonight country:KR", lambda item: "KR" in item.countries),
        ('tonight with:"Director 3"', lambda item: "Director 3" in item.people(*type(item.credits[0].role))),
        ('tonight collection:"Harbour Cycle"', lambda item: item.collection.name == "Harbour Cycle"),
        ("tonight library:films type:movie", lambda item: "films" in item.library_ids),
    ],
)
async def test_filters_hold(house: House, line: str, holds: object) -> None:
    answer = await house.say(line)
    shown = await _items(house, answer)
    assert shown, said(answer)
    assert callable(holds)
    assert all(holds(item) for item in shown)


async def test_a_number_says_how_many_cards(house: House) -> None:
    assert len(cards(await house.say("tonight korean 2"))) == 2
    assert len(cards(await house.say("/tonight 7"))) == 7


async def test_like_and_without_move_what_teaches(house: House) -> None:
    await house.say("rate Parasite 10")
    answer = await house.say('tonight like:"Parasite" 2')
    assert cards(answer)
    for rank in range(1, len(cards(answer)) + 1):
        assert "Parasite" in said(await house.press(token(answer, "why", rank)))
    without = await house.say('tonight without:"Parasite" 3')
    for rank in (1, 2, 3):
        assert "Parasite" not in said(await house.press(token(without, "why", rank)))


@pytest.mark.parametrize(
    ("line", "word", "near"),
    [("tonight comdy", "comdy", "comedy"), ("heute Komödi", "Komödi", "komodie"), ("tonight foo:bar", "foo:", "")],
)
async def test_an_unknown_word_is_named_with_the_nearest(house: House, line: str, word: str, near: str) -> None:
    text = said(await house.say(line))
    assert word in text
    assert near in text


async def test_filters_that_nothing_passes_say_so_and_what_to_do(house: House) -> None:
    answer = await house.say("tonight year:1901")
    assert not cards(answer)
    assert "Loosen" in said(answer)


async def test_plain_sentences_are_moods_in_every_language(house: House) -> None:
    for who, line in (
        ("v-anna", "something funny, but not horror"),
        ("v-ben", "ich will was Lustiges aus Korea"),
        ("v-chloe", "moi je veux quelque chose de drôle"),
        ("v-anna", "help me find something cozy and short"),
        ("v-anna", "similar to Parasite but funnier"),
    ):
        answer = await house.say(line, who)
        assert cards(answer), (line, said(answer))


async def test_tones_within_a_command_become_a_mood(house: House) -> None:
    assert said(await house.say("tonight funny")).startswith("For that mood:")


async def test_someone_who_may_open_nothing_is_told_so_and_shown_nothing(house: House) -> None:
    answer = await house.say("tonight", "v-none")
    assert not cards(answer)
    assert said(answer)
    assert not cards(await house.say("search Parasite", "v-none"))
    assert "Parasite (2019)" not in said(await house.say("rate Parasite 9", "v-none"))


@pytest.mark.parametrize(
    "line",
    ["search {}", "rate {} 9", "seen {}", "hide {}", "whynot {}", "similar {}", "watchlist add {}", "why {}",
     'tonight like:"{}"', 'tonight with:"{}"'],
)  # fmt: skip
async def test_a_title_from_a_closed_shelf_is_as_unknown_as_one_that_does_not_exist(house: House, line: str) -> None:
    hidden = said(await house.say(line.format(SECRET_TITLE)))
    unknown = said(await house.say(line.format("Xyzzy Plugh Qwert")))
    assert hidden.replace(SECRET_TITLE, "?") == unknown.replace("Xyzzy Plugh Qwert", "?")
    seen_by_owner = await house.say(line.format(SECRET_TITLE), "v-owner")
    assert SECRET_TITLE in said(seen_by_owner) or cards(seen_by_owner) or ":" in line


async def test_a_shelf_that_was_closed_since_is_not_shown_from_the_old_card(house: House) -> None:
    first = await house.say("tonight")
    viewer = replace((await _viewer(house)), library_ids=frozenset())
    async with house.storage.unit() as unit:
        await unit.viewers.set_access(viewer.id, [])
    for verb in ("why", "like", "open", "next", "save", "seen"):
        answer = await house.press(token(first, verb))
        assert not cards(answer)
        assert not any(name(card) in said(answer) for card in cards(first))
    assert not await house.facts(item_id=cards(first)[0].item_id)


@pytest.mark.parametrize("width", [60, 80, 120])
async def test_hostile_titles_cannot_drive_the_terminal_nor_break_the_page(
    house: House, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    for item_id in HOSTILE:
        shown = await house.transcript(f"search {HOSTILE[item_id]}", "1", "similar 1")
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
    everything = await house.transcript("tonight 10", "more")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", everything)


async def test_a_mistyped_command_gets_the_nearest_to_press(house: House) -> None:
    answer = await house.say("korean 2", command="tonigt")
    assert "/tonight" in said(answer)
    (offered,) = choices(answer).values()
    assert len(cards(await house.press(offered))) == 2
    assert choices(await house.say("tonigt"))


async def _items(house: House, answer: object) -> list[object]:
    async with house.storage.unit() as unit:
        found = await unit.items.get_many([card.item_id for card in cards(answer)])  # type: ignore[arg-type] - an Answer
    return list(found.values())


async def _viewer(house: House) -> object:
    async with house.storage.unit() as unit:
        return await unit.viewers.get("v-anna")


async def test_a_mistyped_command_is_offered_in_the_askers_language(house: House) -> None:
    assert list(choices(await house.say("", "v-ben", command="hihlfe"))) == ["/hilfe"]


@pytest.mark.parametrize("line", ["why", "why 1", "rate 3", "like 2"])
async def test_a_number_before_anything_was_shown_is_no_title(house: House, line: str) -> None:
    assert "not shown you anything here yet" in said(await house.say(line))


async def test_a_button_word_alone_asks_for_the_number(house: House) -> None:
    await house.say("tonight 2")
    assert "“like 1”" in said(await house.say("like"))


async def test_more_goes_on_saying_that_that_was_all(house: House) -> None:
    last = await house.say("tonight 9")
    while cards(last) and last.actions:
        more = last.actions[0].token
        last = await house.press(more)
    for _ in range(3):
        last = await house.press(more)
    assert "That was all" in said(last)


async def test_no_more_is_offered_where_there_is_nothing_more(house: House) -> None:
    answer = await house.say("tonight person:Bong")
    assert "no more to show" in said(answer)
    assert not answer.actions


@pytest.mark.parametrize("line", ["search Parasite", "watchlist add Parasite", "watchlist"])
async def test_titles_that_are_looked_up_have_a_poster_that_chats_can_show(house: House, line: str) -> None:
    await house.say("watchlist add Parasite")
    assert all("/card/" in (card.poster_url or "") for card in cards(await house.say(line)))


async def test_a_list_that_is_missing_is_made_whatever_it_sounds_like(house: House) -> None:
    await house.say("watchlist add Parasite to Memories")
    assert name(cards(await house.say("watchlist Memories"))[0]) == "Parasite"


async def test_a_taste_comes_as_a_picture_that_the_chat_can_fetch(house: House) -> None:
    (picture,) = [part for part in (await house.say("taste")).parts if isinstance(part, Picture)]
    assert re.fullmatch(r"http://127.0.0.1:8420/taste/[a-z2-7]+\.png", picture.url)


async def test_what_is_not_set_up_is_said_so_when_somebody_wants_to_sign_in_there(house: House) -> None:
    assert "Nobody can sign in to Plex here" in said(await house.say("link plex"))


@pytest.mark.parametrize(
    ("who", "line", "range_told"),
    [
        ("v-anna", "tonight 50", "Ask for 1 to 10"),
        ("v-anna", "recommend shuffle limit:0", "Ask for 1 to 10"),
        ("v-anna", "grab -3", "Ask for 1 to 10"),
        ("v-anna", "group Ben 9", "Ask for 3 to 5"),
        ("v-ben", "heute 11", "Frag nach 1 bis 10"),
        ("v-chloe", "ce-soir 99999", "Demande de 1 à 10"),
    ],
)
async def test_a_number_of_cards_that_cannot_be_says_which_can(
    house: House, who: str, line: str, range_told: str
) -> None:
    answer = await house.say(line, who)
    assert not cards(answer)
    assert range_told in said(answer)


@pytest.mark.parametrize(
    ("who", "line", "told"),
    [
        ("v-anna", "mood qwlrm vbnty zzyzx", "could not make sense of “qwlrm vbnty zzyzx”"),
        ("v-ben", "stimmung algo divertido y corto", "„algo divertido y corto“ habe ich nicht verstanden"),
        ("v-chloe", "humeur что-нибудь весёлое", "Je n’ai pas compris «\N{NO-BREAK SPACE}что-нибудь весёлое"),
    ],
)
async def test_words_that_say_nothing_here_are_owned_up_to(house: House, who: str, line: str, told: str) -> None:
    answer = await house.say(line, who)
    words = line.partition(" ")[2]
    assert told in said(answer)
    assert cards(answer)
    assert not any(words in card.reason for card in cards(answer))
    understood = await house.say("mood something cosy qwlrm")
    assert "could not make sense" not in said(understood)


@pytest.mark.parametrize("line", ["thanks", "Danke!", "Merci beaucoup"])
async def test_thanks_are_no_mood(house: House, line: str) -> None:
    answer = await house.say(line)
    assert "/recommend" in said(answer)
    assert not cards(answer)


async def test_a_list_or_title_that_was_left_out_is_asked_for(house: House) -> None:
    assert "watchlist add Parasite" in said(await house.say("add", command="watchlist"))
    assert "watchlist remove Parasite" in said(await house.say("remove", command="watchlist"))
    await house.say("add Parasite to Date night", command="watchlist")
    assert "Date night" in said(await house.say("drop", command="watchlist"))
