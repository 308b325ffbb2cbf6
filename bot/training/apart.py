"""Learns in a process of its own, so that answers never wait for it, and its memory is given back when it ends."""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
import os
import signal
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from bot.training.alone import begin
from bot.training.handing import receive, send
from bot.training.work import Order, Outcome, Progress, learn_and_measure
from engine.errors import RecommendarrError, SourceUnavailable

NICE = 10
"""Answers come first where there are few cores."""
RETRY_SECONDS = 3_600.0
_log = logging.getLogger(__name__)
_STEP, _DONE, _FAILED = "step", "done", "failed"


async def learn_apart(order: Order, progress: Progress) -> Outcome:
    """What ``learn_and_measure`` makes of ``order``. When cancelled, the process ends, too.

    Raises what it raises, and SourceUnavailable("training-ended") where the process did not live to tell.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=begin, args=(theirs,), name="training", daemon=True)
    talk = asyncio.create_task(asyncio.to_thread(_talk, process, ours, theirs, order, progress))
    try:
        return await asyncio.shield(talk)
    except asyncio.CancelledError:
        if process.pid is not None:
            process.kill()
        await asyncio.wait({talk})
        raise


def _talk(
    process: BaseProcess, ours: Connection, theirs: Connection, order: Order, progress: Progress
) -> Outcome:  # fmt: skip
    process.start()
    theirs.close()
    try:
        with ours:
            send(ours, order)
            return _heard(ours, progress)
    except (EOFError, OSError) as error:
        process.join()
        raise SourceUnavailable("training-ended", retry_after=RETRY_SECONDS, code=process.exitcode or 0) from error
    finally:
        process.kill()
        process.join()


def _heard(pipe: Connection, progress: Progress) -> Outcome:
    while True:
        kind, *told = pipe.recv()
        if kind == _STEP:
            progress(*told)
        elif kind == _DONE:
            return receive(pipe)
        else:
            error, key, arguments = told
            raise error(key, **arguments)


def work(pipe: Connection) -> None:
    """What the other process does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the service, which ends this one
    os.nice(NICE)
    try:
        outcome = learn_and_measure(receive(pipe), lambda step, done: pipe.send((_STEP, step, done)))
        pipe.send((_DONE,))
        send(pipe, outcome)
    except RecommendarrError as error:
        pipe.send((_FAILED, type(error), error.key, dict(error.arguments)))
    except (EOFError, BrokenPipeError):
        _log.info("nobody waits for the training any more")
