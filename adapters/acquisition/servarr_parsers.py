"""What Radarr and Sonarr tell alike: profiles, downloads, refusals, sizes. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from adapters.acquisition.reading import lines, span
from adapters.values import Record, number, positive, record, records, text, whole
from engine.domain.acquisition import Download
from engine.domain.items import MediaType
from engine.domain.media import ExternalIds

MEGABYTE = 2**20
ENOUGH_FILES = 3
"""So many files of a profile tell how large its files become."""
LONGEST_REASON = 300
_ALREADY = ("MovieExistsValidator", "SeriesExistsValidator")
_FAILED = frozenset({"failed", "failedPending"})
_TROUBLED = frozenset({"warning", "error"})


@dataclass(frozen=True, slots=True)
class Title:
    """Which title a download belongs to."""

    media_type: MediaType
    ids: ExternalIds
    title: str


def chosen(wanted: str, choices: Sequence[Record], field: str) -> Record | None:
    """The choice with that number or ``field``, in whatever case; the only one where nothing is wanted."""
    if not wanted:
        return choices[0] if len(choices) == 1 else None
    named = wanted.rstrip("/\\").casefold()
    for choice in choices:
        if text(choice.get(field)).rstrip("/\\").casefold() == named:
            return choice
    told = whole(wanted)
    return next((choice for choice in choices if told is not None and whole(choice.get("id")) == told), None)


def listed(choices: Sequence[Record], field: str) -> str:
    """The choices in words."""
    return ", ".join(text(choice.get(field), 60) for choice in choices[:20])[:LONGEST_REASON]


def is_known_already(reply: object) -> bool:
    """Whether a refusal says that the title is there."""
    return any(text(problem.get("errorCode")) in _ALREADY for problem in records(reply))


def refused_because(reply: object) -> str:
    """What a refusal says, by the fields that are wrong."""
    told = [text(problem.get("errorMessage")) for problem in records(reply)] or [text(record(reply).get("message"))]
    return "; ".join(part for part in told if part)[:LONGEST_REASON]


def under(path: object, root: str) -> bool:
    """Whether a folder lies in the root folder."""
    if not root:
        return False
    folder, above = text(path, 4096).replace("\\", "/").rstrip("/"), root.replace("\\", "/").rstrip("/")
    return folder == above or folder.startswith(f"{above}/")


def failed(entry: Record) -> bool:
    """Whether a download of the queue came to nothing."""
    return text(entry.get("trackedDownloadState")) in _FAILED or text(entry.get("status")) == "failed"


def downloads(queue: Iterable[Record], title_of: Callable[[Record], Title | None]) -> list[Download]:
    """What is on its way. A season that comes as one download stands in the queue once for each episode.

    Seerr repeats what they say, with names of its own for two fields.
    """
    found: dict[tuple[str, object], Download] = {}
    for entry in queue:
        title = title_of(entry)
        if title is not None:
            key = (text(entry.get("downloadId")) or f"entry {entry.get('id')}", title.ids)
            found.setdefault(key, _download(entry, title))
    return list(found.values())


def _download(entry: Record, title: Title) -> Download:
    size = number(entry.get("size")) or 0.0
    left = number(entry.get("sizeleft"))
    if left is None:
        left = number(entry.get("sizeLeft"))
    done = 0.0 if left is None or size <= 0 else min(1.0, max(0.0, 1.0 - left / size))
    return Download(
        title.media_type,
        title.ids,
        title.title,
        done=done,
        minutes_left=span(entry.get("timeleft") or entry.get("timeLeft")),
        size=int(size) if size > 0 else None,
        trouble=_trouble(entry),
    )


def _trouble(entry: Record) -> str:
    if told := text(entry.get("errorMessage"), LONGEST_REASON):
        return told
    if text(entry.get("trackedDownloadStatus")) not in _TROUBLED and not failed(entry):
        return ""
    for message in records(entry.get("statusMessages")):
        said = lines(message.get("messages"), LONGEST_REASON)
        if told := (said[0] if said else "") or text(message.get("title"), LONGEST_REASON):
            return told
    return text(entry.get("status"))


def wanted_quality(profile: Record) -> frozenset[int]:
    """Numbers of the qualities that a profile is content with: its cutoff, which may be a group."""
    cutoff = whole(profile.get("cutoff"))
    return frozenset(
        quality for item in records(profile.get("items")) if cutoff in _numbers(item) for quality in _qualities(item)
    )


def _numbers(item: Record) -> set[int | None]:
    return {whole(item.get("id")), whole(record(item.get("quality")).get("id"))} - {None}


def _qualities(item: Record) -> Iterator[int]:
    if (own := whole(record(item.get("quality")).get("id"))) is not None:
        yield own
    for part in records(item.get("items")):
        yield from _qualities(part)


def per_minute(profile: Record, definitions: Iterable[Record]) -> float | None:
    """Bytes a minute of what the profile is content with (the definitions are megabytes a minute); None: unlimited."""
    wanted = wanted_quality(profile)
    sizes = [
        size
        for definition in definitions
        if whole(record(definition.get("quality")).get("id")) in wanted
        and (size := number(definition.get("preferredSize"))) is not None
        and size > 0
    ]
    return median(sizes) * MEGABYTE if sizes else None


def usual_per_minute(sizes: Sequence[float]) -> float | None:
    """Bytes a minute of the files that are there already."""
    return median(sizes) if len(sizes) >= ENOUGH_FILES else None


def errors_of(health: Iterable[Record]) -> str:
    """What the service's own checks call an error."""
    told = [text(check.get("message"), 200) for check in health if text(check.get("type")).casefold() == "error"]
    return "; ".join(part for part in told if part)[:LONGEST_REASON]


def labels(tags: str) -> list[str]:
    """Labels of a setting, as these services write them: in lower case."""
    return list(dict.fromkeys(part.strip().casefold() for part in tags.split(",") if part.strip()))


def numbers_of(tags: Iterable[Record]) -> Mapping[str, int]:
    """Tags by label."""
    return {
        text(tag.get("label")).casefold(): number
        for tag in tags
        if (number := positive(tag.get("id"))) is not None and text(tag.get("label"))
    }
