"""``counter-app province publish``: sign a package, so that every machine of the province finds it."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from counter_app.cli.words import Acts
from counter_app.clocks import VIETNAM


def add_publish(acts: Acts) -> None:
    """Add what the act takes."""
    text = "sign a new version of the program and put it into the folder that province --updates serves"
    parser = acts.add_elsewhere("publish", text)
    text = "the signing keys, made the first time; root.key and targets.key belong on a stick under lock afterwards"
    parser.add_argument("--keys", type=Path, required=True, metavar="DIR", help=text)
    parser.add_argument("--updates", type=Path, required=True, metavar="DIR", help="the folder that is served")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("package", type=Path, nargs="?", metavar="PACKAGE", help="the package, counter-app_….deb")
    text = "only sign again that nothing is newer, daily; needs snapshot.key and timestamp.key alone"
    what.add_argument("--refresh", action="store_true", help=text)
    text = "make a new key where one may be in other hands, and publish with it from now on (once for each)"
    what.add_argument("--replace", action="append", choices=("root", "targets", "snapshot", "timestamp"), help=text)


def publish(arguments: argparse.Namespace) -> int:
    """Publish, refresh or make new keys, and say what stands published.

    Raises UPDATE_PACKAGE_WRONG, UPDATE_KEY_MISSING, UPDATE_PUBLISHED, DISK_FULL, DATA_NOT_WRITABLE.
    """
    from counter_app.services.update_packages import describe
    from sync.updates.repository import OFFLINE, Publisher

    publisher = Publisher(arguments.keys, arguments.updates, lambda: datetime.now(UTC))
    if arguments.refresh:
        done = publisher.refresh()
    elif arguments.replace:
        done = publisher.replace(dict.fromkeys(arguments.replace))
    else:
        done = publisher.publish(arguments.package, describe(arguments.package))
    until = done.until.astimezone(VIETNAM).isoformat(timespec="minutes")
    print(f"packages={','.join(done.versions)} until={until} fingerprint={done.fingerprint!r}")
    if done.made_keys:
        offline = ", ".join(str(arguments.keys / f"{role}.key") for role in OFFLINE)
        print(
            f"Keys were made. Move {offline} to two sticks under lock, away from this machine: who has them can "
            "install anything everywhere. Bring them back to publish. Tell the offices the fingerprint by telephone.",
            file=sys.stderr,
        )
    return 0
