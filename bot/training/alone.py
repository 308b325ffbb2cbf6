"""Where the process that learns begins: before it reads numpy, whose libraries ask once how many threads they may have.

It has threads of its own for what can be learned at the same time. If each product of matrices had two more, they
would mostly wait for each other, and use the processor for that: half as much again, measured beside other work.
"""

from __future__ import annotations

import os
from multiprocessing.connection import Connection

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def begin(pipe: Connection) -> None:
    """Learn what comes through the pipe. A number of threads that the owner set stays."""
    for name in THREADS:
        os.environ.setdefault(name, "1")
    from bot.training.learner import work  # noqa: PLC0415 - not before that is set

    work(pipe)
