"""Five colours that go together, from the darkest to the lightest."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Palette:
    """Hex colours, dark to light; a title is always set in ``paper`` upon ``night``."""

    night: str
    deep: str
    mid: str
    glow: str
    paper: str


PALETTES = MappingProxyType(
    {
        "ember": Palette("#190d12", "#5b1a2b", "#c2413b", "#f08a4b", "#ffe2b5"),
        "dusk": Palette("#15122a", "#3c2a63", "#8a4b8f", "#e0777d", "#ffd9b0"),
        "ocean": Palette("#061625", "#0f3b57", "#1f7a8c", "#6fc2b4", "#eaf6e2"),
        "forest": Palette("#0a1815", "#1e4037", "#4f7f52", "#b3b562", "#f5eabb"),
        "desert": Palette("#20120d", "#6a2f1b", "#c0662f", "#eaa857", "#fce7ba"),
        "noir": Palette("#0c0d11", "#272b36", "#5b6477", "#b7bccb", "#f2efe6"),
        "blood": Palette("#110508", "#3a0a14", "#8f1426", "#dc4a3d", "#f8d2b4"),
        "neon": Palette("#0a091d", "#2a1358", "#7a1fa2", "#ff5aa8", "#9dfbff"),
        "arctic": Palette("#0a1520", "#24485f", "#6a9fb5", "#b9dbe2", "#fbfdf8"),
        "rose": Palette("#260d1c", "#7a2348", "#d0567f", "#f6a6a1", "#ffe8d6"),
        "mint": Palette("#09201d", "#136f63", "#41b3a3", "#f6d98b", "#fff6dc"),
        "sun": Palette("#271705", "#8f3f0a", "#ee861b", "#ffc145", "#fff1c7"),
        "plum": Palette("#190d22", "#47235a", "#8c4a95", "#d98bb5", "#fbe1ea"),
        "steel": Palette("#0d131a", "#2c3e50", "#587390", "#c8a15a", "#f4e9d0"),
        "jade": Palette("#061818", "#0e4b45", "#2e8b74", "#c9d97b", "#f9f6dd"),
        "cobalt": Palette("#060d22", "#142f7a", "#2f62d0", "#7db3ff", "#ffe9b8"),
    }
)
