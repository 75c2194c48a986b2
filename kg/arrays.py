"""Files of named arrays, and how to work with them: one JSON line (version, what the reader should know, the arrays' shapes, a checksum), then their bytes."""

import hashlib
import json
import math
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache, lru_cache
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from kg.errors import BadResource

Floats = NDArray[np.float32]
Rows = NDArray[np.int64]
Points = NDArray[np.uint32]

UNKNOWN, FIRST = 1, 2  # rows of a table of characters: padding, unknown, and from FIRST on the alphabet
LAST = 0xFFFF  # code points beyond it count as it


@cache
def _threads() -> ThreadpoolController:
    return ThreadpoolController()


_held = False


@contextmanager
def one_thread() -> Iterator[None]:
    """Products of small matrices in one thread: several would only wait for each other. Within it, asking again costs nothing."""
    global _held
    if _held:
        yield
        return
    _held = True
    try:
        with _threads().limit(limits=1, user_api="blas"):
            yield
    finally:
        _held = False


def code_points(text: str) -> Points:
    """One number a character, those beyond the first plane as `LAST`."""
    return np.minimum(np.frombuffer(text.encode("utf-32-le", "replace"), dtype=np.uint32), np.uint32(LAST))


@lru_cache(maxsize=8)
def alphabet_rows(alphabet: str) -> Rows:
    """The table that maps a code point (up to `LAST`) to its row in a table of characters."""
    table = np.full(LAST + 1, UNKNOWN, dtype=np.int64)
    table[[ord(c) for c in alphabet]] = np.arange(FIRST, FIRST + len(alphabet))
    return table


def read(file: Traversable, version: int) -> tuple[dict[str, Any], dict[str, Floats]]:
    """The header and the arrays by name, all as float32.

    Raises:
        BadResource: the file is missing, of another version, or damaged.
    """
    try:
        line, body = file.read_bytes().split(b"\n", 1)
        header = dict(json.loads(line))
        found = header["version"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadResource(f"{file.name}: 模型缺失或损坏（{error}）；请重新安装，或用 --no-model 只用规则") from error
    if found != version:
        raise BadResource(f"{file.name}: 模型是第 {found} 版，这里需要第 {version} 版；请重新训练或重新安装")
    if hashlib.sha256(body).hexdigest() != header["checksum"]:
        raise BadResource(f"{file.name}: 模型损坏（校验和不符）；请重新安装，或用 --no-model 只用规则")
    return header, _arrays(header["arrays"], body)


def _arrays(described: Sequence[Mapping[str, Any]], body: bytes) -> dict[str, Floats]:
    """A whole-number array has the scale of each row behind it."""
    arrays, at = {}, 0
    for one in described:
        kind, shape = np.dtype(one["type"]), tuple(one["shape"])
        values = np.frombuffer(body, kind, math.prod(shape), at).reshape(shape).astype(np.float32)
        at += kind.itemsize * math.prod(shape)
        if kind == np.int8:
            values *= np.frombuffer(body, np.float16, shape[0], at).astype(np.float32)[:, None]
            at += 2 * shape[0]
        arrays[one["name"]] = values
    return arrays


def dump(version: int, header: Mapping[str, Any], weights: Mapping[str, Floats], tables: Sequence[str]) -> bytes:
    """The bytes of such a file: `tables` as int8 with a scale for each row, the rest as float16.

    Args:
        version: what `read` will ask for.
        header: whatever a reader should know.
        weights: arrays by name.
        tables: names of the large ones.
    """
    body, described = bytearray(), []
    for name, values in sorted(weights.items()):
        kind = "int8" if name in tables else "float16"
        described.append({"name": name, "type": kind, "shape": list(values.shape)})
        if name in tables:
            scale = (np.abs(values).max(axis=1) / 127 + 1e-7).astype(np.float16)
            body += np.clip(np.round(values / scale.astype(np.float32)[:, None]), -127, 127).astype(np.int8).tobytes() + scale.tobytes()
        else:
            body += values.astype(np.float16).tobytes()
    full = {"version": version, **header, "arrays": described, "checksum": hashlib.sha256(body).hexdigest()}
    return json.dumps(full, ensure_ascii=False).encode() + b"\n" + bytes(body)


def affine(values: Floats, matrix: Floats) -> Floats:
    """The product with a matrix whose last row is the bias."""
    result: Floats = values @ matrix[:-1]
    result += matrix[-1]
    return result


def rectified(values: Floats) -> Floats:
    """The values, in place, with 0 for what is below it."""
    return np.maximum(values, np.zeros(values.shape[1], dtype=np.float32), out=values)  # by a row: a lone 0 takes twice as long


def normalise(values: Floats, gain_and_bias: Floats) -> None:
    """Layer normalisation, in place."""
    width = values.shape[1]
    values -= (values @ np.full(width, 1 / width, dtype=np.float32))[:, None]
    spread = np.einsum("ij,ij->i", values, values) / width
    values *= (1 / np.sqrt(spread + 1e-5))[:, None]
    values *= gain_and_bias[0]
    values += gain_and_bias[1]
