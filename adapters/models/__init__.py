"""Learned models as files in the data directory."""

from __future__ import annotations

from pathlib import Path

from adapters.models.files import FileModels

FOLDER = "crowds"
"""Apart from the folder of the sentence model, which may be deleted without loss."""


def open_models(data_dir: Path) -> FileModels:
    """The models in ``data_dir``. Nothing is read or made yet."""
    return FileModels(data_dir / FOLDER)


__all__ = ["FileModels", "open_models"]
