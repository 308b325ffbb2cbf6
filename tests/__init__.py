"""Tests, as they run in CI: processes share the cores, not threads, and figures are the same in all of them."""

from __future__ import annotations

import os

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(name, "1")
