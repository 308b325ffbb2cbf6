"""What every table has in common."""

from __future__ import annotations

import re
from typing import ClassVar, cast

from sqlalchemy import MetaData, Table
from sqlalchemy.orm import declared_attr
from sqlmodel import SQLModel

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Row(SQLModel):
    """A row of a table. Rows never leave this package: mappers turn them into the engine's values."""

    # SQLModel's own way to keep metadata apart and to name tables; its stubs only know the defaults.
    metadata: ClassVar[MetaData] = MetaData(naming_convention=NAMES)  # pyright: ignore[reportIncompatibleVariableOverride]

    @declared_attr  # pyright: ignore[reportArgumentType]
    def __tablename__(cls) -> str:  # noqa: N805  # pyright: ignore[reportIncompatibleVariableOverride]
        """The class's name in small letters, without Row: ``ViewerLibraryRow`` is kept in ``viewer_library``."""
        return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", cls.__name__.removesuffix("Row")).lower()


def table_of(row: type[Row]) -> Table:
    """The table that holds rows of this kind."""
    return cast(Table, vars(row)["__table__"])
