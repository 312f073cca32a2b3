"""The queue ticket as a raster for the head of a thermal printer: 8 dots a millimetre, black or white."""

from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image

from counter_app.documents.barcodes import QUIET_ZONE, qr_modules
from counter_app.documents.fonts import Weight
from counter_app.documents.glyphs import text_height, text_mask, text_overhang, text_width, wrap
from counter_app.documents.printable import printable
from counter_app.documents.strip import MARGIN, Strip
from counter_app.documents.ticket_words import TicketSlip as TicketSlip
from counter_app.documents.ticket_words import desk_words, wait_words
from counter_app.domain.queue_policy import TicketTemplate
from counter_app.domain.working_days import VIETNAM
from counter_app.ports import Raster

_CENTRE = "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG"
_FOLLOW = ("Quét mã này", "bằng điện thoại", "để xem lượt.")
_SMALL = 26  # dots; smaller type is not read by old eyes
_INK = [0] * 128 + [255] * 128
LEAST_SIZE, MOST_SIZE = 60, 160
"""Per cent of the usual height that a number may have."""
MOST_SIGNS = 400
"""Signs of one typed text that are printed: no pasted page makes a ticket of metres."""
WIDE_FROM = 512
"""Dots from which on a head is one for 80 mm paper."""
_MODULE = 8  # dots a QR module: one millimetre


@dataclass(frozen=True, slots=True)
class _Sizes:
    """Type sizes in dots an em, and the words that depend on the width."""

    office: int
    title: int
    number: int
    band: int
    name: int
    value: int
    issued: int
    note: int
    last: int
    thanks: int
    issued_name: str


_WIDE = _Sizes(30, 38, 208, 42, 32, 40, 32, 32, 32, 36, "Lấy số lúc")
_NARROW = _Sizes(28, 34, 144, 36, 28, 34, 28, 28, 26, 32, "Lúc")


_USUAL = TicketTemplate()


def draw_ticket(slip: TicketSlip, template: TicketTemplate = _USUAL, width: int = 576) -> Raster:
    """Draw a ticket for a head of ``width`` dots: 576 on 80 mm paper, 384 on 58 mm."""
    sizes = _WIDE if width >= WIDE_FROM else _NARROW
    strip = Strip(width)
    _head(strip, sizes, slip, template)
    _number(strip, sizes, slip, template)
    _facts(strip, sizes, slip, template)
    if slip.follow_url and template.show_qr:
        _follow(strip, sizes, slip.follow_url)
    else:
        strip.y += 12
    _note(strip, sizes, template.note)
    _farewell(strip, sizes, slip, template)
    return strip.raster()


def to_image(raster: Raster) -> Image.Image:
    """Return a raster as a 1-bit picture, black on white, at 203 dots an inch."""
    image = Image.frombytes("1", (raster.width, raster.height), raster.rows, "raw", "1;I")
    image.info["dpi"] = (203, 203)
    return image


def _head(strip: Strip, sizes: _Sizes, slip: TicketSlip, template: TicketTemplate) -> None:
    if own := _lines(template.head):
        *above, last = own
        _above(strip, above)
        strip.centred(last, sizes.office, Weight.EXTRA_BOLD, 12)
    else:
        whole = text_width(_CENTRE, _SMALL, Weight.BOLD) <= strip.inner
        _above(strip, (_CENTRE,) if whole else ("TRUNG TÂM PHỤC VỤ", "HÀNH CHÍNH CÔNG"))
        strip.centred(printable(slip.office), sizes.office, Weight.EXTRA_BOLD, 12)
    strip.rule(12)
    title = _title(slip)
    again = slip.copy > 1
    size = _fitting(title, sizes.title, strip.inner)
    strip.centred(title, size, Weight.EXTRA_BOLD, 4 if again else 26)
    if again:
        _framed(strip, f"IN LẠI – bản {slip.copy}", _SMALL, 26)


def _above(strip: Strip, lines: Sequence[str]) -> None:
    for line in lines:
        strip.centred(line, _SMALL, Weight.BOLD, 3)


def _title(slip: TicketSlip) -> str:
    if slip.trial:
        return "PHIẾU IN THỬ"
    return "PHIẾU NHẬN KẾT QUẢ" if slip.result else "PHIẾU SỐ THỨ TỰ"


def _lines(text: str) -> list[str]:
    """Return the lines of a typed text, fit for paper; empty ones are left out."""
    return [fit for line in text[:MOST_SIGNS].splitlines() if (fit := printable(line))]


def _framed(strip: Strip, words: str, size: int, gap: int) -> None:
    """Write one short line in a frame as wide as it needs."""
    size = _fitting(words, size, strip.inner - 32)
    width, height = text_width(words, size, Weight.BOLD) + 32, text_height(size) + 8
    x = (strip.width - width) // 2
    strip.box(x, strip.y, width, height)
    strip.box(x + 3, strip.y + 3, width - 6, height - 6, ink=0)
    strip.text(words, x + 16, strip.y + 2, size, Weight.BOLD)
    strip.y += height + gap


def _number(strip: Strip, sizes: _Sizes, slip: TicketSlip, template: TicketTemplate) -> None:
    label = printable(slip.label)
    share = min(max(template.number_size, LEAST_SIZE), MOST_SIZE)
    size = _fitting(label, sizes.number * min(share, 100) // 100, strip.inner) * max(share, 100) // 100
    _big(strip, label, size)
    if template.show_group:
        _band(strip, sizes, slip.group)
    if slip.priority and template.show_priority:
        _priority(strip, sizes, f"Ưu tiên: {printable(slip.priority)}")
    strip.y += 18


def _big(strip: Strip, label: str, size: int) -> None:
    """Write the number, its ink from the first free row on; one too wide for the paper is made as narrow as it is."""
    mask = text_mask(label, size, Weight.EXTRA_BOLD)
    left, top, right, bottom = mask.getbbox() or (0, 0, 0, 0)
    whole = text_width(label, size, Weight.EXTRA_BOLD)
    if whole <= strip.inner:
        strip.mark(mask, (strip.width - whole) // 2 - text_overhang(size), strip.y - top)
    else:
        grey = mask.crop((left, top, right, bottom)).convert("L")
        narrow = grey.resize(((right - left) * strip.inner // whole, bottom - top), Image.Resampling.LANCZOS)
        strip.mark(narrow.point(_INK, "1"), (strip.width - narrow.width) // 2, strip.y)
    strip.y += bottom - top + 28


def _fitting(text: str, size: int, width: int) -> int:
    """Return the type size at which an extra-bold text is at most ``width`` dots wide."""
    whole = text_width(text, size, Weight.EXTRA_BOLD)
    return size if whole <= width else max(_SMALL, size * width // whole)


def _band(strip: Strip, sizes: _Sizes, group: str) -> None:
    size = sizes.band
    lines = wrap(printable(group), size, Weight.BOLD, strip.inner - 24)
    if len(lines) > 2:
        size -= 6
        lines = wrap(printable(group), size, Weight.BOLD, strip.inner - 24)
    if not lines:
        return
    step = text_height(size)
    strip.box(MARGIN, strip.y, strip.inner, step * len(lines) + 14)
    for number, line in enumerate(lines):
        x = (strip.width - text_width(line, size, Weight.BOLD)) // 2
        strip.text(line, x, strip.y + 4 + number * step, size, Weight.BOLD, ink=0)
    strip.y += step * len(lines) + 14


def _priority(strip: Strip, sizes: _Sizes, words: str) -> None:
    lines = wrap(words, sizes.name, Weight.BOLD, strip.inner - 24)
    step = text_height(sizes.name)
    height = step * len(lines) + 16
    strip.box(MARGIN, strip.y, strip.inner, height)
    strip.box(MARGIN + 3, strip.y, strip.inner - 6, height - 3, ink=0)
    for number, line in enumerate(lines):
        x = (strip.width - text_width(line, sizes.name, Weight.BOLD)) // 2
        strip.text(line, x, strip.y + 5 + number * step, sizes.name, Weight.BOLD)
    strip.y += height


def _facts(strip: Strip, sizes: _Sizes, slip: TicketSlip, template: TicketTemplate) -> None:
    if template.show_ahead:
        _fact(strip, "Trước ông/bà", f"{max(slip.ahead, 0)} người", sizes.name, sizes.value)
    if template.show_estimate and (wait := wait_words(slip)):
        _fact(strip, "Chờ khoảng", wait, sizes.name, sizes.value)
    if template.show_desks and slip.desks:
        _fact(strip, "Đến quầy", desk_words(slip.desks), sizes.name, sizes.value)
    if template.show_time:
        issued = slip.issued.astimezone(VIETNAM)
        _fact(strip, sizes.issued_name, f"{issued:%H:%M, %d/%m/%Y}", sizes.issued, sizes.issued)
    strip.y += 8
    strip.rule(0, dashed=True)


def _fact(strip: Strip, name: str, value: str, name_size: int, value_size: int) -> None:
    """Write a name at the left and its value at the right, below it if both do not fit on a line."""
    weight = Weight.EXTRA_BOLD if value_size > name_size else Weight.BOLD
    room = strip.inner - text_width(name, name_size, Weight.SEMI_BOLD) - name_size // 2
    if text_width(value, value_size, weight) > room >= text_width(value, name_size, weight):
        value_size = name_size
    beside = text_width(value, value_size, weight) <= room
    lines = [value] if beside else wrap(value, value_size, weight, strip.inner)
    strip.text(name, MARGIN, strip.y + (value_size - name_size if beside else 0), name_size, Weight.SEMI_BOLD)
    strip.y += 0 if beside else text_height(name_size)
    for line in lines:
        x = strip.width - MARGIN - text_width(line, value_size, weight)
        strip.text(line, x, strip.y, value_size, weight)
        strip.y += text_height(value_size)
    strip.y += 4


def _follow(strip: Strip, sizes: _Sizes, url: str) -> None:
    modules = qr_modules(url)
    across = len(modules) + 2 * QUIET_ZONE
    dots = min(_MODULE, strip.width // across)
    side = len(modules) * dots
    squares = Image.frombytes("L", (len(modules), len(modules)), b"".join(modules)).point([0] + [255] * 255, "1")
    code = squares.resize((side, side), Image.Resampling.NEAREST)
    quiet = QUIET_ZONE * dots
    strip.y += quiet
    left = 2 * quiet + side
    if left + _widest(_FOLLOW, sizes.note) + MARGIN <= strip.width:
        _beside(strip, sizes, code, left)
    else:
        strip.mark(code, (strip.width - side) // 2, strip.y)
        strip.y += side + quiet
        strip.centred("Quét mã để xem lượt.", sizes.note, Weight.SEMI_BOLD, 0)
        quiet = 10
    strip.y += quiet
    strip.rule(12, dashed=True)


def _widest(lines: Sequence[str], size: int) -> int:
    return max(text_width(line, size, Weight.BOLD) for line in lines)


def _beside(strip: Strip, sizes: _Sizes, code: Image.Image, left: int) -> None:
    """Put the code at the left and what it is for at its right, around the same middle."""
    strip.mark(code, left - QUIET_ZONE * _MODULE - code.width, strip.y)
    step = text_height(sizes.note)
    top = strip.y + (code.height - step * len(_FOLLOW)) // 2
    for number, line in enumerate(_FOLLOW):
        weight = Weight.SEMI_BOLD if number else Weight.EXTRA_BOLD
        strip.text(line, left, top + number * step, sizes.note, weight)
    strip.y += code.height


def _note(strip: Strip, sizes: _Sizes, note: str) -> None:
    """Write the office's own words, each typed line on a line of its own or on as many as it needs."""
    lines = _lines(note)
    if not lines:
        return
    for line in lines:
        strip.centred(line, sizes.last, Weight.BOLD, 0)
    strip.y += 8
    strip.rule(12, dashed=True)


def _farewell(strip: Strip, sizes: _Sizes, slip: TicketSlip, template: TicketTemplate) -> None:
    if slip.result:
        strip.centred("Mời chuẩn bị sẵn", sizes.last, Weight.SEMI_BOLD, 0)
        strip.centred("giấy hẹn và thẻ căn cước.", sizes.last, Weight.SEMI_BOLD, 12)
    strip.centred("Nghe gọi số, mời đến quầy.", sizes.last, Weight.BOLD, 2)
    strip.centred("Lỡ lượt, xin báo cán bộ.", sizes.last, Weight.SEMI_BOLD, 4)
    for line in _lines(template.thanks) or ["Cảm ơn ông/bà!"]:
        strip.centred(line, sizes.thanks, Weight.EXTRA_BOLD, 0)
    strip.y += 18
