"""A strip of thermal paper that is filled from the top with lines of text, boxes and rules."""

from PIL import Image

from counter_app.documents.fonts import Weight
from counter_app.documents.glyphs import text_height, text_mask, text_overhang, text_rise, text_width, wrap
from counter_app.ports import Raster

MARGIN = 8
"""Dots left white at both sides."""


class Strip:
    """The roll being filled from the top; ``y`` is the first free row."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.inner = width - 2 * MARGIN
        self.y = 14
        self._marks: list[tuple[Image.Image, int, int, int]] = []

    def mark(self, mask: Image.Image, x: int, y: int, ink: int = 1) -> None:
        """Put the dots of a mask down, black (1) or white (0)."""
        self._marks.append((mask, x, y, ink))

    def box(self, x: int, y: int, width: int, height: int, ink: int = 1) -> None:
        """Fill a rectangle."""
        self.mark(Image.new("1", (width, height), 1), x, y, ink)

    def text(self, text: str, x: int, y: int, size: int, weight: Weight, ink: int = 1) -> None:
        """Write one line whose box has its upper left corner at (x, y)."""
        self.mark(text_mask(text, size, weight), x - text_overhang(size), y - text_rise(size), ink)

    def centred(self, text: str, size: int, weight: Weight, gap: int, left: int = 0) -> None:
        """Write a text in the middle (or flush at ``left``), on as many lines as it needs, and move below it."""
        column = self.inner if not left else self.width - MARGIN - left
        for line in wrap(text, size, weight, column):
            self.text(line, left or (self.width - text_width(line, size, weight)) // 2, self.y, size, weight)
            self.y += text_height(size)
        self.y += gap

    def rule(self, gap: int, *, dashed: bool = False) -> None:
        """Draw a line across, then leave a gap."""
        step, dash = (20, 12) if dashed else (self.inner, self.inner)
        for x in range(MARGIN, self.width - MARGIN, step):
            self.box(x, self.y, min(dash, self.width - MARGIN - x), 3)
        self.y += 3 + gap

    def raster(self) -> Raster:
        """Return all that was put down."""
        image = Image.new("1", (self.width, self.y), 0)
        for mask, x, y, ink in self._marks:
            image.paste(ink, (x, y), mask)
        return Raster(self.width, self.y, image.tobytes())
