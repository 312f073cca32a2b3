"""Who signs a form, side by side, with room to sign in: never cut from one page to the next."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from counter_app.documents.fonts import Serif
from counter_app.documents.typography import Density, Frame, centred, even_lines, written

BY_HAND = "(Ký và ghi rõ họ tên)"
WITH_SEAL = "(Ký, ghi rõ họ tên và đóng dấu hoặc ký số)"
_PLACES = {1: (0.75,), 2: (0.24, 0.76), 3: (0.17, 0.5, 0.83)}


_ROOMS = {1: 0.48, 2: 0.46, 3: 0.3}  # of the column, for the lines of one signer


@dataclass(frozen=True, slots=True)
class Signer:
    """One who signs: as what, how, and the name if it is known."""

    title: str
    name: str
    hint: str = BY_HAND


@dataclass(frozen=True, slots=True)
class Signatures:
    """One to three signers from left to right; one alone signs at the right."""

    signers: Sequence[Signer]
    density: Density

    def height(self, frame: Frame) -> float:
        """Return the points that they take, room for signing and names included."""
        names = max(len(self._lines(frame, one.name, Serif.BOLD, self._size)) for one in self.signers)
        hints = max(len(self._lines(frame, one.hint, Serif.ITALIC, self._size - 1)) for one in self.signers)
        return self._titles(frame) + (hints + names) * self._step + self.density.signature + 4

    def draw(self, canvas: Canvas, frame: Frame, top: float) -> None:
        """Draw them below ``top``."""
        for place, one in zip(_PLACES[len(self.signers)], self.signers, strict=True):
            x = frame.left + frame.column * place
            y = top - self._titles(frame) + self._step * 0.15
            for line in reversed(self._lines(frame, one.title, Serif.BOLD, self._size)):
                centred(canvas, x, y, line, Serif.BOLD, self._size)
                y += self._step
            y = top - self._titles(frame) + self._step * 0.15 - self._step
            for line in self._lines(frame, one.hint, Serif.ITALIC, self._size - 1):
                centred(canvas, x, y, line, Serif.ITALIC, self._size - 1)
                y -= self._step
            y -= self.density.signature
            for line in self._lines(frame, one.name, Serif.BOLD, self._size):
                centred(canvas, x, y, line, Serif.BOLD, self._size)
                y -= self._step

    @property
    def _size(self) -> float:
        return max(self.density.size, 10)

    @property
    def _step(self) -> float:
        return self._size * 1.16

    def _titles(self, frame: Frame) -> float:
        lines = max(len(self._lines(frame, one.title, Serif.BOLD, self._size)) for one in self.signers)
        return 9 + lines * self._step

    def _lines(self, frame: Frame, text: str, face: Serif, size: float) -> list[str]:
        return even_lines(written(text), face, size, frame.column * _ROOMS[len(self.signers)])
