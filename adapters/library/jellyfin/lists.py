"""Playlists of people and collections of libraries, made to hold exactly what they are to hold."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from typing import Final

from adapters.http import Reply
from adapters.library.jellyfin.client import JellyfinClient, segment
from adapters.library.jellyfin.fields import key, rows, table, text
from engine.errors import SourceRejected

AT_ONCE: Final = 100
"""Ids in an address."""
_PLAYLIST, _COLLECTION = "Playlist", "BoxSet"
_GONE = frozenset({400, 404})


async def put_playlist(client: JellyfinClient, token: str, name: str, keys: Sequence[str], summary: str) -> None:
    """The account's own, private playlist. What others share with it under the same name is left alone."""
    account = await client.account_of(token)
    wanted = list(dict.fromkeys(keys))
    async for told in _named(client, _PLAYLIST, name, token=token, account=account):
        if await _is_shared_with(client, told, account, token):
            continue
        if not wanted:
            if not await _remove(client, told, token):
                await _replace(client, told, name, [], token)
            return
        if await _replace(client, told, name, wanted, token):
            await _describe(client, told, name, summary)
            return
    if wanted:
        body = {"Name": name, "Ids": wanted, "UserId": account, "MediaType": "Video", "Users": [], "IsPublic": False}
        reply = await client.say("POST", "/Playlists", body=body, token=token)
        await _describe(client, _made(client, reply), name, summary)


async def put_collection(client: JellyfinClient, name: str, keys: Sequence[str], summary: str) -> None:
    """The collection of that name. Everybody sees of a collection what they may open, says Jellyfin."""
    wanted = list(dict.fromkeys(keys))
    found = [told async for told in _named(client, _COLLECTION, name)]
    if not wanted:
        for told in found:
            if not await _remove(client, told, ""):
                raise SourceRejected("jellyfin-cannot-delete", name=client.name, list=name)
        return
    if not found:
        query = {"name": name, "ids": ",".join(wanted[:AT_ONCE]), "isLocked": True}
        found = [_made(client, await client.say("POST", "/Collections", query))]
    await _fit(client, found[0], wanted)
    await _describe(client, found[0], name, summary)


async def _named(
    client: JellyfinClient, kind: str, name: str, *, token: str = "", account: str = ""
) -> AsyncIterator[str]:
    query: dict[str, str | bool] = {"recursive": True, "includeItemTypes": kind, "enableImages": False}
    query |= {"sortBy": "DateCreated", "sortOrder": "Ascending"}
    if account:
        query["userId"] = account
    found: list[str] = []
    async for page in client.pages(query, token=token):
        found += [key(row.get("Id")) for row in page if row.get("Type") == kind and text(row.get("Name")) == name]
    for told in found:
        if told:
            yield told


async def _is_shared_with(client: JellyfinClient, playlist: str, account: str, token: str) -> bool:
    """Whether it is somebody else's who lets the account change it; whose it is, the server does not say plainly."""
    told = await client.ask(f"/Playlists/{segment(playlist)}", token=token)
    return any(key(share.get("UserId")) == account for share in rows(told.get("Shares")))


async def _replace(client: JellyfinClient, playlist: str, name: str, keys: Sequence[str], token: str) -> bool:
    """False where it is not the account's to change."""
    body = {"Name": name, "Ids": list(keys), "Users": [], "IsPublic": False}
    try:
        reply = await client.say("POST", f"/Playlists/{segment(playlist)}", body=body, token=token)
    except SourceRejected:
        return False
    if reply.status in _GONE:
        return False
    if reply.status >= 300:
        raise client.refused(reply)
    return True


async def _fit(client: JellyfinClient, collection: str, wanted: Sequence[str]) -> None:
    """Add what is missing before taking out what is too much: an empty collection is taken away by the server."""
    held: list[str] = []
    async for page in client.pages({"parentId": collection, "enableImages": False, "collapseBoxSetItems": False}):
        held += [told for row in page if (told := key(row.get("Id")))]
    path = f"/Collections/{segment(collection)}/Items"
    for method, ids in (("POST", _without(wanted, held)), ("DELETE", _without(held, wanted))):
        for part in _parts(ids):
            reply = await client.say(method, path, {"ids": ",".join(part)})
            if reply.status >= 300:
                raise client.refused(reply)


async def _describe(client: JellyfinClient, told: str, name: str, summary: str) -> None:
    """As the administrator: only they may write texts. Everything that is not said would be emptied."""
    body: dict[str, object] = {"Id": told, "Name": name, "Overview": summary, "LockData": True}
    body |= {"Genres": [], "Tags": [], "ProviderIds": {}}
    reply = await client.say("POST", f"/Items/{segment(told)}", body=body)
    if reply.status >= 300:
        raise client.refused(reply)


async def _remove(client: JellyfinClient, told: str, token: str) -> bool:
    """False where the account may not delete it, or the server does not let anybody."""
    try:
        reply = await client.say("DELETE", f"/Items/{segment(told)}", token=token)
    except SourceRejected:
        return False
    return reply.status < 300 or reply.status == 404


def _made(client: JellyfinClient, reply: Reply) -> str:
    if reply.status >= 300:
        raise client.refused(reply)
    told = key(table(reply.json()).get("Id"))
    if not told:
        raise client.unreadable("made without id")
    return told


def _without(keys: Sequence[str], others: Sequence[str]) -> list[str]:
    left = set(others)
    return [told for told in keys if told not in left]


def _parts(keys: Sequence[str]) -> list[Sequence[str]]:
    return [keys[start : start + AT_ONCE] for start in range(0, len(keys), AT_ONCE)]
