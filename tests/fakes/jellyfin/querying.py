"""``GET /Items`` of the fake."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tests.fakes.jellyfin import payloads
from tests.fakes.jellyfin.world import Person, Title, World, title_of

_KEPT = 64


class Querying:
    """Answers queries; the last lists of titles are kept, so that paging through very many stays cheap."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._lists: dict[tuple[object, ...], list[Title]] = {}

    def forget(self) -> None:
        """What is kept: something changed."""
        self._lists.clear()

    def answer(self, query: Mapping[str, str], person: Person | None) -> dict[str, Any]:
        kinds = _parts(query.get("includeItemTypes"))
        if kinds and kinds[0] in {"Playlist", "BoxSet"}:
            return self._page(query, self._named(kinds[0], person))
        parent = query.get("parentId", "")
        if parent in self._world.lists:
            return self._page(query, self._members(parent, person))
        found = self._by_ids(query, person) if "ids" in query else self._titles(query, kinds, person)
        start, limit = int(query.get("startIndex", 0)), int(query.get("limit", len(found)))
        fields, wanted = set(_parts(query.get("fields"))), query.get("enableUserData", "true") == "true"
        made = [
            payloads.item(self._world, one, fields, person, with_state=wanted) for one in found[start : start + limit]
        ]
        if query.get("collapseBoxSetItems") != "false":
            made = self._collapsed(made)
        return {"Items": made, "TotalRecordCount": len(found), "StartIndex": start}

    def _titles(self, query: Mapping[str, str], kinds: list[str], person: Person | None) -> list[Title]:
        parts = ("parentId", "includeItemTypes", "sortBy", "sortOrder", "filters", "minDateLastSaved")
        known = (*(query.get(name) for name in parts), person.id if person else "", *self._fingerprint(person))
        if known not in self._lists:
            if len(self._lists) >= _KEPT:
                self._lists.clear()
            self._lists[known] = self._listed(query, kinds, person)
        return self._lists[known]

    def _fingerprint(self, person: Person | None) -> tuple[object, ...]:
        world = self._world
        shelves = tuple((shelf.count, len(shelf.gone), len(shelf.saved)) for shelf in world.shelves)
        return (*shelves, len(world.ratings), len(person.states) if person else 0)

    def _listed(self, query: Mapping[str, str], kinds: list[str], person: Person | None) -> list[Title]:
        world = self._world
        own = [shelf for shelf in world.shelves if shelf.id == query.get("parentId")]
        shelves = own or world.shelves  # as the real one does with a library it does not know
        if person is not None and "IsResumable" in query.get("filters", ""):
            begun = [title_of(told) for told, state in person.states.items() if state.position]
            found = [
                title for title in begun if title and title.kind in kinds and world.shelves[title.shelf] in shelves
            ]
        else:
            found = [title for shelf in shelves for kind in kinds for title in shelf.titles(kind)]
        found = [title for title in found if world.sees(person, title)]
        if since := query.get("minDateLastSaved"):
            moment = datetime.fromisoformat(since)
            saved = {told: at for shelf in shelves for told, at in shelf.saved.items()}
            found = [title for title in found if saved.get(title.id, title.created) >= moment]
        if person is not None and "IsPlayed" in query.get("filters", ""):
            found = [title for title in found if person.state(title).played]
        return self._sorted(found, query, person)

    def _sorted(self, found: list[Title], query: Mapping[str, str], person: Person | None) -> list[Title]:
        falling = query.get("sortOrder") == "Descending"
        if person is not None and query.get("sortBy") == "DatePlayed":
            dated = [(at.timestamp() if (at := person.state(title).at) else 0.0, title.id, title) for title in found]
            return [title for _, _, title in sorted(dated, key=lambda row: row[:2], reverse=falling)]
        return sorted(found, key=lambda title: (title.created, title.id), reverse=falling)

    def _by_ids(self, query: Mapping[str, str], person: Person | None) -> list[Title]:
        told = [title_of(one.replace("-", "").lower()) for one in _parts(query["ids"])]
        own = [shelf for shelf in self._world.shelves if shelf.id == query.get("parentId")]
        return [
            title
            for title in told
            if title
            and title.shelf < len(self._world.shelves)
            and title.number < self._world.shelves[title.shelf].count
            and title.number not in self._world.shelves[title.shelf].gone
            and (not own or own[0].number == title.shelf)
            and self._world.sees(person, title)
        ]

    def _named(self, kind: str, person: Person | None) -> list[dict[str, Any]]:
        return [
            {"Id": told, "Name": one["Name"], "Type": kind, "ServerId": self._world.id}
            for told, one in self._world.lists.items()
            if one["Type"] == kind
            and (person is None or kind == "BoxSet" or person.id in {one["Owner"], *one["Shares"]})
        ]

    def _members(self, told: str, person: Person | None) -> list[dict[str, Any]]:
        titles = [title for one in self._world.lists[told]["Ids"] if (title := title_of(one))]
        return [payloads.item(self._world, title, set(), person, with_state=True) for title in titles]

    def _page(self, query: Mapping[str, str], found: list[dict[str, Any]]) -> dict[str, Any]:
        start, limit = int(query.get("startIndex", 0)), int(query.get("limit", len(found)))
        return {"Items": found[start : start + limit], "TotalRecordCount": len(found), "StartIndex": start}

    def _collapsed(self, made: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Collections in the place of their films, which Jellyfin does unless it is told not to."""
        sets = {told: one for told, one in self._world.lists.items() if one["Type"] == "BoxSet"}
        found: dict[str, dict[str, Any]] = {}
        for row in made:
            held = next((told for told, one in sets.items() if row["Id"] in one["Ids"]), None)
            box = {"Id": held, "Name": sets[held]["Name"], "Type": "BoxSet"} if held else row
            found.setdefault(box["Id"] or "", box)
        return list(found.values())


def _parts(text: str | None) -> list[str]:
    return [part for part in (text or "").split(",") if part]
