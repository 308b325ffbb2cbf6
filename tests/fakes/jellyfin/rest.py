"""The fake's REST API."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from tests.fakes.jellyfin import payloads
from tests.fakes.jellyfin.querying import Querying
from tests.fakes.jellyfin.serving import Asked, Serving
from tests.fakes.jellyfin.world import Linking, State, World, title_of


class Rest:
    """Handlers, each described by the method and path it is served under."""

    def __init__(self, world: World, serving: Serving) -> None:
        self.world, self.querying = world, Querying(world)
        take = serving.route
        take("GET", "/System/Info", self.info, admin=True)
        take("GET", "/Library/VirtualFolders", self.folders, admin=True)
        take("GET", "/Users", self.users, admin=True)
        take("GET", "/Users/Me", self.me)
        take("GET", "/Items", self.items)
        take("GET", "/Items/{itemId}", self.item)
        take("POST", "/Items/{itemId}", self.update_item, admin=True)
        take("DELETE", "/Items/{itemId}", self.delete_item, described=False)
        take("GET", "/Shows/{seriesId}/Episodes", self.episodes)
        take("POST", "/UserFavoriteItems/{itemId}", self.favourite)
        take("GET", "/Sessions", self.sessions)
        take("POST", "/Sessions/Logout", self.logout, described=False)
        take("POST", "/Sessions/{sessionId}/Playing", self.play)
        take("POST", "/Sessions/{sessionId}/Playing/{command}", self.command)
        take("POST", "/QuickConnect/Initiate", self.initiate, free=True)
        take("GET", "/QuickConnect/Connect", self.connect, free=True)
        take("POST", "/Users/AuthenticateWithQuickConnect", self.authenticate, free=True)
        take("POST", "/Playlists", self.create_playlist)
        take("GET", "/Playlists/{playlistId}", self.playlist)
        take("POST", "/Playlists/{playlistId}", self.update_playlist)
        take("POST", "/Collections", self.create_collection)
        take("POST", "/Collections/{collectionId}/Items", self.add)
        take("DELETE", "/Collections/{collectionId}/Items", self.remove)

    def info(self, asked: Asked) -> Any:
        return {"Id": self.world.id, "ServerName": self.world.name, "Version": "12.0.0", "IsShuttingDown": False}

    def folders(self, asked: Asked) -> Any:
        return [payloads.virtual_folder(shelf) for shelf in self.world.shelves]

    def users(self, asked: Asked) -> Any:
        return [payloads.user(self.world, person) for person in self.world.people.values()]

    def me(self, asked: Asked) -> Any:
        return payloads.user(self.world, asked.person) if asked.person else _refuse(400)

    def items(self, asked: Asked) -> Any:
        person = asked.person
        if told := asked.query.get("userId"):
            if asked.person and asked.person.id != told and not asked.person.admin:
                return _refuse(403)
            person = self.world.people.get(told)
            if person is None:
                return _refuse(404)
            if self.world.ignores_accounts and asked.person is None:
                person = None
        return self.querying.answer(asked.query, person)

    def item(self, asked: Asked) -> Any:
        """As the real one: without an account there is nothing, not even for the API key."""
        person = self.world.people.get(asked.query.get("userId", "")) or asked.person
        title = title_of(asked.path["itemId"])
        return payloads.item(self.world, title, set(), person, with_state=True) if title and person else _refuse(404)

    def update_item(self, asked: Asked) -> Any:
        told = self.world.lists.get(asked.path["itemId"])
        if told is None or not {"Genres", "Tags", "ProviderIds"} <= asked.body.keys():
            return _refuse(400 if told else 404)
        told["Overview"] = asked.body.get("Overview", "")
        return web.Response(status=204)

    def delete_item(self, asked: Asked) -> Any:
        told = self.world.lists.get(asked.path["itemId"])
        if told is None:
            return _refuse(404)
        if self.world.forbids_deletion or (asked.person and told["Owner"] != asked.person.id):
            return _refuse(401)
        del self.world.lists[asked.path["itemId"]]
        return web.Response(status=204)

    def episodes(self, asked: Asked) -> Any:
        query = {**asked.query, "includeItemTypes": "Episode"}
        series = title_of(asked.path["seriesId"])
        if series is None:
            return _refuse(404)
        shelf = self.world.shelves[series.shelf]
        parts = [title for title in shelf.titles("Episode") if title.series == series]
        ids = ",".join(part.id for part in parts)
        return self.querying.answer({**query, "ids": ids, "collapseBoxSetItems": "false"}, asked.person)

    def favourite(self, asked: Asked) -> Any:
        title = title_of(asked.path["itemId"])
        if title is None or asked.person is None or not self.world.sees(asked.person, title):
            return _refuse(404)
        asked.person.states.setdefault(title.id, State()).favorite = True
        return payloads.state(asked.person, title)

    def sessions(self, asked: Asked) -> Any:
        told = asked.query.get("controllableByUserId")
        return [one for one in self.world.sessions if told is None or one["UserId"] == told]

    def logout(self, asked: Asked) -> Any:
        self.world.tokens.pop(asked.token, None)
        return web.Response(status=204)

    def play(self, asked: Asked) -> Any:
        return self._told(asked, "Playing")

    def command(self, asked: Asked) -> Any:
        return self._told(asked, asked.path["command"])

    def _told(self, asked: Asked, command: str) -> Any:
        if asked.path["sessionId"] not in {one["Id"] for one in self.world.sessions}:
            return _refuse(404)
        self.world.told.append((asked.path["sessionId"], command, dict(asked.query)))
        return web.Response(status=204)

    def initiate(self, asked: Asked) -> Any:
        if not self.world.quick_connect:
            return _refuse(401)
        number = len(self.world.linkings) + 1
        self.world.linkings.append(made := Linking(f"{number:064x}", f"{100_000 + number}"))
        return self._linking(made)

    def connect(self, asked: Asked) -> Any:
        made = next((one for one in self.world.linkings if one.secret == asked.query["secret"]), None)
        return self._linking(made) if made else _refuse(404)

    def authenticate(self, asked: Asked) -> Any:
        made = next((one for one in self.world.linkings if one.secret == asked.body["Secret"]), None)
        if made is None or made.person is None:
            return _refuse(400)
        self.world.linkings.remove(made)
        if made.person.disabled:
            return _refuse(401)
        user = payloads.user(self.world, made.person)
        return {"User": user, "AccessToken": self.world.token(made.person), "ServerId": self.world.id}

    def _linking(self, made: Linking) -> Any:
        device = {"DeviceId": "x", "DeviceName": "x", "AppName": "x", "AppVersion": "1"}
        return {"Authenticated": made.person is not None, "Secret": made.secret, "Code": made.code, **device}

    def create_playlist(self, asked: Asked) -> Any:
        told = f"1{len(self.world.lists):031x}"
        body = asked.body
        self.world.lists[told] = {"Type": "Playlist", "Name": body["Name"], "Ids": list(body["Ids"])}
        self.world.lists[told] |= {"Owner": body["UserId"], "Shares": [], "Public": body["IsPublic"], "Overview": ""}
        return {"Id": told}

    def playlist(self, asked: Asked) -> Any:
        one = self.world.lists.get(asked.path["playlistId"])
        if one is None:
            return _refuse(404)
        shares = [{"UserId": told, "CanEdit": True} for told in one["Shares"]]
        return {"OpenAccess": False, "Shares": shares, "ItemIds": one["Ids"]}

    def update_playlist(self, asked: Asked) -> Any:
        one = self.world.lists.get(asked.path["playlistId"])
        if one is None:
            return _refuse(404)
        if asked.person and asked.person.id not in {one["Owner"], *one["Shares"]}:
            return _refuse(403)
        one["Ids"] = list(asked.body["Ids"])
        return web.Response(status=204)

    def create_collection(self, asked: Asked) -> Any:
        told = f"2{len(self.world.lists):031x}"
        ids = asked.query["ids"].split(",")
        self.world.lists[told] = {"Type": "BoxSet", "Name": asked.query["name"], "Ids": ids, "Overview": ""}
        return {"Id": told}

    def add(self, asked: Asked) -> Any:
        one = self.world.lists[asked.path["collectionId"]]
        one["Ids"] += [told for told in asked.query["ids"].split(",") if told not in one["Ids"]]
        return web.Response(status=204)

    def remove(self, asked: Asked) -> Any:
        one = self.world.lists[asked.path["collectionId"]]
        out = asked.query["ids"].split(",")
        one["Ids"] = [told for told in one["Ids"] if told not in out]
        if not one["Ids"]:
            del self.world.lists[asked.path["collectionId"]]
        return web.Response(status=204)


def _refuse(status: int) -> web.Response:
    return web.json_response({"title": "Error processing request.", "status": status}, status=status)
