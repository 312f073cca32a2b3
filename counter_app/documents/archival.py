"""PDF/A-2b (ISO 19005-2) on top of reportlab, which has none: XMP data and an output intent with an sRGB profile."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from counter_app.documents.fonts import Serif
from counter_app.documents.pdfa import BORN, CONDITION, CREATOR, srgb_profile, xmp_packet

_PRODUCER = "ReportLab"


def archival_pdf(
    title: str, author: str, subject: str, size: tuple[float, float], draw: Callable[[Canvas], None]
) -> bytes:
    """Return what ``draw`` draws as a PDF/A-2b file; its own data name the form and the office, and no citizen."""
    out = BytesIO()
    canvas = blank_canvas(out, size)
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setSubject(subject)
    canvas.setCreator(CREATOR)
    canvas.setProducer(_PRODUCER)
    canvas.setDateFormatter(lambda *_: "D:{:04}{:02}{:02}{:02}{:02}{:02}+00'00'".format(*BORN))
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setViewerPreference("PrintScaling", "None")  # the bars keep their width
    draw(canvas)
    _mark(canvas, title, author, subject)
    canvas.save()
    return out.getvalue()


def blank_canvas(out: BytesIO, size: tuple[float, float]) -> Canvas:
    """Return a canvas in the forms' typeface; also one to measure on, whose bytes nobody wants."""
    # By a mapping, because the published types take the font's name for a number.
    options: dict[str, Any] = {"initialFontName": Serif.REGULAR.value, "pdfVersion": (1, 7)}
    return Canvas(out, pagesize=size, invariant=1, lang="vi", **options)


def _mark(canvas: Canvas, title: str, author: str, subject: str) -> None:
    document = canvas._doc  # type: ignore[attr-defined]
    for page in document.Pages.pages:
        page.Trans = None  # reportlab gives every page an empty transition
    catalog = document.Catalog
    catalog.Metadata = _stream(
        xmp_packet(title, author, subject, _PRODUCER), Type=pdfdoc.PDFName("Metadata"), Subtype=pdfdoc.PDFName("XML")
    )
    profile = _stream(srgb_profile(), N=3)
    intent = {
        "Type": pdfdoc.PDFName("OutputIntent"),
        "S": pdfdoc.PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": pdfdoc.PDFString(CONDITION),
        "Info": pdfdoc.PDFString(CONDITION),
        "DestOutputProfile": document.Reference(profile),
    }
    # The catalogue writes only the entries that its class lists; the list is this one's own from here on.
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    catalog.OutputIntents = pdfdoc.PDFArray([pdfdoc.PDFDictionary(intent)])


def _stream(content: bytes, **entries: object) -> Any:  # noqa: ANN401 - reportlab's own types are Any
    return pdfdoc.PDFStream(dictionary=pdfdoc.PDFDictionary(entries), content=content, filters=[])
