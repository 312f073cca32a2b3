"""The sockets that a server listens on; several processes have one each, on the same port, where the system can."""

import errno
import os
import socket

from counter_app.errors import Code, CounterError

_BACKLOG = 512


def listen_on(host: str, port: int) -> socket.socket:
    """Bind before anything else is opened, so that the port is known, or known to be taken. Raises PORT_TAKEN."""
    return _listen(host, port, shared=False)


def listen_together(host: str, port: int, count: int) -> list[socket.socket]:
    """Return ``count`` sockets on one port: the system deals out the connections. Raises PORT_TAKEN.

    Where it cannot, all of them are the same one: whoever is quickest takes a connection.
    """
    if not hasattr(socket, "SO_REUSEPORT") or count == 1:
        return [listen_on(host, port)] * count
    # Two servers started by mistake would share a port unseen: the first socket is alone for a moment.
    with listen_on(host, port) as alone:
        port = int(alone.getsockname()[1])
    sockets: list[socket.socket] = []
    try:
        for _ in range(count):
            sockets.append(_listen(host, port, shared=True))
    except BaseException:
        for one in sockets:
            one.close()
        raise
    return sockets


def _listen(host: str, port: int, *, shared: bool) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named TCP, so that asyncio switches Nagle's algorithm off: with it an answer's body waits 40 ms for its head.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    # On Windows this option would let two programs share a port.
    if os.name == "posix":
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if shared:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    try:
        listening.bind((host, port))
        listening.listen(_BACKLOG)
    except OSError as error:
        listening.close()
        if error.errno in (errno.EADDRINUSE, errno.EACCES, errno.EADDRNOTAVAIL):
            raise CounterError(Code.PORT_TAKEN, host=host, port=port) from error
        raise
    return listening
