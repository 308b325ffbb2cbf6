"""A crowd as named arrays and plain facts, and back; what is not a crowd is refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import cast

import numpy as np
from numpy.typing import NDArray

from engine.columns.sparse import Sparse
from engine.columns.texts import Texts
from engine.learning.attributes import Space
from engine.learning.blend import AMOUNTS, GATES, Blend
from engine.learning.components import COMPONENTS, NAMES
from engine.learning.liking import FEATURES, Correction, Liking, Severity
from engine.learning.manner import TRAITS
from engine.learning.pairwise import FIGURES
from engine.learning.parts import Bridge, Parts
from engine.learning.sparse import Floats, in_order, restored

Arrays = Mapping[str, NDArray[np.generic]]
Facts = Mapping[str, object]
FORMAT = 7


def unpacked(part: Parts | Bridge | Blend, prefix: str) -> Iterator[tuple[str, NDArray[np.generic]]]:
    """Each field as one array, or as three where it is sparse."""
    for field in fields(part):
        value = getattr(part, field.name)
        if isinstance(value, np.ndarray):
            yield f"{prefix}.{field.name}", value
        else:
            matrix = cast("Sparse", value)
            yield f"{prefix}.{field.name}.data", matrix.data
            yield f"{prefix}.{field.name}.indices", matrix.indices.astype(np.int32)
            yield f"{prefix}.{field.name}.indptr", matrix.indptr.astype(np.int32)


def space_arrays(space: Space) -> dict[str, NDArray[np.generic]]:
    return {"space.weights": space.weights, "space.text": space.text, "space.centre": space.centre}


def liking_arrays(liking: Liking) -> dict[str, NDArray[np.generic]]:
    """Its arrays by name."""
    return {
        "liking.esteem": liking.severity.esteem,
        "liking.counts": liking.severity.counts,
        "liking.coefficients": liking.coefficients,
        "liking.covariance": liking.covariance,
        "liking.met.at": liking.met.at,
        "liking.met.steps": liking.met.steps,
        "liking.unmet.at": liking.unmet.at,
        "liking.unmet.steps": liking.unmet.steps,
        "liking.scalars": np.array([liking.severity.usual, liking.noise, float(liking.labelled)]),
    }


def liking_from(reader: Reader, titles: int) -> Liking:
    """Read ``Liking``. Raises ValueError."""
    usual, noise, labelled = reader.doubles("liking.scalars", 3).tolist()
    known = Severity(usual, reader.floats("liking.esteem", titles), reader.floats("liking.counts", titles))
    return Liking(
        known, reader.doubles("liking.coefficients", FEATURES), reader.doubles("liking.covariance", FEATURES, FEATURES),
        noise, _correction(reader, "liking.met"), _correction(reader, "liking.unmet"), int(labelled),
    )  # fmt: skip


def _correction(reader: Reader, name: str) -> Correction:
    at, steps = reader.doubles(f"{name}.at", -1), reader.doubles(f"{name}.steps", -1)
    if len(at) != len(steps) or not len(at) or (np.diff(at) < 0).any() or (np.diff(steps) < 0).any():
        raise ValueError(f"{name}: not in order")
    return Correction(at, steps)


class Reader:
    """Takes arrays out by name, checking kind, shape and range. Raises ValueError."""

    def __init__(self, arrays: Arrays) -> None:
        self._arrays = arrays

    def floats(self, name: str, *shape: int) -> Floats:
        """A finite float32 array; -1 in ``shape`` is any length."""
        found = self._array(name, "f", shape)
        if not np.isfinite(found).all():
            raise ValueError(f"{name}: not finite")
        return found.astype(np.float32, copy=False)

    def doubles(self, name: str, *shape: int) -> NDArray[np.float64]:
        """A finite float64 array; -1 in ``shape`` is any length."""
        found = self._array(name, "f", shape).astype(np.float64, copy=False)
        if not np.isfinite(found).all():
            raise ValueError(f"{name}: not finite")
        return found

    def moments(self, name: str, length: int) -> NDArray[np.float64]:
        found = self._array(name, "f", (length,)).astype(np.float64, copy=False)
        if not np.isfinite(found).all():
            raise ValueError(f"{name}: not finite")
        return found

    def places(self, name: str, count: int) -> NDArray[np.int32]:
        """Rows of something that has ``count`` of them."""
        found = self._array(name, "i", (-1,)).astype(np.int32, copy=False)
        if len(found) and (found.min() < 0 or found.max() >= count):
            raise ValueError(f"{name}: out of range")
        return found

    def sparse(self, name: str, rows: int, columns: int) -> Sparse:
        data = self.floats(f"{name}.data", -1)
        indices = self._array(f"{name}.indices", "i", (len(data),)).astype(np.int32, copy=False)
        indptr = self._array(f"{name}.indptr", "i", (rows + 1,)).astype(np.int32, copy=False)
        if indptr[0] != 0 or indptr[-1] != len(data) or (np.diff(indptr) < 0).any():
            raise ValueError(f"{name}: rows do not fit")
        if len(indices) and (indices.min() < 0 or indices.max() >= columns):
            raise ValueError(f"{name}: columns do not fit")
        return in_order(restored(data.copy(), indices.copy(), indptr, columns))

    def weights(self, name: str, titles: int, people: int) -> Sparse | Floats:
        """EASE in either of its forms."""
        if name in self._arrays:
            return self.floats(name, titles, people)
        return self.sparse(name, titles, titles)

    def _array(self, name: str, kind: str, shape: tuple[int, ...]) -> NDArray[np.generic]:
        found = self._arrays.get(name)
        if found is None or found.dtype.kind != kind or found.ndim != len(shape):
            raise ValueError(f"{name}: missing, or of another kind")
        if any(wanted not in (-1, real) for wanted, real in zip(shape, found.shape, strict=True)):
            raise ValueError(f"{name}: of another shape")
        return found


def parts_from(reader: Reader, people: int, titles: int) -> Parts:
    """Read ``Parts``. Raises ValueError."""
    moments = reader.moments("parts.moments", -1)
    if not len(moments) or (np.diff(moments) < 0).any():
        raise ValueError("parts.moments: not in order")
    begun_by = reader.places("parts.begun_by", people)
    return Parts(
        met=reader.sparse("parts.met", people, titles),
        begun=reader.sparse("parts.begun", len(begun_by), titles),
        followed=reader.sparse("parts.followed", len(begun_by), titles),
        begun_by=begun_by,
        counts=reader.floats("parts.counts", titles),
        renown=reader.floats("parts.renown", titles),
        latest=reader.moments("parts.latest", people),
        trust=reader.floats("parts.trust", people),
        narrow=reader.weights("parts.narrow", titles, people),
        wide=reader.weights("parts.wide", titles, people),
        pairwise=reader.floats("parts.pairwise", 2, titles, FIGURES),
        after=reader.sparse("parts.after", titles, titles),
        before=reader.sparse("parts.before", titles, titles),
        fame=reader.floats("parts.fame", 2, titles),
        moments=moments,
        around=reader.floats("parts.around", 2 * len(moments), titles),
    )


def space_from(reader: Reader, facts: Facts) -> Space:
    """Read ``Space``. Raises ValueError."""
    names = Texts.of(texts(facts, "attributes"))
    model = facts.get("text_model")
    text = reader.floats("space.text", -1, -1)
    if not isinstance(model, str):
        raise ValueError("text_model: not a text")  # noqa: TRY004 - one error for whatever is no crowd
    weights = reader.floats("space.weights", len(names))
    return Space(names, weights, model, text, reader.floats("space.centre", text.shape[0]))


def bridge_from(reader: Reader, people: int, titles: int, space: Space) -> Bridge:
    """Read ``Bridge`` from the attributes of a space. Raises ValueError."""
    directions = reader.floats("bridge.directions", space.width, -1)
    told = directions.shape[1]
    return Bridge(
        directions,
        reader.floats("bridge.titles", titles, told),
        reader.floats("bridge.people", people, told),
        reader.floats("bridge.fame", told),
        reader.floats("bridge.reputes", len(space.names)),
    )


def blend_from(reader: Reader) -> Blend:
    """Read ``Blend``. Raises ValueError."""
    count = len(COMPONENTS)
    return Blend(
        reader.floats("blend.warm", count, GATES),
        reader.floats("blend.cold", count, AMOUNTS),
        reader.floats("blend.meeting", 2, GATES),
        reader.floats("blend.usual", 2, len(TRAITS)),
    )


def texts(facts: Facts, name: str) -> tuple[str, ...]:
    """A list of texts among the facts. Raises ValueError."""
    found = facts.get(name)
    if not isinstance(found, (list, tuple)):
        raise ValueError(f"{name}: not a list of texts")  # noqa: TRY004 - one error for whatever is no crowd
    entries = cast("list[object]", found)
    if not all(isinstance(entry, str) for entry in entries):
        raise ValueError(f"{name}: not a list of texts")
    return tuple(cast("list[str]", entries))


def check(facts: Facts) -> None:
    """Refuse what another version wrote. Raises ValueError."""
    if facts.get("format") != FORMAT or texts(facts, "components") != NAMES:
        raise ValueError("made by another version")


def summary(facts: Facts) -> dict[str, float | int | str]:
    """What is told about the training. Raises ValueError."""
    found = facts.get("summary")
    if not isinstance(found, Mapping):
        raise ValueError("summary: missing")  # noqa: TRY004 - one error for whatever is no crowd
    entries = cast("Mapping[object, object]", found)
    return {str(name): value for name, value in entries.items() if isinstance(value, (int, float, str))}
