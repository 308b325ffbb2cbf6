"""What a database says when it fails, in our errors."""

from __future__ import annotations

import re
import sqlite3
from contextlib import AbstractContextManager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from engine.errors import InvalidQuery, Misconfigured, RecommendarrError, SourceUnavailable

RETRY_SECONDS = 5.0
SQLITE_FAILURES = (
    (sqlite3.SQLITE_FULL, "disk-full"),
    (sqlite3.SQLITE_BUSY, "database-busy"),
    (sqlite3.SQLITE_LOCKED, "database-busy"),
    (sqlite3.SQLITE_IOERR, "database-unreachable"),
    (sqlite3.SQLITE_CANTOPEN, "database-unreachable"),
    (sqlite3.SQLITE_READONLY, "database-unreachable"),
)
SQLITE_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
POSTGRES_FAILURES = (
    # https://www.postgresql.org/docs/current/errcodes-appendix.html
    (r"53100", "disk-full"),
    (r"40001|40P01|55P03|57014", "database-busy"),
    (r"08...|53...|57P0.", "database-unreachable"),
)
POSTGRES_REFUSALS = r"28...|3D000|42501"
FOREIGN_KEY = "23503"
UNIQUE = "23505"


class _InOurWords(AbstractContextManager[None]):
    """Plain, as it is entered around every statement."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if error is None:
            return
        if isinstance(error, PoolTimeout):
            raise SourceUnavailable("database-busy", retry_after=RETRY_SECONDS) from error
        if isinstance(error, SQLAlchemyError | sqlite3.Error | OSError | TimeoutError) and (told := told_as(error)):
            raise told from error


_IN_OUR_WORDS = _InOurWords()


def in_our_words() -> AbstractContextManager[None]:
    """Raises what SQLAlchemy and its drivers raise as our errors; anything unknown stays what it is."""
    return _IN_OUR_WORDS


def told_as(error: BaseException) -> RecommendarrError | None:
    """Our error for what a driver raised, by its code; None where there is none."""
    original = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(original, sqlite3.Error):
        return _sqlite_told(original)
    if state := _sqlstate(original):
        return _postgres_told(state)
    if isinstance(original, OSError | TimeoutError) or (isinstance(error, DBAPIError) and error.connection_invalidated):
        return SourceUnavailable("database-unreachable", retry_after=RETRY_SECONDS)
    return None


def _sqlite_told(error: sqlite3.Error) -> RecommendarrError | None:
    extended = getattr(error, "sqlite_errorcode", None)
    if extended is None:
        return None
    if extended == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
        return InvalidQuery("unknown-viewer")
    if extended in {sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY}:
        return InvalidQuery("exists-already")
    code = extended & 0xFF
    if code in SQLITE_DAMAGED:
        return Misconfigured("database-damaged")
    key = dict(SQLITE_FAILURES).get(code)
    return SourceUnavailable(key, retry_after=RETRY_SECONDS) if key else None


def _sqlstate(error: BaseException | None) -> str | None:
    """The SQLSTATE of an asyncpg error, also where SQLAlchemy has put its own around it."""
    while error is not None:
        state = getattr(error, "sqlstate", None)
        if isinstance(state, str):
            return state
        error = error.__cause__
    return None


def _postgres_told(state: str) -> RecommendarrError | None:
    if state == FOREIGN_KEY:
        return InvalidQuery("unknown-viewer")
    if state == UNIQUE:
        return InvalidQuery("exists-already")
    if re.fullmatch(POSTGRES_REFUSALS, state):
        return Misconfigured("database-refused", code=state)
    for pattern, key in POSTGRES_FAILURES:
        if re.fullmatch(pattern, state):
            return SourceUnavailable(key, retry_after=RETRY_SECONDS)
    return None
