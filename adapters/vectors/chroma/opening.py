"""Opens the vector store."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from adapters.vectors.chroma.client import SERVER_PORTS, ChromaClient, embedded, served
from adapters.vectors.chroma.store import ChromaVectors
from engine.errors import Misconfigured

FOLDER = "chroma"


async def open_vectors(chroma_url: str | None, data_dir: Path) -> ChromaVectors:
    """Vectors on the Chroma server at ``chroma_url``, or embedded in ``data_dir`` where that is None.

    Nothing is connected yet: a server that is down shows in the calls, as SourceUnavailable.
    """
    if chroma_url is None:
        folder = data_dir / FOLDER
        return ChromaVectors(ChromaClient(embedded(folder)), folder)
    if not _is_server(chroma_url):
        raise Misconfigured("chroma-url-invalid", url=chroma_url)
    return ChromaVectors(ChromaClient(served(chroma_url)), None)


def _is_server(url: str) -> bool:
    try:
        address = urlsplit(url)
        return address.scheme in SERVER_PORTS and bool(address.hostname) and address.port != 0
    except ValueError:
        return False
