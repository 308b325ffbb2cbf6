"""How the service is doing: chats, letters that wait or were given up, and what is understood."""

from __future__ import annotations

from collections import Counter

from bot.call import Argument, Call, Command, Kind
from bot.delivery.documents import read_paper
from bot.delivery.doors import Door
from bot.delivery.office import EVER
from bot.media.telling import stack_lines
from bot.people.accounts import platform_name
from bot.tokens import word_token
from bot.vocabulary import Action, Answer, Part, Text
from engine.domain.letters import Letter
from engine.errors import InvalidQuery, RecommendarrError

SHOWN = 10
"""Dead letters that are listed."""
MOST = 1_000
_CODE = 6
ALL = "all"


async def _run(call: Call, text: str) -> Answer:
    verb, _, code = text.casefold().partition(" ")
    if verb not in {"retry", "drop"}:
        return await _status(call)
    post = call.services.post
    letters = await _dead(call)
    chosen = letters if code.strip() == ALL else [one for one in letters if _code(one).casefold() == code.strip()]
    if not chosen or post is None:
        raise InvalidQuery("status-unknown", code=code.strip() or "–")
    for letter in chosen:
        await (post.retry(letter) if verb == "retry" else post.drop(letter))
    key = "status-retried" if verb == "retry" else "status-dropped"
    return Answer((Text(call.speak.text(key, count=len(chosen))),))


async def _status(call: Call) -> Answer:
    dead = await _dead(call)
    parts: list[Part] = [Text(_platforms(call)), Text("\n".join([*await _queues(call), *_understood(call)]))]
    if call.services.stack is not None and (told := await stack_lines(call, call.services.stack)):
        parts.append(Text("\n".join(told)))
    if not dead:
        return Answer(tuple(parts))
    lines = [call.speak.text("status-dead", count=len(dead)), *(_line(call, letter) for letter in dead[:SHOWN])]
    return Answer((*parts, Text("\n".join(lines))), actions=_actions(call))


def _platforms(call: Call) -> str:
    doors = call.services.post.doors if call.services.post else []
    if not doors:
        return call.speak.text("status-none")
    return "\n".join((call.speak.text("status-platforms"), *(_door(call, door) for door in doors)))


def _door(call: Call, door: Door) -> str:
    name, state = platform_name(call.speak, door.platform.name), str(door.state)
    if door.trouble is None:
        return call.speak.text("status-platform", platform=name, state=state)
    trouble = call.speak.error(door.trouble)
    return call.speak.text("status-platform-trouble", platform=name, state=state, trouble=trouble)


async def _queues(call: Call) -> list[str]:
    async with call.services.storage.unit() as unit:
        updates, letters = await unit.inbox.counts(), await unit.outbox.counts()
    alive = sum(count for (_, dead), count in letters.items() if not dead)
    itself = 1 if updates.get(call.account.platform) else 0  # this very question is among them until it is answered
    waiting = sum(updates.values()) - itself
    return [call.speak.text("status-waiting", updates=waiting, letters=alive), *await _unreached(call)]


async def _unreached(call: Call) -> list[str]:
    """For whom something is kept until they can be told in private."""
    post = call.services.post
    if post is None or not post.office.unreached:
        return []
    async with call.services.storage.unit() as unit:
        held = await unit.courtesies.due(call.now + EVER)
        waiting = Counter((one.viewer_id, one.platform) for one in held if read_paper(one.document).kept)
        people = {viewer_id: await unit.viewers.get(viewer_id) for viewer_id, _ in waiting}
    return [
        call.speak.text(
            "status-unreached", count=count, person=person.name, platform=platform_name(call.speak, platform)
        )
        for (viewer_id, platform), count in waiting.items()
        if (person := people[viewer_id]) is not None
    ]


def _understood(call: Call) -> list[str]:
    services = call.services
    lines = [
        call.speak.text("status-embedded", share=call.speak.percent(services.snapshots.embedded_share)),
        call.speak.text("status-model", model=services.embedder.name),
    ]
    if services.training is not None:
        serving = services.training.kept.crowds.current
        lines += [call.speak.text("status-crowd", version=serving.version)] if serving else []
    return lines


async def _dead(call: Call) -> list[Letter]:
    async with call.services.storage.unit() as unit:
        return await unit.outbox.dead(MOST)


def _line(call: Call, letter: Letter) -> str:
    reason = call.speak.error(RecommendarrError(letter.reason, **letter.facts))
    platform = platform_name(call.speak, letter.platform)
    return call.speak.text("status-dead-letter", code=_code(letter), platform=platform, reason=reason)


def _code(letter: Letter) -> str:
    """Short enough to be typed."""
    return letter.id[-_CODE:]


def _actions(call: Call) -> tuple[Action, ...]:
    tokens = {verb: word_token("run", f"status {verb} {ALL}") for verb in ("retry", "drop")}
    return tuple(Action(call.speak.text(f"status-{verb}"), token) for verb, token in tokens.items() if token)


COMMAND = Command("status", _run, (Argument("what", Kind.TEXT, required=False),), admin=True)
