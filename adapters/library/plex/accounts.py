"""Who may open what, from plex.tv's words into ours. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from xml.etree.ElementTree import Element

from adapters.library.plex.elements import Unreadable, flag, moment, text, whole
from engine.domain.media import ServerAccount


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody on plex.tv. The id is the key: managed users have neither user name nor address."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Pin:
    """A sign-in under way."""

    id: str
    code: str
    expires_at: datetime | None
    token: str


def account(element: Element) -> Account:
    """Raises Unreadable where nobody is named."""
    key = text(element, "id")
    if not key:
        raise Unreadable("no account")
    return Account(key, name_of(element))


def name_of(element: Element) -> str:
    return text(element, "title") or text(element, "username") or text(element, "friendlyName")


def pin(element: Element) -> Pin:
    """Raises Unreadable where it is none."""
    made = Pin(text(element, "id"), text(element, "code"), moment(element, "expiresAt"), text(element, "authToken"))
    if not made.id or not made.code:
        raise Unreadable("no PIN")
    return made


def names(container: Element) -> dict[str, str]:
    """Names by id, of friends or of the people of the home."""
    return {text(user, "id"): name_of(user) for user in container.iter("User") if text(user, "id")}


def users(container: Element) -> Element:
    """A list of people; raises Unreadable where it is not whole."""
    if container.tag != "MediaContainer" or (whole(container, "size") or 0) > len(list(container.iter("User"))):
        raise Unreadable("list of users cut short")
    return container


def section_keys(container: Element) -> dict[str, str]:
    """The server's keys of its sections by their ids on plex.tv."""
    return {text(entry, "id"): text(entry, "key") for entry in container.iter("Section") if text(entry, "key")}


def needs_section_keys(container: Element) -> bool:
    """Whether some share tells a section only by its id on plex.tv, which the server does not know."""
    return any(not text(entry, "key") for entry in container.iter("Section"))


def shares(container: Element, keys: Mapping[str, str]) -> list[ServerAccount]:
    """Everybody the server is shared with; raises Unreadable where the list is not whole."""
    if container.tag != "MediaContainer":
        raise Unreadable("no list of shares")
    told = container.findall("SharedServer")
    if (whole(container, "size") or 0) > len(told):
        raise Unreadable("list of shares cut short")
    return merged(_share(entry, keys) for entry in told if text(entry, "userID"))


def merged(accounts: Iterable[ServerAccount]) -> list[ServerAccount]:
    """One entry a person, with all they may open."""
    found: dict[str, ServerAccount] = {}
    for one in accounts:
        known = found.get(one.id)
        found[one.id] = one if known is None or not known.active else _both(known, one)
    return list(found.values())


def named(accounts: Iterable[ServerAccount], known: Mapping[str, str]) -> list[ServerAccount]:
    return [one if one.name else replace(one, name=known.get(one.id, "")) for one in accounts]


def server_token(resources: Element, machine: str) -> str:
    """What this account opens the server with; empty where it has no access to it."""
    for entry in resources.iter():
        if text(entry, "clientIdentifier") == machine and "server" in text(entry, "provides").split(","):
            return text(entry, "accessToken")
    return ""


def addresses(resources: Element, player: str) -> list[str]:
    """Where a player of the account can be reached, those near first."""
    for entry in resources.iter():
        if text(entry, "clientIdentifier") == player:
            found = [link for link in entry.iter() if link.tag.lower() in {"connection", "connections"}]
            near = sorted((link for link in found if text(link, "uri")), key=lambda link: not flag(link, "local"))
            return [text(link, "uri") for link in near]
    return []


def _share(entry: Element, keys: Mapping[str, str]) -> ServerAccount:
    opened = [
        text(section, "key") or keys.get(text(section, "id"), "")
        for section in entry.findall("Section")
        if flag(section, "shared")
    ]
    # An invitation that nobody took opens nothing; where the field is missing, it was taken.
    active = entry.get("acceptedAt") is None or moment(entry, "acceptedAt") is not None
    return ServerAccount(
        id=text(entry, "userID"),
        name=text(entry, "username"),
        active=active and not flag(entry, "pending"),
        sections=None if flag(entry, "allLibraries") else frozenset(key for key in opened if key),
    )


def _both(one: ServerAccount, other: ServerAccount) -> ServerAccount:
    if not other.active:
        return one
    sections = None if one.sections is None or other.sections is None else one.sections | other.sections
    return replace(one, name=one.name or other.name, sections=sections)
