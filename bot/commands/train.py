"""An admin has the service learn anew from everybody here."""

from __future__ import annotations

import asyncio

from bot.call import Call, Command
from bot.tokens import word_token
from bot.training.telling import progress_line, result_lines
from bot.training.training import Training
from bot.vocabulary import Action, Answer, Part, Progress, Text
from engine.errors import InvalidQuery

PATIENCE = 15.0
"""Seconds in which most trainings are done; after that the answer says how far it is."""


async def _run(call: Call, text: str) -> Answer:
    del text
    training = training_of(call)
    if training.running is None:
        task = training.begin()
        done, _ = await asyncio.wait({task}, timeout=PATIENCE)
        if done:
            return Answer((Text("\n".join(result_lines(call.speak, task.result()))),), actions=models_button(call))
    return Answer(under_way(call, training), actions=models_button(call))


def training_of(call: Call) -> Training:
    """Raises InvalidQuery("training-off") where nothing is learned."""
    if call.services.training is None:
        raise InvalidQuery("training-off")
    return call.services.training


def under_way(call: Call, training: Training) -> tuple[Part, ...]:
    """How far it is; nothing where nothing is under way."""
    running = training.running
    return () if running is None else (Progress(progress_line(call.speak, running), running.done),)


def models_button(call: Call) -> tuple[Action, ...]:
    """Leads to the list of models."""
    return (Action(call.speak.text("models-button"), word_token("run", "models") or ""),)


COMMAND = Command("train", _run, admin=True)
