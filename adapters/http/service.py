"""The one way from an integration to its service: one session, one limiter, one breaker per instance."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection, Mapping
from concurrent.futures import ThreadPoolExecutor
from types import MappingProxyType
from typing import TypeVar

from aiolimiter import AsyncLimiter
from tenacity import (
    AsyncRetrying,
    RetryCallState,
    retry_if_exception,
    stop_after_attempt,
    wait_exponential,
    wait_random,
)

from adapters.http.addresses import Parameters, address
from adapters.http.breaker import Breaker
from adapters.http.exchange import Exchange, Question
from adapters.http.failures import failure
from adapters.http.replies import Reply, refusal
from bot.integration import Health, Instance, Outside
from engine.errors import RateLimited, RecommendarrError, SourceUnavailable

T = TypeVar("T")
TRIES = 3
LONGEST_WAIT = 30.0
"""Seconds a call waits because it was told to; beyond that it fails."""
AT_ONCE = 16
THREADS = 4
BURST = 5
"""A fifth of the calls may go at once, so that no second has more than a fifth too many."""
NOTHING: Mapping[str, str] = MappingProxyType({})
_log = logging.getLogger(__name__)


class HttpService:
    """Calls to one instance. Everything raises SourceUnavailable (time mends it) and SourceRejected (its owner)."""

    def __init__(
        self,
        instance: Instance,
        outside: Outside,
        *,
        headers: Mapping[str, str] = NOTHING,
        calls: float = 20,
        per_seconds: float = 1.0,
        timeout: float = 20.0,
        largest: int = 64 * 2**20,
    ) -> None:
        """At most ``calls`` go out in ``per_seconds``; no answer may take ``timeout`` seconds or ``largest`` bytes."""
        self._instance = instance
        self._clock = outside.clock
        self._exchange = Exchange(instance, headers=headers, timeout=timeout, largest=largest)
        self._timeout = timeout
        self._breaker = Breaker(instance.name, outside.clock)
        burst = max(1.0, calls / BURST)
        self._limiter = AsyncLimiter(burst, burst * per_seconds / calls)
        self._places = asyncio.Semaphore(AT_ONCE)
        self._threads: ThreadPoolExecutor | None = None
        self.back_off = 0.5
        """Seconds before the first repetition; the next ones wait twice as long each, and some jitter."""

    @property
    def health(self) -> Health:
        return self._breaker.health

    async def get(
        self,
        path: str,
        params: Parameters | None = None,
        *,
        headers: Mapping[str, str] | None = None,
        expected: Collection[int] = (),
    ) -> Reply:
        """Ask; repeated where the service is not well. Statuses that are no errors of its come back as they are.

        So do those that are ``expected``: with some services a failure is about what was asked for alone.
        """
        return await self.send("GET", path, params=params, headers=headers, repeatable=True, expected=expected)

    async def send(
        self,
        method: str,
        path: str,
        *,
        params: Parameters | None = None,
        json: object = None,
        data: bytes | str | Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        repeatable: bool = False,
        expected: Collection[int] = (),
    ) -> Reply:
        """Say something; repeated only where saying it twice does what saying it once does.

        A call with headers of its own speaks for somebody else: that they are refused is no trouble of the instance.
        """
        try:
            where = address(self._instance.url, path, params)
        except ValueError as error:
            raise failure(self._instance.name, error) from None
        question = Question(method, where, json, data, headers or NOTHING)
        return await self._often(lambda: self._ask(question, expected), repeatable=repeatable, own=not headers)

    async def in_thread(self, call: Callable[[], T], *, repeatable: bool = False) -> T:
        """Run a blocking call of an SDK under the same limits. Its own RecommendarrErrors count as the service's."""
        return await self._often(lambda: self._run(call), repeatable=repeatable, own=True)

    async def close(self) -> None:
        """Give the connections back; calls that are under way fail."""
        await self._exchange.close()
        if self._threads:
            self._threads.shutdown(wait=False, cancel_futures=True)
            self._threads = None

    async def _often(self, once: Callable[[], Awaitable[T]], *, repeatable: bool, own: bool) -> T:
        retrying = AsyncRetrying(
            stop=stop_after_attempt(TRIES if repeatable else 1),
            wait=self._pause,
            retry=retry_if_exception(self._worth_repeating),
            reraise=True,
        )
        return await retrying(self._guarded, once, own)

    async def _guarded(self, once: Callable[[], Awaitable[T]], own: bool) -> T:  # noqa: FBT001
        async with self._places:
            await self._wait_as_told()
            probe = self._breaker.enter()
            try:
                await self._limiter.acquire()
                answer = await once()
            except RecommendarrError as error:
                self._note(error, probe=probe, own=own)
                raise
            else:
                self._breaker.succeeded()
                return answer
            finally:
                self._breaker.leave(probe=probe)

    async def _wait_as_told(self) -> None:
        left = self._breaker.hold()
        if left > LONGEST_WAIT:
            raise RateLimited("integration-rate-limited", name=self._instance.name, retry_after=left)
        if left > 0:
            await asyncio.sleep(left)

    def _note(self, error: RecommendarrError, *, probe: bool, own: bool) -> None:
        if own or isinstance(error, SourceUnavailable):
            self._breaker.failed(error, probe=probe)
        else:
            self._breaker.succeeded()
        _log.info("%s: %s", self._instance.name, error)

    def _worth_repeating(self, error: BaseException) -> bool:
        if not isinstance(error, SourceUnavailable) or error.key in {"integration-tls", "integration-unreadable"}:
            return False
        return not self._breaker.open and (error.retry_after or 0.0) <= LONGEST_WAIT

    def _pause(self, state: RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        if isinstance(error, RateLimited):
            return 0.0  # the breaker holds this call together with all others
        if isinstance(error, SourceUnavailable) and error.retry_after is not None:
            return error.retry_after
        return (wait_exponential(multiplier=self.back_off, max=8.0) + wait_random(0, self.back_off))(state)

    async def _ask(self, question: Question, expected: Collection[int]) -> Reply:
        reply = await self._exchange.ask(question)
        if reply.status not in expected and (error := refusal(reply, self._clock.now())):
            raise error
        return reply

    async def _run(self, call: Callable[[], T]) -> T:
        self._threads = self._threads or ThreadPoolExecutor(THREADS, thread_name_prefix=self._instance.name)
        running = asyncio.get_running_loop().run_in_executor(self._threads, call)
        try:
            return await asyncio.wait_for(running, self._timeout)
        except OSError as error:
            raise failure(self._instance.name, error) from None
