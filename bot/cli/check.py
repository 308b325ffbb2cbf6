"""``recommendarr check``: is all well, and what is in use."""

from __future__ import annotations

import asyncio
import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from bot import outside
from bot.cli._verb import Verb
from bot.settings import Settings
from engine.errors import Misconfigured, RecommendarrError, SourceUnavailable
from engine.ports.storage import Storage

if TYPE_CHECKING:
    from bot.gateway import Platform
    from bot.i18n import Translator

PATIENCE = 15.0
"""Seconds in which a chat platform has to answer."""
SERVICES = frozenset({"chat", "media"})

SAMPLE = ("a heist in Paris", "ein Raubüberfall in Paris")


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report; ``well`` is False where something must be mended."""

    subject: str
    text: str
    well: bool = True


def configure(parser: ArgumentParser) -> None:
    """The report's shape."""
    parser.add_argument("service", nargs="?", default="", help="only this one, and how to set it up: telegram, plex, …")
    parser.add_argument("--json", action="store_true", help="the findings as one JSON object")


def run(options: Namespace, settings: Settings) -> int:
    """Exit code 1 when something must be mended."""
    findings = asyncio.run(_findings(settings, options.service.casefold()))
    well = all(finding.well for finding in findings)
    if options.json:
        sys.stdout.write(json.dumps({"well": well, "findings": [asdict(finding) for finding in findings]}) + "\n")
        return 0 if well else 1
    for finding in findings:
        first, *more = finding.text.splitlines()
        sys.stdout.write(f"{'ok ' if finding.well else 'NO '} {finding.subject:<11} {first}\n")
        sys.stdout.write("".join(f"{'':16}{line}\n" for line in more))
    sys.stdout.write("all is well\n" if well else "mend what says NO, then check again\n")
    return 0 if well else 1


async def _findings(settings: Settings, service: str = "") -> list[Finding]:
    from bot.app import translations  # noqa: PLC0415 - help must not wait for it

    speak = translations().to(settings.locale)
    found = [Finding("data", f"{settings.data_dir.absolute()}")]

    def trouble(subject: str) -> Callable[[RecommendarrError], None]:
        return lambda error: found.append(Finding(subject, speak.error(error), well=False))

    async with AsyncExitStack() as stack:
        opened = list[Storage]()
        await _report(found, _database(settings, stack, opened), trouble("database"))
        if not service:
            await _report(found, _sentence_model(settings), trouble("embeddings"))
        await _report(found, _chats(settings, service), trouble("chats"))
        await _report(found, _media(settings, service, opened), trouble("media"))
        found.append(Finding("page", _page(settings)))
    return [one for one in found if not service or _is_about(one, service)] or [_unknown(service)]


def _is_about(finding: Finding, service: str) -> bool:
    name = finding.text.partition(":")[0]
    return finding.subject in SERVICES and (name == service or name.startswith(f"{service}-"))


def _unknown(service: str) -> Finding:
    known = sorted([*outside.platforms(), *(one.name for one in outside.integrations())])
    return Finding("check", f"there is no service called {service}; there are: {', '.join(known)}", well=False)


def _page(settings: Settings) -> str:
    address = settings.public_url or f"http://{settings.host}:{settings.port}"
    told = f"{address} while the service runs"
    if settings.public_url or settings.host not in {"127.0.0.1", "localhost", "::1"}:
        return told
    return (
        f"{told}, for this machine alone\nWhere webhooks or people come from others: RECOMMENDARR_HOST=0.0.0.0 and "
        f"RECOMMENDARR_PUBLIC_URL=http://name-of-this-machine:{settings.port}"
    )


async def _report(
    found: list[Finding], findings: AsyncIterator[Finding], trouble: Callable[[RecommendarrError], None]
) -> None:
    try:
        found.extend([finding async for finding in findings])
    except RecommendarrError as error:
        trouble(error)


async def _database(settings: Settings, stack: AsyncExitStack, opened: list[Storage]) -> AsyncIterator[Finding]:
    kind = "PostgreSQL" if settings.database_url else "SQLite"
    before, newest = await outside.schema(settings)
    storage: Storage = await outside.open_storage(settings)
    stack.push_async_callback(storage.close)
    opened.append(storage)
    yield Finding(
        "database", f"{kind}, schema {newest}" + ("" if before == newest else ", brought up to date just now")
    )
    async with storage.unit() as work:
        items, people, facts = await work.items.count(), len(await work.viewers.all()), await work.interactions.count()
    hint = "" if items else "; bring titles in with: recommendarr import catalogue FILE"
    yield Finding("library", f"{items} titles, {people} people, {facts} things learned from{hint}")


async def _sentence_model(settings: Settings) -> AsyncIterator[Finding]:
    model = await outside.open_embedder(settings)
    try:
        vectors = await model.embed(SAMPLE)
        likeness = float(vectors[0] @ vectors[1])
        yield Finding("embeddings", f"{model.name}, {model.dimensions} dimensions (test likeness {likeness:.2f})")
        if model.notice:
            from bot.app import translations  # noqa: PLC0415

            yield Finding("embeddings", translations().to(settings.locale).text(model.notice))
    finally:
        await model.close()


async def _chats(settings: Settings, service: str) -> AsyncIterator[Finding]:
    from bot.app import translations  # noqa: PLC0415

    speak = translations().to(settings.locale)
    for name, platform in outside.platforms().items():
        try:
            on = outside.is_configured(platform, settings)
        except Misconfigured as error:
            yield Finding("chat", f"{name}: {speak.error(error)}", well=False)
            continue
        steps = platform.steps(settings) if platform.steps else None
        told = speak.text(steps.key, **steps.arguments) if steps else ""
        if on and service not in {"", name}:
            continue
        if on:
            yield await _knows_us(platform, settings, speak)
        if told and (not on or service == name):
            yield Finding("chat", f"{name}: {'set up like this' if on else 'off; to switch it on'}:\n{told}")
        elif not on:
            yield Finding("chat", f"{name}: off")


async def _knows_us(platform: Platform, settings: Settings, speak: Translator) -> Finding:
    """Whether a platform that is switched on takes what it was given."""
    if platform.check is None:
        return Finding("chat", f"{platform.name}: on")
    try:
        async with asyncio.timeout(PATIENCE):
            return Finding("chat", f"{platform.name}: on, as {await platform.check(settings)}")
    except TimeoutError:
        error: RecommendarrError = SourceUnavailable("platform-unreachable", platform=platform.name)
        return Finding("chat", f"{platform.name}: {speak.error(error)}", well=False)
    except RecommendarrError as problem:
        return Finding("chat", f"{platform.name}: {speak.error(problem)}", well=False)


async def _media(settings: Settings, service: str, opened: list[Storage]) -> AsyncIterator[Finding]:
    from bot.app import translations  # noqa: PLC0415
    from bot.cli._stack import stack_findings  # noqa: PLC0415

    speak = translations().to(settings.locale)
    for storage in opened:  # none where the database could not be opened, which was told
        async for subject, text, well in stack_findings(settings, storage, speak, service):
            yield Finding(subject, text, well)


VERB = Verb(
    name="check",
    summary="is all well, and what is in use",
    description="Looks at settings, database, sentence model, chats and media services, and says\n"
    "what to mend. With the name of a chat or service: that one alone, and how to set it up.\n"
    "Stop the service first when it uses SQLite: one process at a time may have the data directory.",
    configure=configure,
    run=run,
)
