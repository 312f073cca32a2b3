"""PDF/A-2b (ISO 19005-2) on top of reportlab, which has none: XMP data and an output intent with an sRGB profile."""

import struct
from collections.abc import Callable
from functools import lru_cache
from html import escape
from io import BytesIO
from typing import Any

from PIL import ImageCms
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from counter_app.documents.fonts import Serif

CREATOR = "Quầy Một Cửa"
_PRODUCER = "ReportLab"
_BORN = (2000, 1, 1, 0, 0, 0)  # as reportlab's own date in its invariant mode: the same form gives the same bytes
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{born}</xmp:CreateDate>
<xmp:ModifyDate>{born}</xmp:ModifyDate>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


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
    canvas.setDateFormatter(lambda *_: "D:{:04}{:02}{:02}{:02}{:02}{:02}+00'00'".format(*_BORN))
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
    fields = {"title": title, "author": author, "subject": subject, "producer": _PRODUCER, "creator": CREATOR}
    born = "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}+00:00".format(*_BORN)
    packet = _XMP.format(born=born, **{name: escape(text, quote=False) for name, text in fields.items()})
    catalog.Metadata = _stream(packet.encode(), Type=pdfdoc.PDFName("Metadata"), Subtype=pdfdoc.PDFName("XML"))
    profile = _stream(_srgb(), N=3)
    intent = {
        "Type": pdfdoc.PDFName("OutputIntent"),
        "S": pdfdoc.PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": pdfdoc.PDFString("sRGB IEC61966-2.1"),
        "Info": pdfdoc.PDFString("sRGB IEC61966-2.1"),
        "DestOutputProfile": document.Reference(profile),
    }
    # The catalogue writes only the entries that its class lists; the list is this one's own from here on.
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    catalog.OutputIntents = pdfdoc.PDFArray([pdfdoc.PDFDictionary(intent)])


def _stream(content: bytes, **entries: object) -> Any:  # noqa: ANN401 - reportlab's own types are Any
    return pdfdoc.PDFStream(dictionary=pdfdoc.PDFDictionary(entries), content=content, filters=[])


@lru_cache(maxsize=1)
def _srgb() -> bytes:
    """Little CMS's own sRGB profile (free of copyright, 588 bytes), without the moment at which it was made."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = struct.pack(">6H", *_BORN)
    return bytes(profile)
