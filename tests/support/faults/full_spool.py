"""Fill a small disk under an upload, make room, go on, and say what was seen.

Run where a tmpfs may be mounted: ``unshare --user --map-root-user --mount
python -m tests.support.faults.full_spool FOLDER`` prints one JSON object.
"""

import hashlib
import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from sync.server.uploads import Spool
from tests.support.faults.full_disk import Ballast, fault_of

SIZE = "4m"


def main() -> None:
    """Mount, upload more than there is room for, and look."""
    disk = Path(sys.argv[1])
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(disk)], check=True)
    ballast = Ballast(disk)
    now, content = datetime.now(UTC), os.urandom(3_000_000)
    spool = Spool(disk / "uploads", bytes(32), spare=-len(content))  # as if the room was taken after it began
    upload = spool.begin("a", hashlib.sha256(content).hexdigest(), len(content), now)
    turn = upload.take_over(0, now)
    seen: dict[str, object] = {"fault": fault_of(lambda: turn.write(content))}
    offset = upload.offset()
    seen["some_fitted"] = 1_000_000 < offset < len(content) and upload.content() == content[:offset]
    again = upload.take_over(offset, now)
    seen["again"] = fault_of(lambda: again.write(content[offset:]))
    ballast.remove()
    offset = upload.offset()
    upload.take_over(offset, now).write(content[offset:])
    seen["whole"] = upload.content() == content
    print(json.dumps(seen))


if __name__ == "__main__":
    main()
