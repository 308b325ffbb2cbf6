"""Finds the files that declare one typed constant, so that adding a file adds the thing."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from typing import TypeVar

Declared = TypeVar("Declared")


class DeclarationError(Exception):
    """A file that should declare a constant does not, or declares it wrongly."""


def discover(
    package: str, constant: str, kind: type[Declared], *, key: Callable[[Declared], str], folders: bool = False
) -> dict[str, Declared]:
    """Every ``constant`` of type ``kind`` in the modules and folders of ``package``, by its key, sorted.

    Names that start with an underscore are left out, and with ``folders`` modules too. Raises DeclarationError naming
    the module at fault.
    """
    root = importlib.import_module(package)
    found: dict[str, Declared] = {}
    for module_info in sorted(pkgutil.iter_modules(root.__path__), key=lambda info: info.name):
        if module_info.name.startswith("_") or (folders and not module_info.ispkg):
            continue
        name = f"{package}.{module_info.name}"
        declared = getattr(importlib.import_module(name), constant, None)
        if not isinstance(declared, kind):
            raise DeclarationError(f"{name} must declare {constant} as a {kind.__name__}")
        declared_key = key(declared)
        if declared_key in found:
            raise DeclarationError(f"{name} declares {constant} {declared_key!r}, which exists already")
        found[declared_key] = declared
    return found
