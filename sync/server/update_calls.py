"""The published packages and what is signed about them, for anybody: it is the signatures that are believed."""

import os
import re
import stat
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from counter_app.errors import Code
from sync import records
from sync.records import RefusedError
from sync.server import answers
from sync.server.gate import Gate

PREFIX = "/updates"
_NAMES = re.compile(
    r"metadata/(?:timestamp|[0-9]{1,9}\.(?:root|targets|snapshot))\.json"
    r"|targets/[0-9a-f]{64}\.counter-app_[0-9.]{1,30}_[a-z0-9]{1,20}\.deb"
)
_MOST_AT_ONCE = 40
"""Of one process: a province with thousands of machines lets them come one after another."""
_AGAIN_S = 60
_LARGEST_METADATA = 5_000_000
"""Bytes of a list of packages; what is longer no machine takes either."""


class UpdateCalls:
    """One folder, as ``sync.updates.repository`` writes it."""

    def __init__(self, folder: Path, gate: Gate) -> None:
        self._folder = folder
        self._gate = gate
        self._sending = 0
        self.routes = [Route(f"{PREFIX}/{{name:path}}", self.file, methods=["GET"])]

    async def file(self, request: Request) -> Response:
        """Give a file of the repository, or one range of it."""
        name = request.path_params["name"]
        if not _NAMES.fullmatch(name):
            raise HTTPException(404)
        path = self._folder / name
        try:
            if name.startswith("metadata/"):
                # Read whole: a refresh may put another one in its place at any moment.
                return answers.json(await self._gate.run_for_blob(_metadata, path))
            about = await self._gate.run_for_blob(os.stat, path)
        except OSError as error:
            raise HTTPException(404) from error
        if not stat.S_ISREG(about.st_mode):
            raise HTTPException(404)
        if self._sending >= _MOST_AT_ONCE:
            raise RefusedError(503, Code.SERVER_BUSY, retry_after=_AGAIN_S)
        return _Package(self, path, about)

    def count(self, change: int) -> None:
        """Note that one more package is under way, or one less."""
        self._sending += change


def _metadata(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_LARGEST_METADATA)


class _Package(FileResponse):
    """Counts itself while it is sent: a slow line may take an hour."""

    def __init__(self, calls: UpdateCalls, path: Path, about: os.stat_result) -> None:
        super().__init__(path, headers=dict(records.VERSIONS), media_type="application/octet-stream", stat_result=about)
        self._calls = calls

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._calls.count(1)
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._calls.count(-1)
