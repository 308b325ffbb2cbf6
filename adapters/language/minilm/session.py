"""The loaded model: tokeniser and ONNX Runtime session. Untyped libraries stay in this one module."""

# pyright: reportUnknownMemberType=false, reportUnknownArgumentType=false, reportUnknownVariableType=false
# ONNX Runtime has no types; the one array that leaves this module is cast.

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import cast

import numpy as np
import onnxruntime  # pyright: ignore[reportMissingTypeStubs] - it has none
from numpy.typing import NDArray
from tokenizers import Tokenizer

from adapters.language.minilm import LONGEST, WIDTH
from engine.errors import SourceUnavailable

LONGEST_TEXT = 8_000
"""Characters; far beyond what fits into the tokens, so that a huge text costs nothing."""


def load(model: Path, tokenizer: Path, *, threads: int = 1) -> Session:
    """The model, ready to use. Raises SourceUnavailable."""
    try:
        return Session(model, tokenizer, threads=threads)
    except Exception as error:  # the errors of the two libraries have no nearer ancestor in common
        raise SourceUnavailable("embedding-model-not-loaded", reason=str(error)[:200]) from error


class Session:
    """About 75 MB with the libraries it needs; safe to use from several threads."""

    def __init__(self, model: Path, tokenizer: Path, *, threads: int = 1) -> None:
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.enable_truncation(LONGEST)
        self._tokenizer.no_padding()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.enable_mem_pattern = False  # it keeps the memory of every length that was ever met
        options.log_severity_level = 3
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
        self._run_options = onnxruntime.RunOptions()
        self._run_options.add_run_config_entry("memory.enable_memory_arena_shrinkage", "cpu:0")

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors, shape (len(texts), 384). Blocks for about 10 ms for each synopsis."""
        vectors = np.empty((len(texts), WIDTH), dtype=np.float32)
        for row, text in enumerate(texts):
            readable = text[:LONGEST_TEXT].encode("utf-8", "replace").decode()  # half a surrogate pair is no text
            ids = self._tokenizer.encode(readable).ids
            answer = self._session.run(None, {"ids": np.array([ids], dtype=np.int64)}, self._run_options)
            vectors[row] = cast("NDArray[np.float32]", answer[0])[0]
        return vectors
