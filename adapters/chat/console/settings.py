"""What is known of the terminal and of who sits at it."""

from __future__ import annotations

import getpass
import os
import shutil
import stat
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TextIO

from adapters.chat.console.limits import NARROWEST, WIDEST
from bot.settings import Settings
from bot.vocabulary import Account

ACCOUNT_ID = "console"
"""There is one terminal to one data directory, so it is one account."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """How to speak with whoever sits there."""

    interactive: bool
    """Typed by a person: with a prompt, history and completion."""
    styled: bool
    """Bold and dim may be used."""
    account: Account


def terminal(stdin: TextIO | None, stdout: TextIO | None, environment: Mapping[str, str]) -> Terminal:
    """Plain where input or output is no terminal, or one that says it is dumb; unstyled where NO_COLOR is set."""
    dumb = environment.get("TERM", "") in {"dumb", "unknown"}
    shown = bool(stdout and stdout.isatty()) and not dumb
    return Terminal(
        interactive=bool(stdin and stdin.isatty()) and shown,
        styled=shown and not environment.get("NO_COLOR"),
        account=Account("console", ACCOUNT_ID, _login(environment), _locale(environment)),
    )


def wanted(settings: Settings) -> bool:
    """Where the settings leave it open: at a terminal, and where something is piped in; not over an empty device."""
    if settings.console != "auto":
        return settings.console == "on"
    try:
        kind = os.fstat(sys.stdin.fileno()).st_mode if sys.stdin else 0
    except (OSError, ValueError):
        return False
    return sys.stdin.isatty() or stat.S_ISFIFO(kind) or stat.S_ISREG(kind) or stat.S_ISSOCK(kind)


def here() -> Terminal:
    """The terminal this process runs in."""
    return terminal(sys.stdin, sys.stdout, os.environ)


def columns() -> int:
    """The width to wrap to, as the window is now."""
    return min(max(shutil.get_terminal_size((80, 24)).columns, NARROWEST), WIDEST)


def _login(environment: Mapping[str, str]) -> str:
    for name in ("LOGNAME", "USER", "USERNAME"):
        if login := environment.get(name):
            return login
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ACCOUNT_ID


def _locale(environment: Mapping[str, str]) -> str | None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            tag = value.partition(".")[0].partition("@")[0]
            return None if tag in {"C", "POSIX"} else tag.replace("_", "-")
    return None
