"""Scanned pages as one PDF/A-2b file; the data of PNG and JPEG pages go in as they are, black and white as G4."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import img2pdf  # type: ignore[import-untyped]
import pikepdf

from counter_app.documents.page_pictures import paper_size, pdf_ready
from counter_app.documents.page_text import PageText
from counter_app.documents.pdfa import BORN, CONDITION, CREATOR, srgb_profile, xmp_packet
from counter_app.errors import Code, CounterError

_PRODUCER = "img2pdf, pikepdf"


def pages_to_pdf(pages: Sequence[bytes | Path], *, title: str = "", texts: Sequence[PageText | None] = ()) -> bytes:
    """Return the pages as one PDF, each as large as the sheet that was scanned; the same pages give the same bytes.

    ``texts`` are what was recognised on the pages, in their order: words that are found and copied, and not seen.
    Raises PAGE_UNREADABLE for a page that is no picture, or for none at all.
    """
    if not pages:
        raise CounterError(Code.PAGE_UNREADABLE, page=1)
    ready = [pdf_ready(_content(page, number), number) for number, page in enumerate(pages, 1)]
    with pikepdf.open(BytesIO(_bare(ready))) as pdf:
        if any(texts):
            from counter_app.documents.text_layer import add_text  # brings reportlab, a third of a second

            add_text(pdf, texts)
        _archive(pdf, title)
        made = BytesIO()
        pdf.save(made, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return made.getvalue()


def _content(page: bytes | Path, number: int) -> bytes:
    if isinstance(page, bytes):
        return page
    try:
        return page.read_bytes()
    except OSError as error:
        raise CounterError(Code.PAGE_UNREADABLE, page=number) from error


def _bare(pages: Sequence[bytes]) -> bytes:
    try:
        return _joined(pages)
    except Exception as error:  # img2pdf raises just that over a file whose parts contradict each other
        raise CounterError(Code.PAGE_UNREADABLE, page=_first_bad(pages)) from error


def _first_bad(pages: Sequence[bytes]) -> int:
    """Return the number of the page that makes no PDF of its own either."""
    for number, page in enumerate(pages, 1):
        try:
            _joined([page])
        except Exception:
            return number
    return 1


def _joined(pages: Sequence[bytes]) -> bytes:
    pdf: bytes = img2pdf.convert(
        list(pages), layout_fun=_layout, nodate=True, rotation=img2pdf.Rotation.ifvalid, engine=img2pdf.Engine.pikepdf
    )
    return pdf


def _layout(width: int, height: int, dpi: tuple[float, float]) -> tuple[float, float, float, float]:
    size = paper_size(width, height, dpi)
    return (*size, *size)


def _archive(pdf: pikepdf.Pdf, title: str) -> None:
    """Add what PDF/A-2b asks for beyond what is there already."""
    born = "D:{:04}{:02}{:02}{:02}{:02}{:02}+00'00'".format(*BORN)
    said = {"/Title": title, "/Creator": CREATOR, "/Producer": _PRODUCER, "/CreationDate": born, "/ModDate": born}
    if "/ID" in pdf.trailer:  # by chance, each time another
        del pdf.trailer["/ID"]
    for name in list(pdf.docinfo.keys()):
        del pdf.docinfo[name]
    for name, text in said.items():
        pdf.docinfo[name] = pikepdf.String(text)
    packet = pdf.make_stream(xmp_packet(title, CREATOR, "", _PRODUCER))
    packet["/Type"], packet["/Subtype"] = pikepdf.Name.Metadata, pikepdf.Name.XML
    profile = pdf.make_stream(srgb_profile())
    profile["/N"] = 3
    intent = pikepdf.Dictionary(
        Type=pikepdf.Name.OutputIntent,
        S=pikepdf.Name.GTS_PDFA1,
        OutputConditionIdentifier=pikepdf.String(CONDITION),
        Info=pikepdf.String(CONDITION),
        DestOutputProfile=profile,
    )
    pdf.Root.Metadata = packet
    pdf.Root.OutputIntents = pikepdf.Array([intent])
    pdf.Root.Lang = pikepdf.String("vi")
