"""What an office holds of one person, on paper: the dossiers, and of each what was done and who looked at it."""

from collections.abc import Iterator

from reportlab.platypus import Spacer

from counter_app.documents.citizen_records import CitizenSheet, HeldDossier
from counter_app.documents.form_head import begin_form, draw_title
from counter_app.documents.lines import Lines, short_time, timed
from counter_app.documents.rows import Cell
from counter_app.documents.sheets import Sheets, sheets_pdf
from counter_app.documents.signatures import Signatures, Signer
from counter_app.documents.typography import NORMAL, PORTRAIT, markup, register_serif, written

_TITLE = "Bản sao dữ liệu cá nhân"
_LAW = "Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15"
_LINES = Lines(PORTRAIT, NORMAL)
_WIDTHS = (34, 40, 92)
_HEADS = ("Lúc", "Ai", "Việc")


def draw_citizen_sheet(sheet: CitizenSheet) -> bytes:
    """Return it as a PDF."""
    register_serif()
    signatures = Signatures((Signer("NGƯỜI NHẬN", sheet.name), Signer("NGƯỜI CUNG CẤP", sheet.officer)), NORMAL)
    last = [Spacer(0, 6), _LINES.text(f"Cung cấp theo {_LAW}.")]

    def compose(sheets: Sheets) -> None:
        begin_form(sheets, "", sheet.issuer, "", sheet.made, NORMAL)
        draw_title(sheets, (_TITLE,), NORMAL)
        sheets.flow(
            (
                _LINES.field("Họ và tên", sheet.name, bold=True),
                _LINES.field("Số định danh", sheet.identity, bold=True),
                _LINES.field("Lập lúc", timed(sheet.made)),
                _LINES.field("Theo đề nghị", sheet.reason),
                _LINES.text(f"Cơ quan đang giữ <b>{len(sheet.dossiers)}</b> hồ sơ của ông/bà:"),
            )
        )
        for number, dossier in enumerate(sheet.dossiers, 1):
            _draw_dossier(sheets, number, dossier)
        sheets.close(last, signatures)

    return sheets_pdf(_TITLE, written(sheet.issuer.name), _LAW, PORTRAIT, _TITLE, [compose])


def _draw_dossier(sheets: Sheets, number: int, dossier: HeldDossier) -> None:
    heading = f"<b>{number}. {markup(dossier.code) or 'Chưa có mã'}</b> – {markup(dossier.procedure)}"
    papers = "; ".join(dossier.papers) or "không có"
    sheets.flow(
        (
            Spacer(0, 6),
            _LINES.text(heading),
            _LINES.text(f"Nhận {markup(timed(dossier.received))}; {markup(dossier.state.lower())}."),
            *(_LINES.field(name, value) for name, value in dossier.given if value),
            _LINES.field("Giấy tờ", papers),
            Spacer(0, 2),
        )
    )
    sheets.grid(_LINES.grid(_WIDTHS, _HEADS, _rows(dossier)))


def _rows(dossier: HeldDossier) -> Iterator[list[Cell]]:
    for entry in dossier.entries:
        yield [_LINES.cell(short_time(entry.at)), _LINES.cell(entry.who), _LINES.cell(entry.words)]
