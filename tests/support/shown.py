"""A certificate that an office's station made, as ``foreign_server.serving`` takes it."""

from datetime import UTC, datetime
from pathlib import Path

from cryptography.hazmat.primitives import serialization

from counter_app.journal.signing import StationKey
from sync import certificates


def shown_by(key: StationKey, path: Path, at: datetime | None = None) -> Path:
    """Write what the station with ``key`` shows from the time ``at`` on (now), with its private key."""
    made = certificates.issue(key, at or datetime.now(UTC))
    private = serialization.load_pem_private_key(made.key, made.password)
    bare = serialization.NoEncryption()
    path.write_bytes(
        made.chain + private.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, bare)
    )
    return path
