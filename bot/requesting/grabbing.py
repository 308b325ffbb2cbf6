"""What stands in the way of “worth grabbing”, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.call import Call


def missing(call: Call) -> list[str]:
    """What is not set up: nobody knows new titles, or nobody gets them."""
    stack = call.services.stack
    told: list[str] = []
    if stack is None or stack.metadata is None:
        told.append(call.speak.text("grab-no-metadata"))
    if stack is None or not stack.requesters():
        told.append(call.speak.text("grab-no-requests"))
    return told


def nothing_yet(call: Call) -> str:
    """Why there is nothing at all, where that is not for the filters; empty else."""
    catalogue = call.services.snapshots.current
    if bool(catalogue.on_no_shelf().any()):
        return ""
    requesting = call.services.requesting
    looking = requesting is not None and requesting.looking
    return call.speak.text("grab-looking" if looking else "grab-nothing-known")
