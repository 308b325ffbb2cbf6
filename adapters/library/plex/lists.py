"""Keeps playlists of people's and collections of sections. Everything here blocks: it runs in the client's threads."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from adapters.library.plex.client import Connection, Parameters
from adapters.library.plex.elements import flag, page, text
from adapters.library.plex.parsers import NUMBERS, TYPES, item_key
from adapters.library.plex.shelves import first_episode

COLLECTION = 18
"""Plex's number of that type."""


def put_playlist(server: Connection, name: str, keys: Sequence[str], summary: str) -> None:
    """Make the account's playlist of that name hold these, of series the first episode; no keys: remove it."""
    found = next(iter(_named(server.ask("/playlists", {"playlistType": "video"}), name)), None)
    wanted = _playable(server, keys) if keys else []
    if not wanted:
        if found is not None:
            server.ask(f"/playlists/{item_key(found)}", method="delete")
        return
    if found is None:
        query: Parameters = {"type": "video", "title": name, "smart": 0, "uri": server.uri(wanted)}
        made = server.ask("/playlists", query, "post")
        key = next((item_key(entry) for entry in made), "")
    else:
        key = item_key(found)
        if _content(server, f"/playlists/{key}/items") != wanted:
            server.ask(f"/playlists/{key}/items", method="delete")
            server.ask(f"/playlists/{key}/items", {"uri": server.uri(wanted)}, "put")
    if key and (found is None or text(found, "summary") != summary):
        server.ask(f"/playlists/{key}", {"summary": summary}, "put")


def put_collection(server: Connection, section: str, name: str, keys: Sequence[str], summary: str) -> None:
    """Make the section's collection of that name hold these; no keys: remove it."""
    found = next(iter(_named(server.ask(f"/library/sections/{section}/collections"), name)), None)
    wanted = [item_key(entry) for entry in _existing(server, keys)]
    if not wanted:
        if found is not None:
            server.ask(f"/library/collections/{item_key(found)}", method="delete")
        return
    key = item_key(found) if found is not None else _new_collection(server, section, name, wanted)
    if found is not None:
        _change_collection(server, key, wanted)
    if key and (found is None or text(found, "summary") != summary):
        edit: Parameters = {"type": COLLECTION, "id": key, "summary.value": summary, "summary.locked": 1}
        server.ask(f"/library/sections/{section}/all", edit, "put")


def _new_collection(server: Connection, section: str, name: str, keys: list[str]) -> str:
    kinds = [text(entry, "type") for entry in _existing(server, keys[:1])]
    number = NUMBERS[TYPES[kinds[0]]] if kinds and kinds[0] in TYPES else 1
    query: Parameters = {"type": number, "title": name, "smart": 0, "sectionId": section, "uri": server.uri(keys)}
    return next((item_key(entry) for entry in server.ask("/library/collections", query, "post")), "")


def _change_collection(server: Connection, key: str, wanted: list[str]) -> None:
    there = _content(server, f"/library/collections/{key}/items")
    if added := [one for one in wanted if one not in there]:
        server.ask(f"/library/collections/{key}/items", {"uri": server.uri(added)}, "put")
    for gone in [one for one in there if one not in wanted]:
        server.ask(f"/library/collections/{key}/items/{gone}", method="delete")


def _named(container: Element, name: str) -> list[Element]:
    """Lists of that very name that hold what was put in; those that search by themselves are not ours."""
    return [
        entry for entry in page(container, _itself).rows if text(entry, "title") == name and not flag(entry, "smart")
    ]


def _content(server: Connection, path: str) -> list[str]:
    return [item_key(entry) for entry in page(server.ask(path), _itself).rows]


def _playable(server: Connection, keys: Sequence[str]) -> list[str]:
    """Films as they are and of each series its first episode: a whole series would bury everything else."""
    made = [
        first_episode(server, item_key(entry)) if text(entry, "type") == "show" else item_key(entry)
        for entry in _existing(server, keys)
    ]
    return [key for key in made if key]


def _existing(server: Connection, keys: Sequence[str]) -> list[Element]:
    """Those of the titles that this account may see, in the order asked for."""
    plain = [key for key in keys if key.isascii() and key.isdecimal()]
    if not plain:
        return []
    told = {item_key(entry): entry for entry in server.ask(f"/library/metadata/{','.join(plain)}")}
    return [told[key] for key in dict.fromkeys(plain) if key in told]


def _itself(entry: Element) -> Element:
    return entry
