"""When Python looks for rubbish: what goes by itself needs no looking for, and that is nearly all there is."""

from __future__ import annotations

import gc

PATIENCE = 10_000, 10, 20
"""New objects until the youngest are looked through; times of that until the next older; times of those until all.

With Python's own 700, a tenth of what answering costs goes into looking at answers that are being written, and at what
is kept on purpose; a look at everything that is kept stops everybody for 100 ms.
"""


def settle() -> None:
    """What is there by now stays for good, and is not looked at again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*PATIENCE)
