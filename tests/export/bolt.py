"""A server that speaks enough Bolt 5.4 to take what `push` sends: it keeps nodes and relationships by id. Neo4j itself is not to be had
from the package registries (ArcadeDB is: arcadedb.py); the driver, its encoding, its transactions and its retries are the real ones."""

import re
import socketserver
import struct
import threading
from typing import Any

HELLO, LOGON, LOGOFF, GOODBYE, RESET, RUN, BEGIN, COMMIT, ROLLBACK, DISCARD, PULL = (
    0x01,
    0x6A,
    0x6B,
    0x02,
    0x0F,
    0x10,
    0x11,
    0x12,
    0x13,
    0x2F,
    0x3F,
)
SUCCESS, FAILURE = 0x70, 0x7F
_LABEL = re.compile(r"\(n:Entity:`(.+?)`")
_KIND = re.compile(r"-\[r:`(.+?)`")


class Server(socketserver.ThreadingTCPServer):
    """What it was told: `queries` in order; `nodes` id → (label, properties); `edges` id → (from, type, to, properties)."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, *, refuse: bool = False) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.refuse = refuse
        self.queries: list[tuple[str, int]] = []
        self.nodes: dict[str, tuple[str, dict[str, Any]]] = {}
        self.edges: dict[str, tuple[str, str, str, dict[str, Any]]] = {}

    @property
    def uri(self) -> str:
        return f"bolt://127.0.0.1:{self.server_address[1]}"

    def __enter__(self) -> "Server":
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()

    def take(self, query: str, rows: list[dict[str, Any]]) -> None:
        self.queries.append((query, len(rows)))
        for row in rows:
            if label := _LABEL.search(query):
                self.nodes.setdefault(row["id"], (label[1], {}))
            elif query.endswith("MATCH (n:Entity {id: row.id}) SET n += row.set"):
                self.nodes[row["id"]][1].update(row["set"])
            elif kind := _KIND.search(query):
                assert row["from"] in self.nodes
                assert row["to"] in self.nodes
                self.edges[row["id"]] = (row["from"], kind[1], row["to"], row["set"])


class Handler(socketserver.StreamRequestHandler):
    server: Server

    def handle(self) -> None:
        assert self.rfile.read(4) == b"\x60\x60\xb0\x17"
        self.rfile.read(16)
        self.wfile.write(b"\x00\x00\x04\x05")
        while (message := self._message()) is not None:
            tag, fields = message
            if tag == GOODBYE:
                return
            if tag == LOGON and self.server.refuse:
                self._say(FAILURE, {"code": "Neo.ClientError.Security.Unauthorized", "message": "wrong password"})
                continue
            if tag == RUN:
                self.server.take(fields[0], fields[1].get("rows", []))
            self._say(
                SUCCESS,
                {"server": "Neo4j/5.4.0", "connection_id": "1", "hints": {}} if tag == HELLO else {"fields": []} if tag == RUN else {},
            )

    def _message(self) -> tuple[int, list[Any]] | None:
        data = b""
        while True:
            head = self.rfile.read(2)
            if len(head) < 2:
                return None
            (size,) = struct.unpack(">H", head)
            if size:
                data += self.rfile.read(size)
            elif data:
                break
        value, _ = unpack(data, 0)
        return value

    def _say(self, tag: int, fields: dict[str, Any]) -> None:
        data = bytes([0xB1, tag]) + pack(fields)
        self.wfile.write(struct.pack(">H", len(data)) + data + b"\x00\x00")


def pack(value: Any) -> bytes:
    """PackStream of small maps, lists and texts."""
    if isinstance(value, dict):
        return bytes([0xA0 + len(value)]) + b"".join(pack(k) + pack(v) for k, v in value.items())
    if isinstance(value, list):
        return bytes([0x90 + len(value)]) + b"".join(map(pack, value))
    data = str(value).encode()
    return b"\xd0" + bytes([len(data)]) + data


def unpack(data: bytes, at: int) -> tuple[Any, int]:
    """A PackStream value and where it ends. A structure is (tag, fields)."""
    mark, at = data[at], at + 1
    if mark <= 0x7F or mark >= 0xF0:
        return (mark if mark <= 0x7F else mark - 256), at
    if 0x80 <= mark <= 0x8F or mark in (0xD0, 0xD1, 0xD2):
        size, at = _size(data, at, mark, 0x80, 0xD0)
        return data[at : at + size].decode(), at + size
    if 0x90 <= mark <= 0x9F or mark in (0xD4, 0xD5, 0xD6):
        size, at = _size(data, at, mark, 0x90, 0xD4)
        found = []
        for _ in range(size):
            one, at = unpack(data, at)
            found.append(one)
        return found, at
    if 0xA0 <= mark <= 0xAF or mark in (0xD8, 0xD9, 0xDA):
        size, at = _size(data, at, mark, 0xA0, 0xD8)
        table = {}
        for _ in range(size):
            key, at = unpack(data, at)
            table[key], at = unpack(data, at)
        return table, at
    if 0xB0 <= mark <= 0xBF:
        tag, at = data[at], at + 1
        fields = []
        for _ in range(mark - 0xB0):
            one, at = unpack(data, at)
            fields.append(one)
        return (tag, fields), at
    if mark in (0xC8, 0xC9, 0xCA, 0xCB):
        size = 1 << (mark - 0xC8)
        return int.from_bytes(data[at : at + size], "big", signed=True), at + size
    if mark == 0xC1:
        return struct.unpack(">d", data[at : at + 8])[0], at + 8
    return {0xC0: None, 0xC2: False, 0xC3: True}[mark], at


def _size(data: bytes, at: int, mark: int, tiny: int, first: int) -> tuple[int, int]:
    if mark < first:
        return mark - tiny, at
    width = 1 << (mark - first)
    return int.from_bytes(data[at : at + width], "big"), at + width
