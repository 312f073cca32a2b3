"""``counter-app`` and ``python -m counter_app``."""

import contextlib
import logging
import os
import sys

from counter_app.cli.run import main as run


def main() -> int:
    """Run the command and return its exit code; a program with windows ends here."""
    code = run()
    if "PySide6.QtWidgets" in sys.modules:
        _end_now(code)
    return code


def _end_now(code: int) -> None:
    """End the process without taking Qt down: everything of ours is closed.

    On a busy machine QApplication's destructor was seen to wait for ever, three times in some two hundred.
    """
    logging.shutdown()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, AttributeError, ValueError):  # closed, or never there (a windowed Python)
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    sys.exit(main())
