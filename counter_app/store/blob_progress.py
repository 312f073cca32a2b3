"""How many of a dossier's pages the upstream has."""

from dataclasses import dataclass

from sqlalchemy import Connection, text

_NEWEST = 300
"""So many of the newest dossiers are looked through for pages that came from another machine."""


@dataclass(frozen=True, slots=True)
class PageProgress:
    """A dossier with pages to go: ``sent`` of its ``pages`` are at the upstream."""

    dossier: str
    code: str
    name: str
    sent: int
    pages: int


# A page scanned here has a row in page_texts, by which its dossier is found however old it is.
_TO_GO = text(
    """
    WITH looked(place) AS (
        SELECT place FROM (SELECT place FROM dossiers ORDER BY place DESC LIMIT :newest)
        UNION
        SELECT d.place FROM
            (SELECT DISTINCT t.dossier FROM blobs b CROSS JOIN page_texts t ON t.sha256 = b.sha256
             WHERE b.at_upstream = 0 LIMIT :newest) w
            CROSS JOIN dossiers d ON d.id = w.dossier
    )
    SELECT d.id, d.code, json_extract(d.body, '$.applicant.name') AS name,
           count(DISTINCT b.sha256) AS pages,
           count(DISTINCT CASE WHEN b.at_upstream <> 0 THEN b.sha256 END) AS sent
    FROM looked l CROSS JOIN dossiers d ON d.place = l.place
    CROSS JOIN json_each(d.body, '$.pages') p
    CROSS JOIN blobs b ON b.sha256 = json_extract(p.value, '$.sha256')
    GROUP BY d.place HAVING sent < pages ORDER BY d.place DESC LIMIT :most
    """
)


def pages_to_go(connection: Connection, most: int) -> tuple[PageProgress, ...]:
    """Return the newest dossiers with pages that the upstream has not acknowledged."""
    rows = connection.execute(_TO_GO, {"newest": _NEWEST, "most": most}).all()
    return tuple(PageProgress(row.id, row.code, row.name or "", row.sent, row.pages) for row in rows)
