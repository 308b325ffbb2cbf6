"""The activities a server sends to a bot, in its bytes: PHP escapes slashes and all that is not ASCII."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from typing import Any

from tests.fakes.talk.rooms import Place, Written

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def php_json(value: object) -> str:
    """As PHP's json_encode writes it."""
    return json.dumps(value, separators=(",", ":")).replace("/", "\\/")


def signed(secret: str, body: bytes, backend: str, random: str | None = None) -> dict[str, str]:
    """The headers of a webhook."""
    random = random or "".join(secrets.choice(ALPHABET) for _ in range(64))
    return {
        "Content-Type": "application/json",
        "X-Nextcloud-Talk-Random": random,
        "X-Nextcloud-Talk-Signature": hmac.new(secret.encode(), random.encode() + body, hashlib.sha256).hexdigest(),
        "X-Nextcloud-Talk-Backend": f"{backend}/",
        "OCS-APIRequest": "true",
        "User-Agent": "Nextcloud Server Crawler",
        "Accept-Encoding": "gzip",
    }


def created(place: Place, message: Written, *, newer: bool) -> dict[str, Any]:
    """A message; ``newer``: from Talk 21 on, with the writer's part in the room and what was quoted."""
    actor = _person(message.actor, message.name)
    note = _note(message, "message")
    if newer:
        actor["talkParticipantType"] = "1" if message.actor in place.moderators else "3"
    if newer and message.parent:
        note["inReplyTo"] = {
            "type": "Note",
            "actor": _person(message.parent.actor, message.parent.name),
            "object": _note(message.parent, "message"),
        }
    return {"type": "Create", "actor": actor, "object": note, "target": _room(place)}


def noted(place: Place, message: Written) -> dict[str, Any]:
    """Something happened in the room."""
    actor = _person(message.actor, message.name)
    return {"type": "Activity", "actor": actor, "object": _note(message, message.system), "target": _room(place)}


def liked(place: Place, message: Written, actor: str, name: str, emoji: str) -> dict[str, Any]:
    """A reaction, by whoever the server says it was."""
    return {
        "type": "Like",
        "actor": _person(actor, name),
        "object": _note(message, ""),
        "target": _room(place),
        "content": emoji,
    }


def undone(like: dict[str, Any]) -> dict[str, Any]:
    """It was taken away again."""
    return {"type": "Undo", "actor": like["actor"], "object": like, "target": like["target"]}


def entered(place: Place, bot: str, name: str, *, left: bool = False) -> dict[str, Any]:
    """The bot was enabled, or disabled."""
    actor = {"type": "Application", "id": bot, "name": name}
    return {"type": "Leave" if left else "Join", "actor": actor, "object": _room(place)}


def _person(actor: str, name: str) -> dict[str, str]:
    return {"type": "Person", "id": actor, "name": name}


def _room(place: Place) -> dict[str, str]:
    return {"type": "Collection", "id": place.token, "name": place.name}


def _note(message: Written, name: str) -> dict[str, Any]:
    # PHP has one kind of array: an empty one is written as a list
    content = php_json({"message": message.text, "parameters": message.parameters or []})
    return {"type": "Note", "id": str(message.id), "name": name, "content": content, "mediaType": "text/markdown"}
