"""What the process that learns does: takes an order from the pipe, and tells of each step and of what came of it."""

from __future__ import annotations

import logging
import os
import signal
from multiprocessing.connection import Connection

from bot.training.handing import DONE, FAILED, STEP, receive, send
from bot.training.work import learn_and_measure
from engine.errors import RecommendarrError

NICE = 10
"""Answers come first where there are few cores."""
_log = logging.getLogger(__name__)


def work(pipe: Connection) -> None:
    """Until the outcome is sent, or nobody waits for it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the service, which ends this one
    os.nice(NICE)
    try:
        outcome = learn_and_measure(receive(pipe), lambda step, done: pipe.send((STEP, step, done)))
        pipe.send((DONE,))
        send(pipe, outcome)
    except RecommendarrError as error:
        pipe.send((FAILED, type(error), error.key, dict(error.arguments)))
    except (EOFError, BrokenPipeError):
        _log.info("nobody waits for the training any more")
