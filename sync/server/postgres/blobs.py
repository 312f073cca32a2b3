"""Which blobs a province has, and whose: an office gets what it brought itself, whatever else it knows the name of.

The content is kept once. Who knows a name alone learns nothing by it, not even that another office has that paper.
"""

from typing import Any, LiteralString

from psycopg import Connection

HAS: LiteralString = "SELECT 1 FROM blobs WHERE sha256 = %(sha256)s"
"""Whether any office brought it."""
HAS_OF: LiteralString = """
    SELECT 1 FROM blobs WHERE sha256 = %(sha256)s AND (
        EXISTS (SELECT 1 FROM blob_offices WHERE office = %(office)s AND blob_offices.sha256 = blobs.sha256)
        OR NOT EXISTS (SELECT 1 FROM blob_offices WHERE blob_offices.sha256 = blobs.sha256)
        OR kept_at < (SELECT since FROM blobs_apart)
    )
"""
"""Whether this office may have it; what came while a server of an earlier version still ran is nobody's, so all's."""
_KEEP = "INSERT INTO blobs (sha256, size) VALUES (%s, %s) ON CONFLICT DO NOTHING"
_OF = "INSERT INTO blob_offices (office, sha256) VALUES (%s, %s) ON CONFLICT DO NOTHING"


def keep(connection: Connection[Any], sha256: str, size: int, office: str) -> None:
    """Know a blob whose content is durable, and which office brought it, in the caller's transaction."""
    connection.execute(_KEEP, (sha256, size))
    if office:
        connection.execute(_OF, (office, sha256))
