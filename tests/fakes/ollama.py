"""A real HTTP server that speaks the part of Ollama's API that embeddings need."""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web


@dataclass
class FakeOllama:
    """What it knows and how it misbehaves; ``received`` holds every request body of ``/api/embed``."""

    dimensions: int = 64
    models: dict[str, list[str] | None] = field(
        default_factory=lambda: {"nomic-embed-text:latest": ["embedding"], "llama3:8b": ["completion"]}
    )
    digest: str = "a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90"
    failures: list[int] = field(default_factory=list)
    """Status codes of the next answers to ``/api/embed``, before it answers properly."""
    override: Any = None
    """Answers this to ``/api/embed`` instead; bytes are sent as they are."""
    delay: float = 0.0
    retry_after: str | None = None
    received: list[dict[str, Any]] = field(default_factory=list)
    answers: list[tuple[str, Any]] = field(default_factory=list)
    url: str = ""

    async def start(self) -> web.AppRunner:
        app = web.Application(client_max_size=1 << 26)
        app.router.add_get("/api/tags", self.tags)
        app.router.add_post("/api/embed", self.embed)
        runner = web.AppRunner(app)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        host, port = runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"
        return runner

    async def tags(self, request: web.Request) -> web.Response:
        return self._answer("/api/tags", {"models": [self._summary(name) for name in self.models]})

    def _summary(self, name: str) -> dict[str, Any]:
        capabilities = self.models[name]
        summary: dict[str, Any] = {
            "name": name,
            "model": name,
            "modified_at": "2026-11-21T01:38:25.046721946Z",
            "size": 355_095,
            "digest": self.digest,
            "details": {"format": "gguf", "family": "llama", "families": ["llama"], "quantization_level": "F32"},
        }
        return summary if capabilities is None else summary | {"capabilities": capabilities}

    async def embed(self, request: web.Request) -> web.Response:
        body = await request.json()
        self.received.append(body)
        await asyncio.sleep(self.delay)
        if self.failures:
            headers = {"Retry-After": self.retry_after} if self.retry_after else {}
            return web.json_response({"error": "busy"}, status=self.failures.pop(0), headers=headers)
        if isinstance(self.override, bytes):
            return web.Response(body=self.override, content_type="application/json")
        if self.override is not None:
            return web.json_response(self.override)
        return self._embeddings(body)

    def _embeddings(self, body: dict[str, Any]) -> web.Response:
        model = body["model"]
        known = self.models.get(model, "missing")
        if known == "missing":
            return web.json_response({"error": f'model "{model}" not found, try pulling it first'}, status=404)
        if known is not None and "embedding" not in known:
            return web.json_response({"error": "this model does not support embeddings"}, status=501)
        texts = [body["input"]] if isinstance(body["input"], str) else body["input"]
        vectors = [self._vector(text) for text in texts]
        return self._answer(
            "/api/embed", {"model": model, "embeddings": vectors, "total_duration": 1, "load_duration": 1}
        )

    def _vector(self, text: str) -> list[float]:
        digest = hashlib.shake_128(text.encode()).digest(self.dimensions)
        return [byte - 127.5 for byte in digest]

    def _answer(self, path: str, content: Any) -> web.Response:
        self.answers.append((path, content))
        return web.json_response(content)
