"""Learns in a process of its own, so that answers never wait for it, and its memory is given back when it ends."""

from __future__ import annotations

import asyncio
import multiprocessing
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from bot.training.alone import begin
from bot.training.handing import DONE, STEP, receive, send
from bot.training.work import Order, Outcome, Progress
from engine.errors import SourceUnavailable

RETRY_SECONDS = 3_600.0
ENDING_SECONDS = 5.0


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
            outcome = _heard(ours, progress)
    except (EOFError, OSError) as error:
        process.join()
        raise SourceUnavailable("training-ended", retry_after=RETRY_SECONDS, code=process.exitcode or 0) from error
    else:
        process.join(ENDING_SECONDS)  # by itself, or what it shares with this process is not given back
        return outcome
    finally:
        process.kill()
        process.join()


def _heard(pipe: Connection, progress: Progress) -> Outcome:
    while True:
        kind, *told = pipe.recv()
        if kind == STEP:
            progress(*told)
        elif kind == DONE:
            return receive(pipe)
        else:
            error, key, arguments = told
            raise error(key, **arguments)
