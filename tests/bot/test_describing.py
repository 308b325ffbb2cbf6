"""What platforms register and complete."""

from __future__ import annotations

import pytest

from bot.call import Kind
from bot.gateway import LONGEST_DESCRIPTION, LONGEST_OFFER, MOST_OFFERED
from bot.i18n import Translator
from bot.vocabulary import Account, Invocation, Press, Room
from engine.testing.clock import START
from tests.conversations.household import SECRET_TITLE, House, cards, open_house

ANNA = Account("chat", "v-anna")


@pytest.fixture
async def house() -> House:
    return await open_house()


async def test_every_command_is_described_within_the_limits_of_all_platforms(house: House, speak: Translator) -> None:
    commands = house.gateway.commands(speak.locale)
    names = [command.name for command in commands]
    assert names == sorted(names)
    assert "tonight" in names
    assert "be" not in names
    for command in commands:
        assert 0 < len(command.description) <= LONGEST_DESCRIPTION
        required = [argument.required for argument in command.arguments]
        assert required == sorted(required, reverse=True)
        for argument in command.arguments:
            assert argument.name.isascii()
            assert argument.name.islower()
            assert 0 < len(argument.description) <= LONGEST_DESCRIPTION
            assert len(argument.choices) <= MOST_OFFERED
            assert not (argument.choices and argument.completes)


async def test_arguments_stand_in_the_order_in_which_they_are_typed(house: House) -> None:
    for command in house.gateway._registry.commands.values():  # type: ignore[attr-defined] - the Dispatcher
        required = [argument.required for argument in command.arguments]
        assert required == sorted(required, reverse=True), command.name


async def test_what_has_few_values_lists_them(house: House) -> None:
    commands = {command.name: command for command in house.gateway.commands("de")}
    modes = commands["recommend"].arguments[0]
    assert modes.kind is Kind.MODE
    assert ("tonight", "tonight") in modes.choices
    assert dict(commands["language"].arguments[0].choices)["Deutsch"] == "de"
    assert commands["rate"].arguments[0].completes
    assert commands["status"].admin
    assert "heute" in commands["tonight"].description


async def test_the_demo_offers_its_own_commands() -> None:
    demo = await open_house(demo=True)
    assert "be" in [command.name for command in demo.gateway.commands("en")]


async def test_titles_are_completed_within_what_the_person_may_know(house: House) -> None:
    assert ("Parasite (2019)", "Parasite (2019)") in await house.gateway.complete(ANNA, "rate", "title", "Paras")
    assert SECRET_TITLE not in str(await house.gateway.complete(ANNA, "rate", "title", SECRET_TITLE[:12]))
    owner = Account("chat", "v-owner")
    assert SECRET_TITLE in str(await house.gateway.complete(owner, "rate", "title", SECRET_TITLE[:12]))
    for who in ("nobody", "v-none"):
        assert not await house.gateway.complete(Account("chat", who), "rate", "title", "Paras")


@pytest.mark.parametrize("typed", ["An Unending", "万引き家族", "the", "\x00\x1b[2J", "x" * 5_000, "👩‍👩‍👧‍👦 The"])
async def test_offers_stay_within_the_limits_whatever_is_typed(house: House, typed: str) -> None:
    offers = await house.gateway.complete(ANNA, "rate", "title", typed)
    assert len(offers) <= MOST_OFFERED
    for label, value in offers:
        assert 0 < len(label) <= LONGEST_OFFER
        assert 0 < len(value) <= LONGEST_OFFER


async def test_filters_are_completed_word_by_word(house: House) -> None:
    offers = await house.gateway.complete(ANNA, "tonight", "filters", "drama com")
    assert ("drama Comedy", "drama Comedy") in offers


async def test_picks_on_the_table_are_offered_by_number_with_their_titles(house: House) -> None:
    shown = cards(await house.say("tonight 3"))
    offers = await house.gateway.complete(ANNA, "why", "pick", "")
    assert [value for _, value in offers] == ["1", "2", "3"]
    assert shown[1].title[:20] in offers[1][0]
    assert await house.gateway.complete(ANNA, "why", "pick", shown[0].title[:12])
    assert not await house.gateway.complete(Account("chat", "v-ben"), "why", "pick", "")


async def test_lists_settings_scores_and_languages_are_offered(house: House) -> None:
    await house.say("watchlist add Parasite to Date night")
    assert ("Date night", "Date night") in await house.gateway.complete(ANNA, "watchlist", "list", "")
    assert ("history", "history") in await house.gateway.complete(ANNA, "settings", "setting", "his")
    assert ("9", "9") in await house.gateway.complete(ANNA, "rate", "score", "9")
    assert await house.gateway.complete(ANNA, "language", "language", "De") == [("Deutsch", "Deutsch")]
    assert ("tonight", "tonight") in [
        (value, value) for _, value in await house.gateway.complete(ANNA, "help", "command", "ton")
    ]


async def test_nothing_is_offered_for_what_does_not_exist_or_is_not_open(house: House) -> None:
    assert not await house.gateway.complete(ANNA, "nonsense", "title", "Paras")
    assert not await house.gateway.complete(ANNA, "rate", "nonsense", "Paras")
    assert not await house.gateway.complete(ANNA, "mood", "text", "funny")


async def test_completing_never_raises(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> object:
        raise OSError("a secret")

    monkeypatch.setattr(house.storage, "unit", broken)
    assert not await house.gateway.complete(ANNA, "rate", "title", "Paras")


async def test_whether_an_answer_is_private_is_told_before_there_is_one(house: House) -> None:
    lounge = Room("lounge", private=False)
    for command, text in (("tonight", ""), ("mood", "tonight comedy"), ("nonsense", ""), ("mood", "")):
        assert house.gateway.private(Invocation("u", ANNA, lounge, command, text, START))
    for token in ("why:slate-0000001:1", "nonsense", "choose:rate:9:movie:1"):
        assert house.gateway.private(Press("p", ANNA, lounge, token, START))


async def test_errors_and_help_are_neutral_and_everything_else_is_not(house: House) -> None:
    assert (await house.say("", command="help")).neutral
    assert (await house.say("rate xqztwv 9")).neutral
    assert (await house.say("", command="tonigt")).neutral
    assert not (await house.say("tonight 1")).neutral
    assert not (await house.say("", command="me")).neutral
    assert all(answer.private for answer in house.shown)
