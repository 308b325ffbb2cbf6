"""The owner compares ways of answering; everybody may see that, and stay out of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping
from types import MappingProxyType

import numpy as np

from bot.call import Argument, Call, Command, Kind
from bot.experimenting.telling import experiment_line, experiment_lines, policy_lines, report_lines
from bot.experimenting.typed import read_arms
from bot.filters.words import fold
from bot.people.words import words_of
from bot.tokens import word_token
from bot.vocabulary import Action, Answer, Choice, Part, Text
from engine.domain.viewers import Role
from engine.errors import InvalidQuery
from engine.experiments.experiment import Experiment
from engine.experiments.experiments import Experiments


async def _run(call: Call, text: str) -> Answer:
    known = Experiments(call.services.storage, call.services.clock, call.services.ids)
    admin = call.viewer.role is Role.ADMIN
    if not text:
        return await (_overview(call, known) if admin else _own(call, known))
    first, _, rest = text.partition(" ")
    verb = next((verb for verb in _DOING if fold(first) in _words(call, verb)), None)
    if verb is None or not (admin or verb in _FOR_ALL):
        raise InvalidQuery("experiments-word" if admin else "experiments-not-yours", word=first)
    return await _DOING[verb](call, known, rest.split())


async def _overview(call: Call, known: Experiments) -> Answer:
    kept = await known.all()
    lines = [*experiment_lines(call.speak, kept), call.speak.text("experiments-how")]
    parts: list[Part] = [Text("\n".join(lines))]
    if actions := tuple(_actions(call, kept)):
        parts.append(Choice(call.speak.text("experiments-which"), actions))
    return Answer(tuple(parts))


def _actions(call: Call, kept: Iterable[Experiment]) -> Iterable[Action]:
    for one in reversed(list(kept)):
        offered = ["report"] if one.stopped_at else ["report", "stop"]
        for verb in offered:
            if token := word_token("run", f"experiments {verb} {one.name}"):
                yield Action(call.speak.text(f"experiments-button-{verb}", name=one.name), token)


async def _own(call: Call, known: Experiments) -> Answer:
    """What somebody who does not look after this place is told."""
    part = await known.takes_part(call.viewer.id)
    running = sum(one.runs(call.now) for one in await known.all())
    told = call.speak.text("experiments-own", running=running, part="yes" if part else "no")
    key, verb = ("experiments-button-out", "out") if part else ("experiments-button-in", "in")
    token = word_token("run", f"experiments {verb}") or ""
    return Answer((Choice(told, (Action(call.speak.text(key), token),)),))


async def _start(call: Call, known: Experiments, words: list[str]) -> Answer:
    if not words:
        raise InvalidQuery("experiments-unnamed")
    one = await known.start(words[0], read_arms(words[1:]))
    return _told(call.speak.text("experiments-started", line=experiment_line(call.speak, one)))


async def _stop(call: Call, known: Experiments, words: list[str]) -> Answer:
    one = await known.stop(_name(words))
    return _told(call.speak.text("experiments-stopped", name=one.name))


async def _report(call: Call, known: Experiments, words: list[str]) -> Answer:
    found = await known.report(_name(words), np.random.default_rng(0))
    return _told("\n".join(report_lines(call.speak, found)))


async def _policy(call: Call, known: Experiments, words: list[str]) -> Answer:
    del words
    return _told("\n".join(policy_lines(call.speak, await known.policies(np.random.default_rng(0)))))


async def _leave(call: Call, known: Experiments, words: list[str]) -> Answer:
    del words
    await known.opt(call.viewer.id, out=True)
    return _told(call.speak.text("experiments-left"))


async def _join(call: Call, known: Experiments, words: list[str]) -> Answer:
    del words
    await known.opt(call.viewer.id, out=False)
    return _told(call.speak.text("experiments-joined"))


_FOR_ALL = frozenset({"out", "in"})
_DOING: Mapping[str, Callable[[Call, Experiments, list[str]], Awaitable[Answer]]] = MappingProxyType(
    {"start": _start, "stop": _stop, "report": _report, "policy": _policy, "out": _leave, "in": _join}
)


def _words(call: Call, verb: str) -> frozenset[str]:
    return words_of(call, f"experiments-words-{verb}") | {verb}


def _name(words: list[str]) -> str:
    if not words:
        raise InvalidQuery("experiments-unnamed")
    return words[0]


def _told(text: str) -> Answer:
    return Answer((Text(text),))


COMMAND = Command(
    "experiments",
    _run,
    (Argument("what", Kind.TEXT, required=False), Argument("name", Kind.TEXT, required=False)),
)
