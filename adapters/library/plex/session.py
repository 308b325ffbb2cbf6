"""The way of plexapi's requests: bounded, without redirects, and with errors that quote nothing."""

from __future__ import annotations

from codecs import BOM_UTF8
from typing import Any
from xml.etree.ElementTree import tostring

import requests
import urllib3
from requests.adapters import HTTPAdapter

from adapters.http.failures import failure
from adapters.http.replies import Reply, refusal
from adapters.library.plex.elements import tree
from engine.errors import SourceRejected, SourceUnavailable
from engine.ports.clock import Clock

CONNECT = 5.0
SECONDS = 30.0
"""For an answer to begin, and between its parts."""
LARGEST = 64 << 20
_CHUNK = 1 << 16
_PLACES = 8


class Session(requests.Session):
    """Raises our errors before plexapi sees an answer: its own would carry the address and the text."""

    def __init__(self, name: str, clock: Clock, *, verify: bool) -> None:
        super().__init__()
        self._name = name
        self._clock = clock
        self.verify = verify
        self.trust_env = False
        adapter = HTTPAdapter(pool_connections=2, pool_maxsize=_PLACES)
        self.mount("http://", adapter)
        self.mount("https://", adapter)
        if not verify:
            # Its owner said so; a warning at every request would say nothing new.
            urllib3.disable_warnings(urllib3.exceptions.InsecureRequestWarning)

    def send(self, request: requests.PreparedRequest, **kwargs: Any) -> requests.Response:  # noqa: ANN401 - as requests has it
        # requests would carry our token along to whatever host a redirect names.
        told: dict[str, Any] = {**kwargs, "stream": True, "allow_redirects": False, "timeout": (CONNECT, SECONDS)}
        try:
            response = super().send(request, **told)
        except ValueError as error:  # of an address, also one that a redirect names
            raise failure(self._name, error) from None
        self.cookies.clear()
        if response.is_redirect:
            response.close()
            raise SourceRejected("integration-redirected", name=self._name)
        body = self._read(response)
        headers = {name.lower(): value for name, value in response.headers.items()}
        if error := refusal(Reply(response.status_code, headers, body, self._name), self._clock.now()):
            raise error
        body = body.removeprefix(BOM_UTF8)
        if body.lstrip()[:1] == b"{":
            body = tostring(tree(body), encoding="utf-8")
        response._content = body  # noqa: SLF001 - where requests itself puts what it has read  # pyright: ignore[reportPrivateUsage, reportAttributeAccessIssue]
        response.encoding = "utf-8"
        return response

    def _read(self, response: requests.Response) -> bytes:
        content = bytearray()
        for chunk in response.iter_content(_CHUNK):
            content += chunk
            if len(content) > LARGEST:
                response.close()
                raise SourceUnavailable("integration-unreadable", name=self._name, reason="answer too large")
        return bytes(content)
