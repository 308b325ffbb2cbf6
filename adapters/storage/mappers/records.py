"""Sessions and import jobs."""

from __future__ import annotations

from adapters.storage.rows import ImportJobRow, WebSessionRow
from engine.domain.records import ImportJob, ImportState, LoginCode, WebSession


def access_values(access: LoginCode | WebSession) -> dict[str, object]:
    """The columns of a code or a session."""
    return {"digest": access.digest, "viewer_id": access.viewer_id, "expires_at": access.expires_at}


def session_of(row: WebSessionRow) -> WebSession:
    """The session that ``row`` keeps."""
    return WebSession(row.digest, row.viewer_id, row.expires_at)


def import_job_values(job: ImportJob) -> dict[str, object]:
    """The columns of ``job``."""
    return {
        "id": job.id,
        "format": job.format,
        "state": str(job.state),
        "started_at": job.started_at,
        "rows": job.rows,
        "matched": job.matched,
        "unmatched": job.unmatched,
        "position": job.position,
    }


def import_job_of(row: ImportJobRow) -> ImportJob:
    """The job that ``row`` keeps."""
    return ImportJob(
        id=row.id,
        format=row.format,
        state=ImportState(row.state),
        started_at=row.started_at,
        rows=row.rows,
        matched=row.matched,
        unmatched=row.unmatched,
        position=row.position,
    )
