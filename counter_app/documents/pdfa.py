"""What makes a PDF one for the archive (PDF/A-2b, ISO 19005-2), whoever writes it: XMP data and an sRGB profile."""

import struct
from functools import lru_cache
from html import escape

from PIL import ImageCms

CREATOR = "Quầy Một Cửa"
BORN = (2000, 1, 1, 0, 0, 0)
"""As reportlab's own date in its invariant mode: the same content gives the same bytes."""
CONDITION = "sRGB IEC61966-2.1"
"""The name of the output condition that the profile describes."""

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


def xmp_packet(title: str, author: str, subject: str, producer: str) -> bytes:
    """Return the XMP data of a PDF/A-2b file."""
    fields = {"title": title, "author": author, "subject": subject, "producer": producer, "creator": CREATOR}
    born = "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}+00:00".format(*BORN)
    return _XMP.format(born=born, **{name: escape(text, quote=False) for name, text in fields.items()}).encode()


@lru_cache(maxsize=1)
def srgb_profile() -> bytes:
    """Little CMS's own sRGB profile (free of copyright, 588 bytes), without the moment at which it was made."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = struct.pack(">6H", *BORN)
    return bytes(profile)
