"""Telling the bot about titles, taking it back, lists, language and settings."""

from __future__ import annotations

from datetime import timedelta

import pytest

from engine.domain.items import MediaType
from engine.domain.viewers import HistoryDepth, Viewer
from tests.conversations.household import House, cards, choices, said, token


async def test_a_rating_is_kept_counts_and_can_be_taken_back(house: House) -> None:
    answer = await house.say("rate Parasite 9")
    assert "Parasite (2019): 9 out of 10" in said(answer)
    assert [(fact.kind, fact.rating) for fact in await house.facts()] == [("rating", 9.0)]
    assert "taken back" in said(await house.press(answer.actions[0].token))
    assert not await house.facts()


async def test_a_new_rating_takes_the_place_of_the_last_and_undo_brings_it_back(house: House) -> None:
    await house.say("rate Parasite 9")
    await house.say("rate Parasite 4,5")
    assert [fact.rating for fact in await house.facts()] == [4.5]
    await house.say("undo")
    assert [fact.rating for fact in await house.facts()] == [9.0]


@pytest.mark.parametrize("line", ["rate Parasite 0", "rate Parasite 11", "rate Parasite 99"])
async def test_points_out_of_range_change_nothing_and_say_the_range(house: House, line: str) -> None:
    text = said(await house.say(line))
    assert "1" in text
    assert "10" in text
    assert not await house.facts()


async def test_a_title_that_ends_in_a_number_is_not_taken_for_points(house: House) -> None:
    answer = await house.say("rate Apollo 13")
    assert list(choices(answer)) == [str(score) for score in range(1, 11)]
    assert "8 out of 10" in said(await house.press(choices(answer)["8"]))
    assert "Apollo 13 (1995): 9 out of 10" in said(await house.say("rate Apollo 13 9"))


async def test_a_title_with_two_meanings_asks_and_goes_on_with_the_points(house: House) -> None:
    answer = await house.say("rate Dune 7")
    assert len(choices(answer)) == 2
    old = next(token for label, token in choices(answer).items() if "1984" in label)
    assert "Dune (1984): 7 out of 10" in said(await house.press(old))
    assert "Dune (2021): 8 out of 10" in said(await house.say("rate Dune 2021 8"))


async def test_misspelt_and_translated_titles_are_found(house: House) -> None:
    assert "Memories of Murder" in said(await house.say("seen Memoreis of Murdr"))
    assert "Harbour Nummer 8" in said(await house.say("gesehen Harbour Nummer 8", "v-ben"))


async def test_undo_goes_further_back_each_time(house: House) -> None:
    await house.say("rate Parasite 9")
    await house.say("seen Dune 1984")
    await house.say("hide Apollo 13")
    await house.say("watchlist add Back to the Future")
    await house.say("language de")
    told = [said(await house.say("undo")) for _ in range(6)]
    assert [text.split(".")[0] for text in told[:2]] == [
        "The language is what it was",
        "Back to the Future (1985) is off the list again",
    ]
    assert "Apollo 13" in told[2]
    assert "Dune (1984) counts as not seen again" in told[3]
    assert "Your rating of Parasite (2019) is taken back" in told[4]
    assert "nothing" in told[5].lower()
    assert not await house.facts()
    assert not await house.facts(item_id="movie:841")


async def test_an_old_undo_button_says_that_it_is_not_the_last_any_more(house: House) -> None:
    first = await house.say("rate Parasite 9")
    await house.say("seen Dune 1984")
    assert said(await house.press(first.actions[0].token))
    assert await house.facts()
    assert await house.facts(item_id="movie:841")


async def test_a_thumb_takes_the_place_of_the_other_and_pressing_twice_counts_once(house: House) -> None:
    shown = await house.say("tonight")
    item_id = cards(shown)[0].item_id
    liked = await house.press(token(shown, "like"))
    again = await house.press(token(shown, "like"))
    assert liked.replaces
    assert [fact.kind for fact in await house.facts(item_id=item_id)] == ["like"]
    assert not again.actions
    assert "Liked" in [action.label for action in cards(liked)[0].actions]
    await house.press(token(shown, "dislike"))
    assert [fact.kind for fact in await house.facts(item_id=item_id)] == ["dislike"]
    await house.say("undo")
    assert [fact.kind for fact in await house.facts(item_id=item_id)] == ["like"]


async def test_typed_thumbs_work_like_pressed_ones(house: House) -> None:
    shown = cards(await house.say("tonight"))
    for line, place, kind in (
        ("👍 1", 0, "like"),
        ("👎2", 1, "dislike"),
        ("no 3", 2, "dislike"),
        ("like 4", 3, "like"),
    ):
        await house.say(line)
        assert [fact.kind for fact in await house.facts(item_id=shown[place].item_id)] == [kind]
    assert "up to 5" in said(await house.say("like 9"))


async def test_a_hidden_title_says_until_when_and_comes_back_by_itself(house: House) -> None:
    first = cards(await house.say("tonight"))[0]
    text = said(await house.say("hide 1"))
    assert "14 July 2026" in text
    assert first.item_id not in {card.item_id for card in cards(await house.say("tonight"))}
    house.clock.advance(timedelta(days=123))
    assert first.item_id in {card.item_id for card in cards(await house.say("tonight 10"))}


async def test_undoing_a_second_hiding_restores_the_first(house: House) -> None:
    await house.say("hide Parasite")
    house.clock.advance(timedelta(days=30))
    await house.say("hide Parasite")
    await house.say("undo")
    async with house.storage.unit() as unit:
        (hiding,) = await unit.hidings.of_viewer("v-anna", house.clock.now())
    assert hiding.since < house.clock.now()
    await house.say("whynot Parasite")
    brought_back = await house.press(house.shown[-1].actions[0].token)
    assert "is back" in said(brought_back)
    assert "hidden again" in said(await house.say("undo"))


async def test_several_watchlists_in_any_language(house: House) -> None:
    assert "“Date night”" in said(await house.say("watchlist add Parasite to Date night"))
    assert "“Watchlist”" in said(await house.say("watchlist add Back to the Future"))
    assert "already" in said(await house.say("watchlist add Parasite to date NIGHT"))
    shown = await house.say("watchlist date night")
    assert [card.title for card in cards(shown)] == ["Parasite"]
    assert "Date night (1)" in said(await house.say("watchlist"))
    assert "off “Date night”" in said(await house.press(token(shown, "unsave")))
    await house.say("undo")
    await house.say("watchlist drop Date night")
    assert "called “Date night”" in said(await house.say("watchlist Date night"))
    await house.say("undo")
    assert [card.title for card in cards(await house.say("watchlist Date night"))] == ["Parasite"]
    assert "„Filmabend“" in said(await house.say("merkliste dazu Parasite auf Filmabend", "v-ben"))
    assert "Soirée" in said(await house.say("liste ajouter Parasite dans Soirée", "v-chloe"))
    assert "“Watchlist”" not in said(await house.say("merkliste dazu Dune 1984", "v-ben"))


async def test_a_misspelt_title_with_to_in_it_makes_no_new_list(house: House) -> None:
    assert "Back to the Future (1985) is on “Watchlist”" in said(await house.say("watchlist add Back to the Futre"))


async def test_saving_a_card_says_so_on_its_button(house: House) -> None:
    shown = await house.say("tonight")
    saved = await house.press(token(shown, "save", 2))
    assert "Saved" in [action.label for action in cards(saved)[0].actions]
    assert cards(saved)[0].title in [card.title for card in cards(await house.say("watchlist"))]


async def test_a_list_name_that_is_too_long_is_refused(house: House) -> None:
    assert "40" in said(await house.say("watchlist add Parasite to " + "x" * 60))


async def test_each_speaks_their_own_language_and_changes_it_by_name_or_code(house: House) -> None:
    assert "Deutsch" in said(await house.say("language german"))
    assert said(await house.say("hilfe")).startswith("Du kannst")
    assert "français" in said(await house.say("sprache französisch"))
    assert "English" in said(await house.press(choices(await house.say("langue"))["English"]))
    assert "Klingon" in said(await house.say("language Klingon"))


async def test_settings_are_shown_changed_and_taken_back(house: House) -> None:
    assert "twelve months" in said(await house.say("settings"))
    await house.say("settings history 3 months")
    await house.say("settings blend anime films")
    await house.say("settings timezone Europe/Berlin")
    viewer = await _anna(house)
    assert viewer.history_depth is HistoryDepth.MONTHS_3
    assert viewer.blends == {frozenset({MediaType.ANIME, MediaType.MOVIE})}
    assert viewer.time_zone == "Europe/Berlin"
    for line in ("settings history 7 years", "settings blend anime", "settings timezone Mars/Base", "settings foo bar"):
        assert said(await house.say(line))
        assert await _anna(house) == viewer
    for _ in range(3):
        await house.say("undo")
    assert (await _anna(house)).history_depth is HistoryDepth.MONTHS_12
    await house.say("settings blend all")
    assert len((await _anna(house)).blends) == 6
    await house.say("settings blend none")
    assert not (await _anna(house)).blends


async def test_taste_is_told_with_bars_and_a_picture(house: House) -> None:
    answer = await house.say("taste")
    assert "█" in said(answer)
    assert "Director" in said(answer)
    assert "http://127.0.0.1:8420/taste" in await house.transcript("taste films")
    assert "nothing" in said(await house.say("taste", "v-none"))


async def test_search_finds_titles_and_people(house: House) -> None:
    assert [card.title for card in cards(await house.say("search parasit"))] == ["Parasite"]
    people = said(await house.say("search Bong Joon Ho"))
    assert "Parasite" in people
    found = await house.say("search Dune")
    assert {card.title for card in cards(found)} == {"Dune"}
    assert cards(await house.press(token(found, "similar", 1)))


async def _anna(house: House) -> Viewer:
    async with house.storage.unit() as unit:
        viewer = await unit.viewers.get("v-anna")
    assert viewer is not None
    return viewer
