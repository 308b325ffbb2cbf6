"""Interactions: acknowledged in time, stored once, answered where they were asked."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from bot.gateway import State
from bot.services import Services
from bot.vocabulary import LONGEST_REFERENCE, Action, Answer, Choice, Invocation, Press, Progress, Style, Text
from engine.errors import SourceUnavailable
from engine.testing.clock import SteppedClock
from tests.adapters.chat.discord.stage import CARD, Stage, comes, open_stage, outgoing
from tests.fakes.discord.server import FakeDiscord

LIKE = Action("Like", "like:slate-0000001:1", emoji="👍")
LIKED = replace(LIKE, label="Liked", style=Style.DONE)


async def test_a_command_is_heard_with_all_that_was_filled_in(stage: Stage) -> None:
    anna = stage.discord.person("anna", locale="de")
    await anna.command("rate", room="general", score=8.5, title="Memories  of Murder")
    said = (await stage.said())[0]
    assert isinstance(said, Invocation)
    assert (said.command, said.text) == ("rate", "Memories of Murder 8.5")
    assert (said.account.id, said.account.name, said.account.locale) == (str(anna.user.id), "anna", "de")
    assert not said.room.private
    assert len(said.reference.encode()) <= LONGEST_REFERENCE


async def test_a_plain_sentence_goes_in_as_mood_and_whole_scores_are_whole(stage: Stage) -> None:
    ben = stage.discord.person("ben")
    await ben.command("mood", text="something funny under 100 minutes")
    await ben.command("rate", title="Dune", score=9.0)
    first, second = await stage.said(2)
    assert isinstance(first, Invocation)
    assert isinstance(second, Invocation)
    assert (first.command, first.text) == ("mood", "something funny under 100 minutes")
    assert second.text == "Dune 9"
    assert first.room.private


async def test_what_is_private_shows_to_nobody_else_in_a_room(stage: Stage) -> None:
    anna, ben = stage.discord.person("anna"), stage.discord.person("ben")
    await anna.command("tonight", room="general")
    assert (await anna.until("general"))[0].private
    assert ben.sees("general") == []


async def test_what_is_for_everyone_shows_to_everyone(stage: Stage) -> None:
    stage.talk.secret, stage.talk.answer = False, lambda _: Answer((Text("Hello all."),), private=False)
    await stage.discord.person("anna").command("tonight", room="general")
    assert (await stage.discord.person("ben").until("general"))[0].text == "Hello all."


async def test_in_a_private_chat_nothing_is_ephemeral_so_that_it_can_be_edited_next_week(stage: Stage) -> None:
    anna = stage.discord.person("anna")
    await anna.command("tonight")
    assert not (await anna.until())[0].private


async def test_an_answer_that_turned_out_private_never_stands_where_all_can_see(stage: Stage) -> None:
    stage.talk.secret = False
    anna, ben = stage.discord.person("anna"), stage.discord.person("ben")
    await anna.command("tonight", room="general")
    assert (await anna.until("general", text="Noted."))[0].private
    assert ben.sees("general") == []


async def test_it_is_acknowledged_before_the_database_is_done(stage: Stage) -> None:
    stage.talk.pause = 1.5
    interaction = await stage.discord.person("anna").command("tonight")
    async with asyncio.timeout(1.4):
        await interaction.answered.wait()
    assert interaction.callback == 5
    assert not stage.talk.heard
    await stage.discord.person("anna").until(text="Noted.")


async def test_an_answer_that_is_there_soon_is_the_first_answer_itself(stage: Stage) -> None:
    anna = stage.discord.person("anna")
    interaction = await anna.command("tonight", room="general")
    (told,) = await anna.until("general", text="Noted.")
    assert interaction.callback == 4
    assert (told.private, told.raw.edits) == (True, 0)


async def test_an_answer_that_takes_longer_is_written_where_it_was_thought_about(stage: Stage) -> None:
    stage.talk.pause = 0.6
    anna = stage.discord.person("anna")
    interaction = await anna.command("tonight", room="general")
    (told,) = await anna.until("general", text="Noted.")
    assert interaction.callback == 5
    assert (told.private, told.raw.edits) == (True, 1)


async def test_in_a_crowd_answers_are_waited_for_a_little_longer(stage: Stage) -> None:
    stage.talk.pause = 0.8
    crowd = [stage.discord.person(f"p{number}") for number in range(30)]
    interactions = [await person.command("tonight") for person in crowd]
    for person in crowd:
        await person.until(text="Noted.")
    assert {interaction.callback for interaction in interactions} == {4}


@pytest.mark.parametrize("fault", [{"drop": "after"}, {"drop": "before"}, {"status": 500, "times": 2}])
async def test_what_answers_a_press_is_there_once_even_if_discord_s_receipt_is_lost(
    stage: Stage, fault: dict[str, object]
) -> None:
    stage.talk.answer = lambda _: Answer((replace(CARD, actions=(LIKE,)),))
    anna = stage.discord.person("anna")
    await anna.command("tonight", room="general")
    (card,) = await anna.until("general")
    stage.discord.faults.add("POST /interactions", **fault)
    stage.talk.answer = lambda _: Answer((Text("Because of Mother."),))
    await anna.press(card.id, "👍 Like", room="general")
    await comes(lambda: len(stage.talk.delivered) == 2)
    assert [one.text for one in anna.sees("general")][1:] == ["Because of Mother."]
    assert not stage.talk.troubles


async def test_five_cards_are_five_messages_in_order_with_more_at_the_end(stage: Stage) -> None:
    cards = tuple(
        replace(CARD, number=n, title=f"Title {n}", actions=(replace(LIKE, token=f"like:slate-0000001:{n}"),))
        for n in range(1, 6)
    )
    stage.talk.answer = lambda _: Answer(
        (Text("For tonight, Anna:"), *cards), actions=(Action("More", "more:slate-0000001"),)
    )
    anna = stage.discord.person("anna")
    await anna.command("tonight", room="general")
    shown = await anna.until("general", count=5)
    assert [one.text.splitlines()[0] for one in shown] == [
        "For tonight, Anna:",
        *(f"{n}. Title {n}" for n in range(2, 6)),
    ]
    assert [one.buttons for one in shown] == [("👍 Like",)] * 4 + [("👍 Like", "More")]
    assert all(one.private for one in shown)
    await asyncio.sleep(0.05)
    assert len(stage.talk.delivered[0].messages) == 6
    assert len(stage.talk.written) == 5


async def test_a_press_edits_the_message_in_place(stage: Stage) -> None:
    stage.talk.answer = lambda _: Answer((replace(CARD, actions=(LIKE,)),))
    anna = stage.discord.person("anna")
    await anna.command("tonight", room="general")
    (card,) = await anna.until("general")
    stage.talk.answer = lambda _: Answer((replace(CARD, actions=(LIKED,)),), toast="You like it.", replaces=True)
    interaction = await anna.press(card.id, "👍 Like", room="general")
    (card,) = await anna.until("general", text="You like it.")
    assert interaction.callback == 7
    assert card.buttons == ("👍 Liked",)
    press = stage.talk.heard[-1]
    assert isinstance(press, Press)
    assert press.token == LIKE.token
    assert press.message == stage.talk.delivered[0].messages[0]


async def test_a_press_that_is_answered_in_other_words_leaves_the_message_alone(stage: Stage) -> None:
    stage.talk.answer = lambda _: Answer((replace(CARD, actions=(LIKE,)),))
    anna = stage.discord.person("anna")
    await anna.command("tonight", room="general")
    (card,) = await anna.until("general")
    stage.talk.answer = lambda _: Answer((Text("Because of Mother."),))
    await anna.press(card.id, "👍 Like", room="general")
    before, after = await anna.until("general", count=2)
    assert before.buttons == ("👍 Like",)
    assert (after.text, after.private) == ("Because of Mother.", True)


async def test_a_word_to_who_pressed_does_not_stand_in_a_message_of_everybody(stage: Stage) -> None:
    stage.talk.secret, stage.talk.answer = False, lambda _: Answer((replace(CARD, actions=(LIKE,)),), private=False)
    anna, ben = stage.discord.person("anna"), stage.discord.person("ben")
    await anna.command("group", room="general")
    (card,) = await anna.until("general")
    voted = replace(CARD, actions=(LIKED,))
    stage.talk.answer = lambda _: Answer((voted,), toast="Your vote counts.", replaces=True, private=False)
    await ben.press(card.id, "👍 Like", room="general")
    shown, word = await ben.until("general", text="Your vote counts.", count=2)
    assert (shown.buttons, "vote" in shown.text, word.private) == (("👍 Liked",), False, True)
    assert [one.id for one in anna.sees("general")] == [card.id]


async def test_somebody_else_s_press_on_a_public_card_is_answered_to_them_alone(stage: Stage) -> None:
    stage.talk.secret, stage.talk.answer = False, lambda _: Answer((replace(CARD, actions=(LIKE,)),), private=False)
    anna, ben = stage.discord.person("anna"), stage.discord.person("ben")
    await anna.command("tonight", room="general")
    (card,) = await ben.until("general")
    stage.talk.answer = lambda _: Answer((replace(CARD, reason="Ben likes it.", actions=(LIKED,)),), replaces=True)
    await ben.press(card.id, "👍 Like", room="general")
    mine = (await ben.until("general", count=2))[1]
    assert mine.private
    assert "Ben likes it." in mine.text
    assert [one.buttons for one in anna.sees("general")] == [("👍 Like",)]


async def test_a_card_of_last_week_is_pressed_after_a_restart(stage: Stage) -> None:
    stage.talk.answer = lambda _: Answer((replace(CARD, actions=(LIKE,)),))
    anna = stage.discord.person("anna")
    await anna.command("tonight")
    (card,) = await anna.until()
    await stage.restart()
    await stage.until(State.RUNNING)
    stage.later(7 * 24 * 3600)
    stage.talk.answer = lambda _: Answer((Text("I have forgotten that card; ask again."),))
    await anna.press(card.id, "👍 Like")
    assert (await anna.until(count=2))[1].text == "I have forgotten that card; ask again."


async def test_what_is_chosen_in_a_select_is_a_press(stage: Stage) -> None:
    actions = tuple(Action(f"Dune ({1960 + n})", f"choose:seen::movie:{n}") for n in range(12))
    stage.talk.answer = lambda _: Answer((Choice("Which one?", actions),))
    anna = stage.discord.person("anna")
    await anna.command("tonight")
    (question,) = await anna.until()
    await anna.press(question.id, "Dune (1963)")
    press = (await stage.said(2))[1]
    assert isinstance(press, Press)
    assert press.token == "choose:seen::movie:3"


async def test_a_duplicate_event_changes_nothing(stage: Stage) -> None:
    anna = stage.discord.person("anna")
    interaction = await anna.command("tonight", room="general")
    await anna.until("general")
    for _ in range(3):
        await stage.discord.gateway.dispatch("INTERACTION_CREATE", interaction.payload)
    await asyncio.sleep(0.2)
    assert len(stage.talk.heard) == 1
    assert [one.text for one in anna.sees("general")] == ["Noted."]


async def test_updates_are_stored_in_the_order_in_which_they_arrived(stage: Stage) -> None:
    anna = stage.discord.person("anna")
    stage.discord.faults.add("POST /interactions", slow=0.3)
    interactions = [await anna.command("mood", text=str(number)) for number in range(20)]
    heard = await stage.said(20)
    assert [said.id for said in heard] == [str(interaction.id) for interaction in interactions]


async def test_an_answer_waits_for_its_acknowledgement(stage: Stage) -> None:
    stage.discord.faults.add("POST /interactions", slow=0.3)
    anna = stage.discord.person("anna")
    await anna.command("tonight", room="general")
    assert [one.text for one in await anna.until("general", text="Noted.")] == ["Noted."]
    assert not stage.talk.troubles


@pytest.mark.parametrize(
    "fault",
    [
        {"status": 500},
        {"status": 503, "times": 2},
        {"status": 429, "retry_after": 0.3},
        {"status": 429, "retry_after": 0.3, "everywhere": True},
        {"status": 429, "cloudflare": True, "retry_after": 0.6},
        {"drop": "before"},
        {"drop": "after"},
    ],
)
async def test_acknowledging_is_tried_again_while_there_is_time(stage: Stage, fault: dict[str, object]) -> None:
    stage.discord.faults.add("POST /interactions", **fault)
    anna = stage.discord.person("anna")
    await anna.command("tonight", room="general")
    assert [one.text for one in await anna.until("general", text="Noted.")] == ["Noted."]


async def test_what_could_not_be_acknowledged_in_time_is_answered_all_the_same(stage: Stage) -> None:
    anna = stage.discord.person("anna")
    stage.discord.faults.add("POST /interactions", status=500, times=99)
    await anna.command("tonight", room="general")
    (told,) = await anna.until(text="Noted.")
    assert told.text == "Noted."
    assert anna.sees("general") == []


async def test_what_cannot_be_stored_is_said_at_once(stage: Stage) -> None:
    stage.talk.failing = SourceUnavailable("platform-unreachable", platform="the database")
    anna = stage.discord.person("anna")
    await anna.command("tonight", room="general")
    (told,) = await anna.until("general")
    assert told.private
    assert told.text
    stage.talk.failing = None
    await anna.command("tonight", room="general")
    assert (await anna.until("general", count=2))[1].text == "Noted."


async def test_a_press_that_cannot_be_stored_is_said_to_its_person_alone(stage: Stage) -> None:
    stage.talk.secret, stage.talk.answer = False, lambda _: Answer((replace(CARD, actions=(LIKE,)),), private=False)
    anna, ben = stage.discord.person("anna"), stage.discord.person("ben")
    await anna.command("tonight", room="general")
    (card,) = await ben.until("general")
    stage.talk.failing = SourceUnavailable("platform-unreachable", platform="the database")
    await ben.press(card.id, "👍 Like", room="general")
    assert (await ben.until("general", count=2))[1].private
    assert len(anna.sees("general")) == 1


async def test_progress_is_shown_in_the_answer_s_place_and_becomes_the_answer(stage: Stage) -> None:
    stage.talk.answer, stage.talk.secret = lambda _: None, False
    anna = stage.discord.person("anna")
    await anna.command("tonight", room="general")
    said = (await stage.said())[0]
    working = await stage.delivers(outgoing(said, Answer((Progress("Reading", 0.5),))))
    assert "Reading" in anna.sees("general")[0].text
    done = outgoing(said, Answer((Text("Done."), CARD), private=False), edits=working.messages)
    assert (await stage.delivers(replace(done, id="done"))).messages[0] == working.messages[0]
    assert [one.text.splitlines()[0] for one in anna.sees("general")] == ["Done."]


async def test_an_empty_answer_ends_the_thinking(stage: Stage) -> None:
    stage.talk.answer = lambda _: Answer(())
    anna = stage.discord.person("anna")
    await anna.command("tonight", room="general")
    await comes(lambda: bool(stage.talk.delivered))
    assert anna.sees("general") == []


async def test_titles_are_completed_while_typing(stage: Stage) -> None:
    stage.talk.offers = [
        ("Dune (1984)", "Dune (1984)"),
        ("Dune (1984)", "double"),
        ("x" * 130, "y"),
        ("", "z"),
        ("long", "v" * 101),
    ]
    stage.talk.offers += [(f"Title {n}", f"t{n}") for n in range(40)]
    offered = await stage.discord.person("anna").typing("rate", "title", "dun", room="general")
    assert offered[0] == {"name": "Dune (1984)", "value": "Dune (1984)"}
    assert len(offered) == 25
    assert all(0 < len(choice["name"]) <= 100 and len(choice["value"]) <= 100 for choice in offered)
    assert len({choice["name"] for choice in offered}) == 25


async def test_completing_that_fails_or_takes_too_long_offers_nothing(stage: Stage) -> None:
    anna = stage.discord.person("anna")
    stage.talk.failing = SourceUnavailable("platform-unreachable", platform="x")
    assert await anna.typing("rate", "title", "dun") == []
    stage.talk.failing, stage.talk.pause = None, 10.0
    assert await anna.typing("rate", "title", "dun") == []


@pytest.mark.untraced
async def test_a_thousand_presses_are_heard_once_each(
    lenient: FakeDiscord, services: Services, clock: SteppedClock
) -> None:
    async with open_stage(lenient, services, clock) as stage:
        await stage.until(State.RUNNING)
        stage.talk.answer = lambda _: Answer((replace(CARD, actions=(LIKE,)),))
        anna = lenient.person("anna")
        await anna.command("tonight")
        (card,) = await anna.until()
        stage.talk.answer = lambda _: Answer((replace(CARD, actions=(LIKED, LIKE)),), replaces=True)
        for _ in range(1_000):
            await anna.press(card.id, LIKE.token)
        await comes(lambda: len(stage.talk.delivered) == 1_001, 60)
        assert len(stage.talk.heard) == 1_001
        assert not stage.talk.troubles
        assert len(anna.sees()) == 1


async def test_an_error_of_our_own_is_said_and_noted_where_it_happened(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    stage.talk.failing = LookupError("with somebody's words in it")
    anna = stage.discord.person("anna")
    await anna.command("tonight", room="general")
    (told,) = await anna.until("general")
    assert "went wrong" in told.text
    await comes(lambda: "LookupError" in caplog.text)
    assert "somebody" not in caplog.text


async def test_a_word_in_passing_alone_takes_no_card_s_place(stage: Stage) -> None:
    stage.talk.answer = lambda _: Answer((replace(CARD, actions=(LIKE,)),))
    anna = stage.discord.person("anna")
    await anna.command("tonight", room="general")
    (card,) = await anna.until("general")
    stage.talk.answer = lambda _: Answer((), toast="Noted already.", replaces=True)
    await anna.press(card.id, "👍 Like", room="general")
    before, after = await anna.until("general", count=2)
    assert before.buttons == ("👍 Like",)
    assert (after.text, after.private) == ("Noted already.", True)


async def test_what_tells_nothing_personal_is_said_aloud_where_there_is_no_private_way(stage: Stage) -> None:
    stage.talk.answer = lambda _: None
    anna = stage.discord.person("anna")
    await anna.command("help", room="general")
    said = (await stage.said())[0]
    stage.later(16 * 60)
    anna.user.closed = True
    await stage.delivers(outgoing(said, Answer((Text("You can simply say it."),), neutral=True)))
    assert stage.discord.person("ben").sees("general")[-1].text == "You can simply say it."
