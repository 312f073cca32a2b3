"""A ticket that tries a printer: all Vietnamese letters, the width of the paper in millimetres, a code, the cut."""

from PIL import Image

from counter_app.documents.barcodes import QUIET_ZONE, qr_modules
from counter_app.documents.fonts import Weight
from counter_app.documents.glyphs import text_height, text_width
from counter_app.documents.printable import printable
from counter_app.documents.strip import MARGIN, Strip
from counter_app.documents.trial_words import LETTERS, TrialSlip
from counter_app.domain.working_days import VIETNAM
from counter_app.ports import Raster

_DOTS_MM = 8
_STAIRS = 8  # dots a step: a burnt-out dot of the head shows as a white line down all of them


def draw_trial(slip: TrialSlip, width: int = 576) -> Raster:
    """Draw the trial for a head of ``width`` dots."""
    strip = Strip(width)
    strip.centred("PHIẾU KIỂM TRA MÁY IN", 34 if width >= 512 else 28, Weight.EXTRA_BOLD, 6)
    strip.centred(printable(slip.device), 28, Weight.BOLD, 0)
    strip.centred(printable(slip.way), 24, Weight.SEMI_BOLD, 0)
    strip.centred(f"{slip.at.astimezone(VIETNAM):%H:%M, %d/%m/%Y}", 24, Weight.SEMI_BOLD, 8)
    _ruler(strip)
    _letters(strip)
    _stairs(strip)
    _code(strip, slip)
    strip.centred("Giấy được cắt ngay dưới dòng này.", 26, Weight.BOLD, 0)
    strip.y += 18
    return strip.raster()


def _ruler(strip: Strip) -> None:
    """Draw both edges of the head and millimetres between them, numbered every ten."""
    top = strip.y
    for x in (0, strip.width - 3):
        strip.box(x, top, 3, 64)
    strip.box(0, top, strip.width, 2)
    whole = strip.width // _DOTS_MM
    for mm in range(1, whole):
        long = 30 if mm % 10 == 0 else 20 if mm % 5 == 0 else 12
        strip.box(mm * _DOTS_MM, top, 2, long)
        if mm % 10 == 0 and mm + 2 < whole:
            figure = str(mm)
            strip.text(figure, mm * _DOTS_MM - text_width(figure, 24, Weight.BOLD) // 2, top + 34, 24, Weight.BOLD)
    strip.y = top + 70
    strip.centred(f"Rộng {whole} mm. Hai vạch ở hai mép phải in đủ.", 26, Weight.SEMI_BOLD, 8)
    strip.rule(10, dashed=True)


def _letters(strip: Strip) -> None:
    for row in LETTERS:
        for words in (row, row.upper()):
            strip.centred(words, 30 if strip.width >= 512 else 22, Weight.BOLD, 0)
    strip.y += 10
    strip.rule(10, dashed=True)


def _stairs(strip: Strip) -> None:
    """Burn every dot of the head in turn."""
    steps = -(-strip.width // _STAIRS)
    for step in range(steps):
        strip.box(step * _STAIRS, strip.y + step * 2 % 48, min(_STAIRS, strip.width - step * _STAIRS), 10)
    strip.y += 64
    strip.centred("Nét trắng chạy dọc: đầu in bẩn hoặc hỏng.", 24, Weight.SEMI_BOLD, 10)


def _code(strip: Strip, slip: TrialSlip) -> None:
    modules = qr_modules(f"Phiếu kiểm tra {slip.device}"[:80])
    dots = min(_DOTS_MM, (strip.width - 2 * MARGIN) // (len(modules) + 2 * QUIET_ZONE))
    side = len(modules) * dots
    squares = Image.frombytes("L", (len(modules), len(modules)), b"".join(modules)).point([0] + [255] * 255, "1")
    strip.mark(squares.resize((side, side), Image.Resampling.NEAREST), (strip.width - side) // 2, strip.y)
    strip.y += side + 2 * dots
    strip.centred("Quét thử mã này bằng điện thoại.", 24, Weight.SEMI_BOLD, text_height(24) // 2)
