"""A serial port that is not there, for the virtual keypad and reader. Linux and macOS only."""

import os
import tty


class PseudoTerminal:
    """The device's end of a pseudo-terminal; the program opens ``port`` as it opens a serial port."""

    def __init__(self) -> None:
        self._ours, self._theirs = os.openpty()
        # Our own hold on the other end keeps what is sent from being lost while nobody has it open.
        tty.setraw(self._theirs)
        self.port = os.ttyname(self._theirs)
        self._open = True

    def send(self, data: bytes) -> None:
        """Send bytes as the device would."""
        while data:
            data = data[os.write(self._ours, data) :]

    def close(self) -> None:
        """Unplug: whoever reads gets the end of it."""
        if self._open:
            self._open = False
            os.close(self._theirs)
            os.close(self._ours)
