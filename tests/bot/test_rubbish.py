"""What is there for good is not looked at again, and what comes later is looked for less often."""

from __future__ import annotations

import gc

from bot.rubbish import PATIENCE, settle


def test_what_is_there_is_kept_out_of_later_looks_and_rings_made_later_still_go() -> None:
    before, held = gc.get_threshold(), gc.get_freeze_count()
    try:
        settle()
        assert gc.get_threshold() == PATIENCE
        assert gc.get_freeze_count() > held
        assert gc.isenabled()
        ring: list[object] = []
        ring.append(ring)
        del ring
        assert gc.collect() >= 1
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
