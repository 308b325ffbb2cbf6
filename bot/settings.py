"""Settings from the environment and ``.env``; every one has a default that works."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Each field is read from ``RECOMMENDARR_<NAME>``."""

    model_config = SettingsConfigDict(env_prefix="RECOMMENDARR_", env_file=".env", extra="ignore", frozen=True)

    data_dir: Path = Path("data")
    """Everything the service keeps: database, vectors, models, keys."""
    database_url: SecretStr | None = None
    """``postgresql+asyncpg://…``; SQLite in the data directory where not set."""
    chroma_url: str | None = None
    """``http://host:8000`` of a Chroma server; embedded in the data directory where not set."""
    host: str = "127.0.0.1"
    port: int = Field(default=8420, ge=0, le=65_535)
    """0 takes any free port."""
    public_url: str | None = None
    """How people reach the companion page, e.g. ``https://watch.example.org``."""
    locale: str = "en"
    """For people whose language is not known."""
    time_zone: str = "UTC"
    embeddings: Literal["auto", "minilm", "ollama", "hashed"] = "auto"
    """auto: MiniLM where its weights are installed, hashed otherwise; Ollama where its URL is set."""
    ollama_url: str | None = None
    ollama_embedding_model: str = "nomic-embed-text"
    public_lists: bool = True
    """Learn also from what TMDB lists beside titles, where it is configured and no public model was supplied."""
    console: Literal["auto", "on", "off"] = "auto"
    """The bot in this terminal; auto: where there is a terminal or a pipe to read from."""
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "WARNING"
