"""Seerr as a service that films and series are asked of. It knows people, quotas and approval by itself."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import date
from http import HTTPStatus

from adapters.acquisition.seerr import parsers
from adapters.acquisition.seerr.api import SeerrApi
from adapters.acquisition.servarr_parsers import downloads
from adapters.http import Reply
from adapters.values import Record, positive, record, records
from bot.integration import Health, Instance, Outside
from engine.domain.acquisition import Coming, Download, Known, Presence, Quota, Requested, RequestState, Rules, Wish
from engine.domain.items import MediaType
from engine.domain.media import ExternalIds
from engine.errors import InvalidQuery, SourceRejected, SourceUnavailable

TAKES = frozenset({MediaType.MOVIE, MediaType.TV, MediaType.ANIME})
NAMED = 30
"""So many of the requests that wait are named; each name is a question of its own."""


class Seerr:
    """One instance. Whatever is asked for is asked as the person who wants it, never as the administrator."""

    def __init__(self, instance: Instance, outside: Outside) -> None:
        self._api = SeerrApi(instance, outside)
        self._name = instance.name
        self._service_user = positive(instance.options.get("service_user"))

    @property
    def takes(self) -> frozenset[MediaType]:
        return TAKES

    @property
    def decides(self) -> bool:
        return True

    @property
    def rules(self) -> Rules:
        return Rules()

    def health(self) -> Health:
        return self._api.health()

    async def known(self) -> AsyncIterator[Sequence[Known]]:
        async for page in self._media():
            yield page

    async def request(self, wish: Wish) -> Requested:
        """Raises InvalidQuery ``request-blocked``, too. ``for_account`` may name several accounts of one person,
        separated by commas: Seerr knows people by Plex's id or by Jellyfin's."""
        tmdb = wish.ids.tmdb
        if wish.media_type not in TAKES or not tmdb or tmdb <= 0:
            raise InvalidQuery("request-unknown-title", title=wish.title, name=self._name)
        user = await self._user(wish.for_account)
        await self._refuse_what_is_there(wish)
        try:
            reply = await self._api.post("request", self._body(wish, tmdb), user)
        except SourceRejected as error:
            raise await self._reason(user, wish, error) from None
        except SourceUnavailable as error:
            return await self._made_all_the_same(user, wish, error)
        return self._answered(reply, wish)

    async def state(self, request_id: str) -> Requested:
        number = positive(request_id)
        told = await self._api.get(f"request/{number}") if number else None
        if told is None:
            return Requested(request_id, RequestState.GONE)
        return parsers.requested(told, doubtful=(await self._api.ground()).doubtful)

    async def find(self, media_type: MediaType, ids: ExternalIds) -> Known | None:
        if media_type not in TAKES or not ids.tmdb:
            return None
        details = await self._api.details(parsers.kind(media_type), ids.tmdb)
        ground = await self._api.ground()
        media = {"mediaType": parsers.kind(media_type), "tmdbId": ids.tmdb, **record(details.get("mediaInfo"))}
        return parsers.known(media, overseerr=ground.overseerr, doubtful=ground.doubtful)

    async def pending(self) -> list[Requested]:
        doubtful = (await self._api.ground()).doubtful
        found = [
            parsers.requested(told, doubtful=doubtful)
            async for page in self._api.pages("request", {"filter": "pending"})
            for told in page
        ]
        waiting = [one for one in found if one.state is RequestState.PENDING]
        return [await self._named(one) for one in waiting[:NAMED]] + waiting[NAMED:]

    async def decide(self, request_id: str, *, approve: bool) -> Requested:
        number = positive(request_id)
        if number is None:
            return Requested(request_id, RequestState.GONE)
        reply = await self._api.post(f"request/{number}/{'approve' if approve else 'decline'}")
        if reply.status == HTTPStatus.NOT_FOUND:
            return Requested(request_id, RequestState.GONE)
        if reply.status == HTTPStatus.CONFLICT:
            return await self.state(request_id)  # it was decided before
        told = record(self._api.expected(reply).json())
        return parsers.requested(told, doubtful=(await self._api.ground()).doubtful)

    async def cancel(self, request_id: str, for_account: str = "") -> Requested:
        """Only while it waits, unless nobody in particular asks: older versions let people do more than they say."""
        number = positive(request_id)
        told = await self._api.get(f"request/{number}") if number else None
        if told is None:
            return Requested(request_id, RequestState.GONE)
        known = parsers.requested(told, doubtful=(await self._api.ground()).doubtful)
        if for_account and known.state is not RequestState.PENDING:
            return known
        user = parsers.asked_by(told, for_account) if for_account else None
        if for_account and user is None:
            raise InvalidQuery("cancel-refused", name=self._name)
        try:
            reply = await self._api.delete(f"request/{number}", user)
        except SourceRejected as error:
            if user is None or error.key != "integration-rejected":
                raise
            raise InvalidQuery("cancel-refused", name=self._name) from None
        if reply.status not in {HTTPStatus.NO_CONTENT, HTTPStatus.NOT_FOUND}:
            self._api.expected(reply)
        return replace(known, state=RequestState.CANCELLED)

    async def quota(self, account_id: str, media_type: MediaType) -> Quota:
        """Raises InvalidQuery ``request-not-allowed`` for an account that Seerr does not know."""
        user = await self._user(account_id)
        return parsers.quota(await self._api.get(f"user/{user}/quota") or {}, media_type)

    async def downloads(self) -> list[Download]:
        found: list[Download] = []
        async for page in self._api.pages("media", {"filter": "processing"}):
            for media in page:
                queue = records(media.get("downloadStatus"))
                found += downloads(queue, lambda entry, media=media: parsers.title_of({**entry, **media}))
        return found

    async def coming(self, first: date, last: date) -> list[Coming]:
        """Seerr has no calendar; Radarr and Sonarr have."""
        del first, last
        return []

    async def size_estimate(self, wish: Wish) -> int | None:
        """Seerr leaves the quality to Radarr and Sonarr."""
        del wish
        return None

    async def close(self) -> None:
        await self._api.close()

    async def _media(self) -> AsyncIterator[list[Known]]:
        ground = await self._api.ground()
        async for page in self._api.pages("media"):
            told = (parsers.known(part, overseerr=ground.overseerr, doubtful=ground.doubtful) for part in page)
            yield [one for one in told if one]

    def _body(self, wish: Wish, tmdb: int) -> dict[str, object]:
        # Without is4k false a second request for the same title is taken.
        body: dict[str, object] = {"mediaType": parsers.kind(wish.media_type), "mediaId": tmdb, "is4k": False}
        if wish.media_type is not MediaType.MOVIE:
            body["seasons"] = sorted(set(wish.seasons)) or "all"
            if wish.ids.tvdb:
                body["tvdbId"] = wish.ids.tvdb
        return body

    async def _user(self, account_id: str) -> int:
        """Seerr's number of whoever asks, read anew each time: numbers change owners when Seerr is set up again."""
        if not account_id and self._service_user:
            return self._service_user
        found: list[int] = []
        if account_id:
            found = [number async for page in self._api.pages("user") for number in parsers.users_of(account_id, page)]
        if len(set(found)) != 1:
            raise InvalidQuery("request-not-allowed", name=self._name)
        return found[0]

    async def _refuse_what_is_there(self, wish: Wish) -> None:
        """Seerr takes requests for films that are there, and calls blocked ones a lack of permission."""
        try:
            known = await self.find(wish.media_type, wish.ids)
        except SourceUnavailable:
            return  # it could not look the title up; it says itself what it thinks of the request
        if known and known.presence is Presence.BLOCKED:
            raise InvalidQuery("request-blocked", title=wish.title, name=self._name)
        if known and known.presence is Presence.AVAILABLE and wish.media_type is MediaType.MOVIE:
            raise InvalidQuery("request-already", title=wish.title, name=self._name)

    async def _reason(self, user: int, wish: Wish, error: SourceRejected) -> InvalidQuery | SourceRejected:
        """Why a request was refused: by a wrong key everything is, then this asks in vain too and says so."""
        if error.key != "integration-rejected":
            return error
        told = await self._api.get(f"user/{user}/quota")
        left = parsers.quota(told or {}, wish.media_type)
        if left.left == 0:
            return InvalidQuery("request-quota", name=self._name, limit=left.limit or 0, days=left.days or 0)
        return InvalidQuery("request-not-allowed", name=self._name)

    def _answered(self, reply: Reply, wish: Wish) -> Requested:
        if reply.status == HTTPStatus.ACCEPTED:
            raise InvalidQuery("request-nothing-left", title=wish.title, name=self._name)
        if reply.status == HTTPStatus.CONFLICT:
            raise InvalidQuery("request-already", title=wish.title, name=self._name)
        made = parsers.requested(record(self._api.expected(reply).json()), doubtful=True)
        if not made.request_id:
            raise self._api.unreadable("no request")
        return made

    async def _made_all_the_same(self, user: int, wish: Wish, error: SourceUnavailable) -> Requested:
        """The answer may have been lost on its way back: then the request is among theirs."""
        if found := await self._made(user, wish):
            return found
        if error.arguments.get("reason") == "HTTP 500":
            # It is alive, so it is the title: what TMDB does not tell it of is an error of its own to Seerr.
            raise InvalidQuery("request-unknown-title", title=wish.title, name=self._name) from None
        raise error

    async def _made(self, user: int, wish: Wish) -> Requested | None:
        told: Record = await self._api.get(f"user/{user}/requests?take=20&skip=0") or {}
        for part in records(told.get("results")):
            one = parsers.requested(part, doubtful=True)
            same = (
                one.ids.tmdb == wish.ids.tmdb
                and one.media_type
                and parsers.kind(one.media_type) == parsers.kind(wish.media_type)
            )
            if same and part.get("is4k") is not True and one.state in {RequestState.PENDING, RequestState.APPROVED}:
                return one if set(one.seasons) >= set(wish.seasons) else None
        return None

    async def _named(self, one: Requested) -> Requested:
        """With its title; Seerr's requests have none."""
        if one.media_type is None or not one.ids.tmdb:
            return one
        try:
            details = await self._api.details(parsers.kind(one.media_type), one.ids.tmdb)
        except (SourceUnavailable, SourceRejected):
            return one
        return replace(one, title=parsers.title(details))
