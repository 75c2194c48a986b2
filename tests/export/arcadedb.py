"""ArcadeDB with its Bolt listener: the one server for Neo4j's drivers that a package registry has, with a Java of its own."""

import os
import socket
import subprocess
import time
from pathlib import Path
from types import TracebackType

FOLDER = os.environ.get("KG_ARCADEDB")  # a folder in which pip installed arcadedb-embedded
PASSWORD = "playwithdata"
_START_S = 60


class ArcadeDB:
    """A server with an empty database `kg`, for as long as the `with` lasts."""

    user, password, database = "root", PASSWORD, "kg"

    def __init__(self, root: Path) -> None:
        home = Path(FOLDER or "") / "arcadedb_embedded"
        self.port = _free_port()
        settings = {
            "server.rootPath": root,
            "server.databaseDirectory": root / "databases",
            "server.rootPassword": PASSWORD,
            "server.defaultDatabases": f"kg[root:{PASSWORD}:admin]",
            "server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
            "bolt.host": "127.0.0.1",
            "bolt.port": self.port,
            "server.httpIncomingHost": "127.0.0.1",
            "server.httpIncomingPort": _free_port(),
        }
        options = [f"-Darcadedb.{name}={value}" for name, value in settings.items()]
        self._log = root / "log.txt"
        self._command = [
            home / "jre" / "bin" / "java",
            "-Xmx1g",
            "-cp",
            f"{home / 'jars'}/*",
            *options,
            "com.arcadedb.server.ArcadeDBServer",
        ]

    @property
    def uri(self) -> str:
        return f"bolt://127.0.0.1:{self.port}"

    def __enter__(self) -> "ArcadeDB":
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(self._command, cwd=self._log.parent, stdout=log, stderr=log)
        until = time.monotonic() + _START_S
        while "ArcadeDB Server started" not in self._log.read_text("utf-8", errors="replace"):
            assert self._process.poll() is None, self._log.read_text("utf-8", errors="replace")[-2000:]
            assert time.monotonic() < until, f"not up within {_START_S} s"
            time.sleep(0.1)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._process.terminate()
        self._process.wait(30)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
