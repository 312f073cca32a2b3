"""Whether a window can be opened here at all: Qt aborts the process where it cannot, so it is asked before Qt."""

import ctypes
import os
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

from counter_app.errors import Code, CounterError

_X11, _WAYLAND = "xcb", "wayland"
_XCB = "libxcb.so.1"


def require_display(environment: Mapping[str, str] | None = None) -> None:
    """Raise NO_DISPLAY if this session has no screen; on Windows and macOS there always is one."""
    given = os.environ if environment is None else environment
    if sys.platform.startswith("linux") and not _has_display(given):
        raise CounterError(Code.NO_DISPLAY)


def _has_display(given: Mapping[str, str]) -> bool:
    wanted = [one.partition(":")[0] for one in given.get("QT_QPA_PLATFORM", "").split(";") if one]
    if any(not one.startswith((_X11, _WAYLAND)) for one in wanted):
        return True  # offscreen, vnc, eglfs: these bring their own
    return _answers_as_x11(given) or _answers_as_wayland(given)


def _answers_as_x11(given: Mapping[str, str]) -> bool:
    name = given.get("DISPLAY", "")
    if not name:
        return False
    try:
        xcb = ctypes.CDLL(_XCB)
    except OSError:
        return True  # without the library Qt says itself what is missing
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(name.encode(), None)
    try:
        return int(xcb.xcb_connection_has_error(connection)) == 0
    finally:
        xcb.xcb_disconnect(connection)


def _answers_as_wayland(given: Mapping[str, str]) -> bool:
    name = given.get("WAYLAND_DISPLAY", "")
    if not name:
        return False
    path = Path(given.get("XDG_RUNTIME_DIR", "")) / name
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        try:
            line.connect(str(path))
        except OSError:
            return False
    return True
