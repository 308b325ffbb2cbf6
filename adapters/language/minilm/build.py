"""Makes the model file: ``python -m adapters.language.minilm.build <safetensors> <new file>``.

Runs in a process of its own, because what it imports and holds would stay in the memory of the service.
"""

from __future__ import annotations

import sys
from pathlib import Path

from adapters.language.minilm.safetensors import BadTensors, read_tensors
from adapters.language.minilm.wheel import WEIGHTS_SHA256, digest_of


def main(arguments: list[str]) -> int:
    """0 when the file is written; 3 when the weights are not the ones that were checked and pinned."""
    weights, target = Path(arguments[0]), Path(arguments[1])
    if digest_of(weights) != WEIGHTS_SHA256:
        return 3
    try:
        tensors = read_tensors(weights)
    except BadTensors:
        return 3
    from adapters.language.minilm.graph import build_graph  # noqa: PLC0415 - costs 100 MB, and a refusal needs none

    target.write_bytes(build_graph(tensors).SerializeToString())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
