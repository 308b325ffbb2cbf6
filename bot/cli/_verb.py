"""The shape of a verb of the command line."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass

from bot.settings import Settings


@dataclass(frozen=True, slots=True)
class Verb:
    """``run`` returns the exit code; everything heavy is imported inside it, so that help is quick."""

    name: str
    summary: str
    description: str
    configure: Callable[[ArgumentParser], None]
    run: Callable[[Namespace, Settings], int]


def no_arguments(parser: ArgumentParser) -> None:
    """For verbs that take none."""
    del parser
