"""Column kinds for revisions. They stay as they are: a kind that must differ gets a new name."""

from __future__ import annotations

import sqlalchemy as sa

KEY = sa.String().with_variant(sa.String(collation="C"), "postgresql")
"""Text that is looked up and sorted by code point."""
TEXT = sa.String()
FIGURE: sa.Double[float] = sa.Double()
MOMENT = sa.DateTime(timezone=True)
DOCUMENT = sa.String()
"""JSON that is only ever read whole."""
COUNTER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
"""A large whole number; on SQLite only an INTEGER can be a key that counts up by itself."""
