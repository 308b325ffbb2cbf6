"""From what was typed to the command that answers it."""

from __future__ import annotations

from bot.asking.courtesy import courtesy
from bot.asking.shorthand import Shorthand, read_named, read_shorthand
from bot.asking.table import latest_slate, stored_slate
from bot.asking.titles import on_item
from bot.call import Call, Command, Kind, OnPick
from bot.tokens import read_pick, split, word_token
from bot.vocabulary import Action, Answer, Choice, Text
from engine.domain.slate import Slate
from engine.domain.viewers import Role
from engine.errors import InvalidQuery

SENTENCE = "mood"
"""The command for plain sentences."""
_PROSE_FROM = 4
"""From so many words on, a line that a command does not understand is taken for a sentence."""
_SHORT = 3
"""A word of no more letters is too short to be taken for a mistyped command."""
_NOT_UNDERSTOOD = frozenset(
    {"filter-unknown", "filter-unknown-near", "command-unknown", "setting-unknown", "language-unknown"}
)


async def run_command(call: Call, name: str, text: str) -> Answer:
    """Runs the command called ``name``; an unknown one gets the nearest to choose."""
    command = call.registry.command(name)
    if command is not None and _open_to(call, command):
        return await command.run(call, text)
    line = f"{name} {text}".strip()
    shorthand = read_shorthand(line, call.registry.words)
    answer = await _typed_button(call, shorthand) if shorthand else None
    if answer is None:
        await _ask_for_number(call, line)
    return answer or _nearest(call, name, text)


async def run_line(call: Call, line: str) -> Answer:
    """Runs a line as it is typed: a button's word, a command with or without its slash, or a sentence."""
    line = line.strip()
    if (shorthand := read_shorthand(line, call.registry.words)) and (answer := await _typed_button(call, shorthand)):
        return answer
    first, _, rest = line.partition(" ")
    if line.startswith("/"):
        return await run_command(call, first.removeprefix("/"), rest.strip())
    command = call.registry.command(first)
    if command is None or not _open_to(call, command) or (rest and not command.arguments):
        return await _sentence(call, line)
    try:
        return await command.run(call, rest.strip())
    except InvalidQuery as error:
        names_title = any(argument.kind is Kind.TITLE for argument in command.arguments)
        if error.key in _NOT_UNDERSTOOD and not names_title and len(line.split()) >= _PROSE_FROM:
            return await _sentence(call, line)
        raise


async def run_reply(call: Call, quoted: str, line: str) -> Answer | None:
    """The button that ``line`` names, of the card in the message ``quoted``; None where there is no such thing."""
    named = read_named(line, call.registry.words)
    if named is None:
        return None
    async with call.services.storage.unit() as unit:
        shown = await unit.shown_picks.of_message(call.account.platform, call.room.id, quoted)
    if shown is None:
        return None
    target = await _picked(call, await stored_slate(call, shown.slate_id), shown.rank)
    press = call.registry.presses.get(named.verb)
    if press and press.on_pick:
        return await press.on_pick(call, target)
    return await on_item(call, named.verb, target.item, named.argument)


async def run_token(call: Call, token: str) -> Answer:
    """Runs a pressed button. Raises InvalidQuery for one that cannot work any more, saying why."""
    verb, rest = split(token)
    press = call.registry.presses.get(verb)
    if press and press.on_word:
        return await press.on_word(call, rest)
    if press and press.on_pick:
        target = read_pick(rest)
        return await press.on_pick(call, await _picked(call, await stored_slate(call, target.slate_id), target.rank))
    raise InvalidQuery("button-unknown")


async def _typed_button(call: Call, shorthand: Shorthand) -> Answer | None:
    """The button that was typed, for what was last shown; None where the words may mean a command instead."""
    press = call.registry.presses.get(shorthand.verb)
    if shorthand.number is None:
        if shorthand.verb in call.registry.commands:
            return None
        slate = await latest_slate(call)
        return await press.on_word(call, slate.id) if press and press.on_word else None
    if press and press.on_number:
        return await press.on_number(call, shorthand.number)
    is_command = shorthand.verb in call.registry.commands
    async with call.services.storage.unit() as unit:
        slate = await unit.slates.latest(call.viewer.id, call.place)
    if slate is None or slate.pick(shorthand.number) is None:
        if is_command:
            return None
        slate = await latest_slate(call)
        raise InvalidQuery("no-such-number", number=shorthand.number, last=len(slate.picks))
    target = await _picked(call, slate, shorthand.number)
    if press and press.on_pick:
        return await press.on_pick(call, target)
    return await on_item(call, shorthand.verb, target.item, shorthand.argument)


async def _picked(call: Call, slate: Slate, rank: int) -> OnPick:
    pick = slate.pick(rank)
    if pick is None:
        raise InvalidQuery("button-unknown")
    item = await call.permitted_item(pick.item_id)
    if item is None:
        raise InvalidQuery("title-gone")
    return OnPick(slate, pick, item)


async def _sentence(call: Call, line: str) -> Answer:
    """A plain sentence is a mood; one lonely word that looks like a command gets that command offered."""
    if thanked := courtesy(call, line):
        return thanked
    await _ask_for_number(call, line)
    if " " not in line and len(line) > _SHORT and (near := _near(call, line)):
        return _offer(call, line, near, "")
    return await call.registry.commands[SENTENCE].run(call, line)


async def _ask_for_number(call: Call, line: str) -> None:
    """Raises InvalidQuery where ``line`` is the word of a button under a card, and nothing says which card."""
    named = read_named(line, call.registry.words)
    if named is None or named.argument:
        return
    press, command = call.registry.presses.get(named.verb), call.registry.commands.get(named.verb)
    of_a_card = bool((press and press.on_pick) or (command and command.on_item))
    if of_a_card:
        await latest_slate(call)
    if of_a_card or (press and press.on_number):
        raise InvalidQuery("number-missing", word=line.rstrip(" ?!.").removeprefix("/"))


def _open_to(call: Call, command: Command) -> bool:
    return command.open_to(demo=call.services.demo, admin=call.viewer.role is Role.ADMIN)


def _near(call: Call, typed: str) -> Command | None:
    """Of those that the asker may know of."""
    admin, locale = call.viewer.role is Role.ADMIN, call.speak.locale
    return call.registry.nearest(typed, demo=call.services.demo, admin=admin, locale=locale)


def _nearest(call: Call, name: str, text: str) -> Answer:
    near = _near(call, name) if call.registry.command(name) is None else None
    if near is None:
        raise InvalidQuery("command-unknown", command=name)
    return _offer(call, name, near, text)


def _offer(call: Call, typed: str, near: Command, text: str) -> Answer:
    called = call.speak.text(f"command-{near.name}.usage").partition(" ")[0]
    prompt = call.speak.text("command-nearest", typed=typed, command=called)
    if token := word_token("run", f"{near.name} {text}".strip()):
        return Answer((Choice(prompt, (Action(f"/{called} {text}".strip(), token),)),), neutral=True)
    return Answer((Text(prompt),), neutral=True)
