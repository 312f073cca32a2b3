"""What a printer says, sorted: status asked for, status told unasked, the fence, and that its buffer is empty."""

from devices.printer.escpos import CLEARED, PrinterStatus, begins_push, is_fence, is_status

_BLOCK = CLEARED[0]  # begins an answer that ends with NUL
_LONGEST = 80


class Answers:
    """Takes bytes as they come. Four bytes of GS a follow each other without a gap, so they are read as one."""

    def __init__(self) -> None:
        self.status: int | None = None
        self.fences = 0
        self.pushes = 0
        self.pushed: PrinterStatus | None = None
        self.cleared = 0
        self._frame = b""
        self._block = b""

    def take_status(self) -> int | None:
        """Return the last answer to DLE EOT, once."""
        status, self.status = self.status, None
        return status

    def take(self, data: bytes) -> None:
        """Note what came; pass over anything else."""
        for byte in data:
            if self._block:
                self._go_on_block(byte)
            elif not self._go_on_frame(byte):
                self._take_one(byte)

    def _go_on_block(self, byte: int) -> None:
        self._block += bytes([byte])
        if byte and len(self._block) < _LONGEST:
            return
        self.cleared += self._block == CLEARED
        self._block = b""

    def _go_on_frame(self, byte: int) -> bool:
        """Take a byte into the four of GS a; False when none has begun or this one does not belong to it."""
        if not self._frame:
            return False
        if not is_fence(byte):
            self._frame = b""
            return False
        self._frame += bytes([byte])
        if len(self._frame) == 4:
            self.pushed = PrinterStatus.pushed(self._frame)
            self.pushes += 1
            self._frame = b""
        return True

    def _take_one(self, byte: int) -> None:
        if byte == _BLOCK:
            self._block = bytes([byte])
        elif begins_push(byte):
            self._frame = bytes([byte])
        elif is_status(byte):
            self.status = byte
        elif is_fence(byte):
            self.fences += 1
