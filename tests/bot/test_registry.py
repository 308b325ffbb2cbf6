"""Commands and buttons: every one is found, named and explained in every language, with examples that work."""

from __future__ import annotations

import pytest

from bot.call import Call, Command, PressVerb
from bot.i18n import Translator
from bot.registry import _claim, load_registry
from bot.vocabulary import Answer
from engine.discovery import DeclarationError
from engine.errors import InvalidQuery
from tests.conversations.household import TRANSLATIONS, cards, choices, open_house, said

pytestmark = pytest.mark.untraced

REGISTRY = load_registry(TRANSLATIONS)
EXPECTED = {
    "recommend", "tonight", "similar", "mood", "shuffle", "rediscover", "why", "whynot", "search", "rate", "seen",
    "hide", "watchlist", "taste", "group", "help", "language", "settings", "undo", "be", "me", "start",
    "status", "train", "models", "link", "unlink", "notify", "users", "experiments",
    "play", "queue", "playing", "devices", "push", "grab", "request", "requests", "want",
    "sync", "unmatched", "accounts",
}  # fmt: skip


def test_all_commands_are_there() -> None:
    assert set(REGISTRY.commands) == EXPECTED


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_every_command_is_described_in_every_language(name: str, speak: Translator) -> None:
    for part in ("", ".usage", ".help", ".examples", ".aliases"):
        assert speak.has(f"command-{name}{part}"), part
    assert REGISTRY.command(speak.text(f"command-{name}.usage").split()[0]) is REGISTRY.commands[name]
    for example in speak.text(f"command-{name}.examples").split("|"):
        assert REGISTRY.command(example.split()[0]) is REGISTRY.commands[name], example


@pytest.mark.parametrize(("who", "locale"), [("v-anna", "en"), ("v-ben", "de"), ("v-chloe", "fr")])
async def test_every_example_works(who: str, locale: str) -> None:
    house = await open_house(demo=True)
    speak = TRANSLATIONS.to(locale)
    refused: list[str] = []
    for name in sorted(EXPECTED - {"be"}):
        for example in speak.text(f"command-{name}.examples").split("|"):
            await house.say("rate Apollo 13 8", who)
            await house.say("/tonight 3", who)
            first, _, rest = example.strip().partition(" ")
            answer = await house.say(rest, who, command=first)
            errors = [speak.text("error-title-unknown", title="Parasite"), speak.text("error-button-unknown")]
            if not (cards(answer) or choices(answer) or said(answer)) or said(answer) in errors:
                refused.append(example)
            if any(word in said(answer) for word in ("xqzt", "went wrong")):
                refused.append(example)
            if name == "language":
                await house.say(f"language {locale}", who)
    assert not refused


def test_every_button_on_a_card_can_be_typed_by_its_label(speak: Translator) -> None:
    for verb in ("why", "like", "dislike", "save", "seen", "next", "open", "similar", "whynot", "unsave", "more"):
        label = " ".join(speak.text(f"press-{verb}").casefold().replace("?", "").split())
        assert REGISTRY.words[label] == verb


def test_every_journal_action_can_be_taken_back_and_told(speak: Translator) -> None:
    actions = {
        action for declared in (*REGISTRY.commands.values(), *REGISTRY.presses.values()) for action in declared.undoes
    }
    assert actions == {
        "rate",
        "seen",
        "hide",
        "unhide",
        "like",
        "dislike",
        "save",
        "unsave",
        "drop",
        "next",
        "language",
        "settings",
        "notify",
        "appoint",
    }
    assert all(speak.has(f"undone-{action}") for action in actions)
    assert REGISTRY.undo("nothing") is None


def test_a_mistyped_name_finds_the_nearest_and_nonsense_finds_none() -> None:
    for typed, name in (("tonigt", "tonight"), ("watchlst", "watchlist"), ("empfelen", "recommend"), ("/HELP", "help")):
        near = REGISTRY.nearest(typed, demo=False)
        assert near is not None
        assert near.name == name
    assert REGISTRY.nearest("qqqqqqqq", demo=False) is None


def test_a_mistyped_name_is_sought_among_those_of_the_askers_language() -> None:
    assert REGISTRY.nearest("danke", demo=False) is not None
    assert REGISTRY.nearest("danke", demo=False, locale="de") is None
    near = REGISTRY.nearest("empfelen", demo=False, locale="de")
    assert near is not None
    assert near.name == "recommend"


@pytest.mark.parametrize(
    ("typed", "name"),
    [("gouts", "taste"), ("cesoir", "tonight"), ("warumnicht", "whynot"), ("warum_nicht", "whynot"),
     ("ahnlich", "similar"), ("aehnlich", "similar"), ("Zurueck", "undo"), ("reglages", "settings")],
)  # fmt: skip
def test_a_name_is_known_without_its_accents_and_hyphens(typed: str, name: str) -> None:
    command = REGISTRY.command(typed)
    assert command is not None
    assert command.name == name


def test_a_press_that_answers_nothing_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="must answer"):
        PressVerb("idle")


async def _never(call: Call, text: str) -> Answer:
    raise InvalidQuery("never")


def test_a_command_with_a_name_that_is_taken_stops_the_start() -> None:
    taken = {"heute": "tonight"}
    with pytest.raises(DeclarationError):
        _claim(taken, "heute", Command("today", _never).name)
