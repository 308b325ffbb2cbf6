"""The composition root: puts the parts together, runs them, takes them apart in order."""

from __future__ import annotations

import asyncio
import gc
import logging
import signal
import socket
import sys
from collections.abc import AsyncGenerator, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np

from bot import outside
from bot.emptying import share_heaps
from bot.gateway import Platform
from bot.i18n import Translations
from bot.jobs import calibrate_match
from bot.matching import stored_calibration
from bot.rubbish import settle
from bot.services import Services
from bot.settings import Settings
from bot.training.opening import training_over
from engine.domain.records import Identity
from engine.errors import Misconfigured, RecommendarrError
from engine.intake import Intake
from engine.profiles import Profiles
from engine.recommender import Recommender
from engine.snapshots import Snapshots

TERMINAL = "console"
"""Platform and account of whoever sits at the machine itself."""
ROOT = Path(__file__).resolve().parent.parent
_log = logging.getLogger(__name__)


@cache
def translations() -> Translations:
    """The texts of all languages."""
    return Translations(ROOT / "locales")


@asynccontextmanager
async def open_services(settings: Settings, *, demo: bool = False) -> AsyncGenerator[Services]:
    """Storage, vectors, engine, texts: everything but the doors. Raises Misconfigured and SourceUnavailable."""
    share_heaps()
    clock, ids = outside.system_clock_and_ids()
    async with AsyncExitStack() as stack:
        storage = await outside.open_storage(settings)
        stack.push_async_callback(storage.close)
        if demo:
            from bot.demo.seed import seed  # noqa: PLC0415 - the demo's data is only read in the demo

            await seed(storage, clock.now())
        embedder = await outside.open_embedder(settings)
        stack.push_async_callback(embedder.close)
        vectors = await outside.open_vectors(settings)
        stack.push_async_callback(vectors.close)
        snapshots = Snapshots(storage=storage, vectors=vectors, embedder=embedder)
        profiles = Profiles(storage=storage, snapshots=snapshots)
        settle()  # looking again and again at what stays costs a stream of titles 40 %
        snapshots.on_swap(lambda _: gc.freeze())  # likewise the titles: without it requests wait for the collector
        await snapshots.refresh()
        training = await stack.enter_async_context(training_over(settings, storage, snapshots, clock))
        yield Services(
            settings=settings,
            storage=storage,
            snapshots=snapshots,
            profiles=profiles,
            recommender=Recommender(
                storage=storage,
                snapshots=snapshots,
                profiles=profiles,
                embedder=embedder,
                clock=clock,
                ids=ids,
                calibration=await stored_calibration(storage),
                crowds=training.kept.crowds,
            ),
            intake=Intake(storage=storage, profiles=profiles, snapshots=snapshots, clock=clock, ids=ids),
            embedder=embedder,
            translations=translations(),
            clock=clock,
            ids=ids,
            page_url=settings.public_url.rstrip("/")
            if settings.public_url
            else f"http://{settings.host}:{settings.port}",
            demo=demo,
            training=training,
        )


async def serve(settings: Settings, *, demo: bool = False, viewer: str = "") -> None:
    """Run every configured platform and the companion page until all have said goodbye.

    ``viewer``: name or id of the person whose the terminal is from now on.
    """
    from bot.delivery.post import Post  # noqa: PLC0415
    from bot.delivery.reception import Reception  # noqa: PLC0415
    from bot.dispatcher import Dispatcher  # noqa: PLC0415 - commands are only read where somebody can give them
    from bot.media.opening import with_media  # noqa: PLC0415
    from bot.scheduling import scheduled  # noqa: PLC0415
    from bot.web.server import start_server  # noqa: PLC0415

    if demo or not settings.port:
        settings = settings.model_copy(update={"port": free_port(settings)})
    async with open_services(settings, demo=demo) as services:
        if viewer:
            await seat(services, viewer)
        post = await Post.open(services.storage, services.clock, services.ids, np.random.default_rng().random)
        async with with_media(replace(services, post=post), embed) as media:
            complete = media.services
            reception = Reception(complete, Dispatcher(complete), post, configured(settings))
            doors = [*reception.side_doors(), media.door.add_routes]
            server = await start_server(complete, settings.host, settings.port, doors)
            sys.stderr.write(translations().to(settings.locale).text("page-at", url=server.url) + "\n")
            try:
                async with scheduled(complete), asyncio.TaskGroup() as background:
                    embedding = background.create_task(embed(complete))
                    await reception.run()
                    embedding.cancel()
            finally:
                await server.close()


def until_told(work: Coroutine[None, None, None]) -> None:
    """Run ``work`` to its end, or until the process is asked to stop (SIGTERM): then everything is closed in order."""

    async def stoppable() -> None:
        task = asyncio.ensure_future(work)
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
        try:
            await task
        except asyncio.CancelledError:
            _log.info("stopped")

    asyncio.run(stoppable())


async def seat(services: Services, name: str) -> None:
    """Give the terminal's account to the person called ``name``. Raises Misconfigured when that is not one person."""
    async with services.storage.unit() as work:
        found = [viewer for viewer in (await work.viewers.get(name), *await work.viewers.find(name)) if viewer]
        if len({viewer.id for viewer in found}) != 1:
            raise Misconfigured("no-such-viewer", name=name)
        await work.viewers.link(Identity(TERMINAL, TERMINAL, found[0].id))


def configured(settings: Settings) -> list[Platform]:
    """The platforms that ``settings`` switch on; one whose settings are wrong is told in the log, and left out."""
    found: list[Platform] = []
    for platform in outside.platforms().values():
        try:
            if outside.is_configured(platform, settings):
                found.append(platform)
        except Misconfigured as error:
            _log.error("%s", translations().to(settings.locale).error(error))
    return found


async def embed(services: Services) -> None:
    """Make the vectors that are missing; a model that fails leaves the rest of the service as it is."""
    try:
        await services.snapshots.embed_missing()
        if await stored_calibration(services.storage) is None:
            await calibrate_match.run(services)
    except RecommendarrError as error:
        _log.warning("embeddings stopped: %s; they go on at the next start", error)


def free_port(settings: Settings) -> int:
    """The port that was asked for, or any free one where it is taken."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        for port in (settings.port, 0):
            try:
                probe.bind((settings.host, port))
            except OSError as problem:
                _log.info("port %d is taken: %s", port, problem)
                continue
            return int(probe.getsockname()[1])
    return settings.port
