"""Who is signed in: one-time links, sessions, and the proof that a form is ours."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import timedelta

from bot.services import Services
from engine.domain.records import LoginCode, WebSession
from engine.domain.viewers import Viewer

CODE_LIFE = timedelta(minutes=10)
SESSION_LIFE = timedelta(days=30)
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Cookie:
    """How the session cookie is called and whether it is bound to https."""

    name: str
    secure: bool

    @classmethod
    def of(cls, services: Services) -> Cookie:
        secure = (services.settings.public_url or "").startswith("https://")
        return cls("__Host-recommendarr" if secure else "recommendarr", secure)


async def login_url(services: Services, viewer_id: str) -> str:
    """A link that signs ``viewer_id`` in, once, within ten minutes. For their eyes only."""
    code = new_secret()
    expires = services.clock.now() + CODE_LIFE
    async with services.storage.unit(lasting=False) as unit:
        await unit.access.add_code(LoginCode(digest(code), viewer_id, expires))
    return f"{services.page_url}/signin/{code}"


async def holder_of(services: Services, code: str) -> Viewer | None:
    """Whom ``code`` would sign in; asking does not use it up."""
    async with services.storage.unit() as unit:
        viewer_id = await unit.access.holder_of(digest(code), services.clock.now())
        return await unit.viewers.get(viewer_id) if viewer_id else None


async def sign_in(services: Services, code: str) -> str | None:
    """Uses ``code`` up and opens a session: the secret for the cookie, or None where the code is not good any more."""
    secret, now = new_secret(), services.clock.now()
    async with services.storage.unit() as unit:
        viewer_id = await unit.access.take_code(digest(code), now)
        if viewer_id is None or await unit.viewers.get(viewer_id) is None:
            return None
        await unit.access.add_session(WebSession(digest(secret), viewer_id, now + SESSION_LIFE))
    return secret


async def sign_out(services: Services, secret: str) -> None:
    """Ends the session of that cookie, if there is one."""
    async with services.storage.unit() as unit:
        await unit.access.drop_session(digest(secret))


async def signed_in(services: Services, secret: str) -> Viewer | None:
    """Whose session that cookie opens now."""
    if not secret or len(secret) > _LONGEST:
        return None
    async with services.storage.unit() as unit:
        session = await unit.access.session(digest(secret), services.clock.now())
        return await unit.viewers.get(session.viewer_id) if session else None


def new_secret() -> str:
    """256 bits from the operating system, URL-safe."""
    return secrets.token_urlsafe(32)


def digest(secret: str) -> str:
    """What is stored in place of a secret."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def form_token(secret: str) -> str:
    """What a form carries to prove that it was made for the browser that holds ``secret``."""
    return hmac.new(secret.encode("utf-8", "surrogatepass"), b"form", hashlib.sha256).hexdigest()


def is_form_token(secret: str, given: str) -> bool:
    return hmac.compare_digest(form_token(secret).encode(), given.encode("utf-8", "surrogatepass"))
