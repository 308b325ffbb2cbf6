"""Small folders of ratings."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

HEADER = "userId,movieId,rating,timestamp"


def folder(path: Path, rows: list[str], titles: list[str], *, packed: bool = False) -> Path:
    """``ratings.csv`` and ``items.jsonl`` in ``path``."""
    texts = {"ratings.csv": "\n".join(rows) + "\n", "items.jsonl": "\n".join(titles) + "\n"}
    for name, text in texts.items():
        if packed:
            (path / f"{name}.gz").write_bytes(gzip.compress(text.encode()))
        else:
            (path / name).write_text(text, encoding="utf-8")
    return path


def items(count: int = 30) -> list[str]:
    genres = ("Drama", "Comedy", "War")
    return [
        json.dumps(
            {
                "movieId": number,
                "title": f"Film {number}",
                "year": 1990 + number,
                "genres": [genres[number % 3]],
                "vote_average": 9.9,
                "vote_count": 40_000,
                "library": "cellar",
            }
        )
        for number in range(1, count + 1)
    ]


def ratings(people: int = 4) -> list[str]:
    rows = [
        f"{person},{number},{5.0 if number % 3 == 0 else 2.5},{1_000_000 + number * 60}"
        for person in range(1, people + 1)
        for number in range(1, 16)
    ]
    return [HEADER, *rows]
