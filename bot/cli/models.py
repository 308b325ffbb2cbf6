"""``recommendarr models``: the learned models, which of them answers, and changing that."""

from __future__ import annotations

import asyncio
import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli._verb import Verb
from bot.settings import Settings
from engine.errors import InvalidQuery

if TYPE_CHECKING:
    from bot.i18n import Translator
    from bot.training.kept import KeptModels, Listed

DOING = ("list", "use", "rollback", "remove", "add", "show")


def configure(parser: ArgumentParser) -> None:
    """What to do, and with which."""
    parser.add_argument("do", nargs="?", choices=DOING, default="list", help="what to do (default: list)")
    parser.add_argument(
        "which", nargs="?", default="", metavar="VERSION|FILE", help="its number in the list, its version, or a file"
    )
    parser.add_argument("--keep", action="store_true", help="add a file without using it")
    parser.add_argument("--json", action="store_true", help="the list as one JSON object")


def run(options: Namespace, settings: Settings) -> int:
    """Say what is kept now."""
    data = _bytes_of(options.which) if options.do == "add" else b""
    asyncio.run(_do(options, settings, data))
    return 0


async def _do(options: Namespace, settings: Settings, data: bytes) -> None:
    from bot.app import translations  # noqa: PLC0415 - help must not wait for it

    speak = translations().to(settings.locale)
    if options.do in {"list", "show"}:
        await _look(options, settings, speak)
        return
    from bot.training.opening import open_training  # noqa: PLC0415

    async with open_training(settings) as training:
        _say(await _CHANGES[options.do](training.kept, options, speak, data))


async def _look(options: Namespace, settings: Settings, speak: Translator) -> None:
    from bot import outside  # noqa: PLC0415
    from bot.training.kept import listed_in, one_of  # noqa: PLC0415
    from bot.training.telling import model_lines, models_lines  # noqa: PLC0415

    listed = await listed_in(outside.open_models(settings))
    chosen = [one_of(listed, options.which)] if options.do == "show" else listed
    if options.json:
        sys.stdout.write(json.dumps({"models": [_facts(known) for known in chosen]}) + "\n")
        return
    lines = model_lines(speak, chosen[0]) if options.do == "show" else models_lines(speak, chosen)
    _say("\n".join(lines))


async def _use(kept: KeptModels, options: Namespace, speak: Translator, data: bytes) -> str:
    del data
    return speak.text("models-used", version=await kept.use(options.which))


async def _roll_back(kept: KeptModels, options: Namespace, speak: Translator, data: bytes) -> str:
    from engine.ports.models import ModelKind  # noqa: PLC0415

    del data
    kind = next((kind for kind in ModelKind if kind == options.which.casefold()), None)
    return speak.text("models-used", version=await kept.roll_back(kind or await kept.rolling()))


async def _remove(kept: KeptModels, options: Namespace, speak: Translator, data: bytes) -> str:
    del data
    return speak.text("models-removed", version=await kept.remove(options.which))


async def _add(kept: KeptModels, options: Namespace, speak: Translator, data: bytes) -> str:
    version = await kept.add(data, use=not options.keep)
    return speak.text("models-added" if options.keep else "models-used", version=version)


_CHANGES: dict[str, Callable[[KeptModels, Namespace, Translator, bytes], Awaitable[str]]] = {
    "use": _use,
    "rollback": _roll_back,
    "remove": _remove,
    "add": _add,
}


def _bytes_of(name: str) -> bytes:
    from engine.learning.packing import MOST_BYTES  # noqa: PLC0415

    if not name:
        raise InvalidQuery("model-file-unnamed")
    path = Path(name)
    if path.exists() and not path.is_file():
        raise InvalidQuery("not-a-file", path=name)
    try:
        with path.open("rb") as file:
            # one that says it is small may be a file of the system without end
            data = file.read(MOST_BYTES + 1) if path.stat().st_size <= MOST_BYTES else None
    except OSError as error:
        raise InvalidQuery("model-file-missing", path=name) from error
    if data is None or len(data) > MOST_BYTES:
        raise InvalidQuery("model-too-large", limit=MOST_BYTES >> 20)
    return data


def _facts(known: Listed) -> dict[str, object]:
    stored, about = known.stored, known.stored.manifest
    facts: dict[str, object] = {"version": stored.version, "bytes": stored.bytes, "in_use": known.in_use}
    if about is None:
        return facts | {"trouble": stored.trouble}
    return facts | {
        "kind": about.kind,
        "created_at": about.created_at.isoformat(),
        "product": about.product,
        "source": about.source,
        "fingerprint": about.fingerprint,
        "people": about.people,
        "meetings": about.meetings,
        "titles": about.titles,
        "held_back": about.held_back,
        "metrics": dict(about.metrics),
    }


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")


VERB = Verb(
    name="models",
    summary="the learned models: list, use, roll back, remove, add, show",
    description="  recommendarr models                  what is kept, which one answers, how good each is\n"
    "  recommendarr models show 1           all about one; name it by number or version\n"
    "  recommendarr models use 1a2b3c4d     let another one answer; the end of a version is enough\n"
    "  recommendarr models rollback         back to the one before\n"
    "  recommendarr models remove 3         delete one that is not in use\n"
    "  recommendarr models add films.model  use a public model from a file (--keep: without using it)\n\n"
    "The newest five of each kind are kept, and those in use. list and show may be asked while the\n"
    "service runs; stop it for the others when it uses SQLite, or ask the bot in the chat: /models.",
    configure=configure,
    run=run,
)
