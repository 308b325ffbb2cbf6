"""``recommendarr train``: learns from everybody here, or from public ratings that the owner supplies."""

from __future__ import annotations

import asyncio
import json
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli._verb import Verb
from bot.settings import Settings
from engine.errors import InvalidQuery

if TYPE_CHECKING:
    from bot.i18n import Translator
    from bot.training.kept import KeptModels
    from bot.training.public import Learned
    from bot.training.training import Result

MEGABYTE = 1_000_000


def configure(parser: ArgumentParser) -> None:
    """From what, and where to."""
    parser.formatter_class = RawDescriptionHelpFormatter
    parser.add_argument("--data", type=Path, metavar="DIR", help="folder with ratings.csv and items.jsonl (or .gz)")
    parser.add_argument("--similar", type=Path, metavar="FILE", help="lists of similar titles as JSON lines (or .gz)")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the public model to FILE instead of using it")
    parser.add_argument("--embeddings", choices=("auto", "minilm", "ollama", "hashed"), help="another sentence model")
    parser.add_argument("--json", action="store_true", help="what was done as one JSON object in the last line")


def run(options: Namespace, settings: Settings) -> int:
    """Say what was done. Exit code 0 also for a model that is kept, but not used: nothing went wrong."""
    if options.data is not None and options.similar is not None:
        raise InvalidQuery("training-two-sources")
    if options.out is not None and options.data is None and options.similar is None:
        raise InvalidQuery("training-out-alone")
    if options.embeddings:
        settings = settings.model_copy(update={"embeddings": options.embeddings})
    if options.data is None and options.similar is None:
        told = asyncio.run(_household(settings))
    elif options.out is not None:
        told = asyncio.run(_to_file(options, settings))
    else:
        told = asyncio.run(_public(options, settings))
    if options.json:
        sys.stdout.write(json.dumps(told) + "\n")
    return 0


async def _household(settings: Settings) -> dict[str, object]:
    from bot.training.opening import open_training  # noqa: PLC0415 - help must not wait for it

    async with open_training(settings) as training:
        result = await training.train(_progress(_speak(settings)))
        _clear()
        _tell_result(settings, result)
        return {"household": _facts(result)}


async def _to_file(options: Namespace, settings: Settings) -> dict[str, object]:
    from bot.training.writing import file_for, write_whole  # noqa: PLC0415
    from engine.learning.sharing import FEWEST  # noqa: PLC0415

    out = await asyncio.to_thread(file_for, options.out)  # before minutes of learning
    learned = await _learned(options, settings)
    if options.data is not None and learned.manifest.people < FEWEST:
        raise InvalidQuery("training-too-few-people", fewest=FEWEST)
    await asyncio.to_thread(write_whole, out, learned.packed)
    _clear()
    speak = _speak(settings)
    _tell_read(speak, learned)
    _say(speak.text("training-saved", file=str(out), size=speak.number(len(learned.packed) / MEGABYTE, 1)))
    _say(speak.text("training-terms"))
    return {"file": str(out), "bytes": len(learned.packed), "public": _read(speak, learned)}


async def _learned(options: Namespace, settings: Settings, kept: KeptModels | None = None) -> Learned:
    """For ``kept``, which must know enough of the titles; or to be passed on."""
    from bot.training.public import RATINGS, SIMILAR, learn_public  # noqa: PLC0415
    from bot.training.reading import read_public  # noqa: PLC0415
    from bot.training.similar import read_similar  # noqa: PLC0415

    progress, expect = _progress(_speak(settings)), None if kept is None else kept.expect
    if options.similar is not None:
        return await learn_public(partial(read_similar, options.similar), SIMILAR, settings, progress, expect=expect)
    return await learn_public(partial(read_public, options.data), RATINGS, settings, progress, expect=expect)


async def _public(options: Namespace, settings: Settings) -> dict[str, object]:
    from bot.training.opening import open_training  # noqa: PLC0415

    speak = _speak(settings)
    async with open_training(settings) as training:
        learned = await _learned(options, settings, training.kept)
        version = await training.kept.add(learned.packed, use=True)
        _clear()
        _tell_read(speak, learned)
        _say(speak.text("training-public-in-use", version=version))
        _say(speak.text("training-terms"))
        told: dict[str, object] = {"public": _read(speak, learned) | {"version": version}}
        try:
            result = await training.train(_progress(speak))
        except InvalidQuery as error:
            if error.key != "training-nothing":
                raise
            _say(speak.text("training-no-household"))
            return told
        _clear()
        _tell_result(settings, result)
        return told | {"household": _facts(result)}


def _speak(settings: Settings) -> Translator:
    from bot.app import translations  # noqa: PLC0415

    return translations().to(settings.locale)


def _progress(speak: Translator):  # noqa: ANN202 - bot.training.work.Progress, which help must not import
    def show(step: str, done: float) -> None:
        if sys.stderr.isatty():
            text = speak.text(f"training-step-{step}")
            sys.stderr.write(f"\r      {text} … {speak.percent(min(max(done, 0), 1)):<20}\x1b[K")
            sys.stderr.flush()

    return show


def _tell_read(speak: Translator, learned: Learned) -> None:
    about = learned.manifest
    if not about.people:
        _say(speak.text("training-lists", lists=learned.groups, titles=about.titles))
        return
    _say(speak.text("training-reading", people=about.people, meetings=about.meetings, titles=about.titles))
    for note in learned.notes:
        _say(note.told(speak))


def _tell_result(settings: Settings, result: Result) -> None:
    from bot.training.telling import result_lines  # noqa: PLC0415

    for line in result_lines(_speak(settings), result):
        _say(line)


def _facts(result: Result) -> dict[str, object]:
    about = result.manifest
    return {
        "version": result.version,
        "in_use": not about.held_back,
        "people": about.people,
        "meetings": about.meetings,
        "titles": about.titles,
        "seconds": round(result.seconds, 2),
        **result.verdict.figures(),
    }


def _read(speak: Translator, learned: Learned) -> dict[str, object]:
    about = learned.manifest
    return {
        "people": about.people,
        "meetings": about.meetings,
        "titles": about.titles,
        "skipped": learned.skipped,
        "notes": [note.told(speak) for note in learned.notes],
    }


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")


def _clear() -> None:
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")


VERB = Verb(
    name="train",
    summary="learn from everybody here, or from public ratings",
    description="Without --data: learns anew from what the people here watched and rated, measures the result on\n"
    "what they liked last, and uses it unless the present model is better. The running service does\n"
    "this by itself every night; this is for doing it now.\n\n"
    "With --data: learns from a folder of public ratings, for households too small to be a crowd of\n"
    "their own. It needs ratings.csv (userId, movieId, rating 0.5-5, timestamp) and items.jsonl\n"
    "(one title a line: movieId, title, year, and tmdbId or imdbId), both may end in .gz.\n\n"
    "  recommendarr train --data ml-latest-small                  learn and use it here\n"
    "  recommendarr train --data ml-latest-small --out films.model   learn and write it to a file\n"
    "  recommendarr models add films.model                        use such a file, here or elsewhere\n\n"
    "With --similar: learns from lists of similar titles instead, such as TMDB gives, one title a line:\n"
    '  {"tmdbId": 603, "title": "The Matrix", "year": 1999, "similar": [605, 78], "recommended": [604]}\n\n'
    "A public model holds titles and figures, never people. What it was learned from decides who may\n"
    "have it: MovieLens ratings, and so models of them, are not for sale, and may be passed on only\n"
    "under their own terms.\n"
    "Stop the service first when it uses SQLite: one process at a time may have the data directory.",
    configure=configure,
    run=run,
)
