"""Blobs in a store that speaks S3: many servers share one, none of them has to keep a disk."""

import hashlib
import logging
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

from counter_app.errors import Code, CounterError
from counter_app.store.blobs import BlobCipher, blob_path
from sync.addresses import is_plain

if TYPE_CHECKING:
    from obstore.store import ClientConfig, S3Config

log = logging.getLogger(__name__)

SCHEME = "s3://"

_USUAL_REGION = "us-east-1"  # what stores that know no regions want to hear
_CONNECT = timedelta(seconds=3)
_CALL = timedelta(seconds=60)
_TRIES = 3
_TRYING = timedelta(seconds=20)
_PART = 16 << 20
_PARTS_AT_ONCE = 2
_NO_BUCKET = "NoSuchBucket"
_QUOTED = re.compile(r'"([^"\n]+)"')
_KEY, _SECRET, _TOKEN = "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"


@dataclass(frozen=True, slots=True)
class S3Address:
    """A bucket, and where it is: ``s3://bucket/prefix?endpoint=https://host&region=…&ca=/path/of/ca.pem``.

    Without ``endpoint`` it is Amazon's; ``ca`` is the certificate of an authority that the system does not know.
    """

    bucket: str
    prefix: str = ""
    endpoint: str = ""
    region: str = _USUAL_REGION
    ca: str = ""


class S3Blobs:
    """Blobs as objects, encrypted by the data key before they leave this machine; made in the process that uses it.

    A blob is promised only after the store said that it has all of it; STORE_AWAY whenever it says anything else.
    """

    def __init__(self, address: S3Address, data_key: bytes, environment: Mapping[str, str] = os.environ) -> None:
        """Raises BLOBS_ADDRESS for an address that cannot be, and without the two keys in the environment."""
        from obstore.exceptions import BaseError
        from obstore.store import S3Store

        self._cipher = BlobCipher(data_key)
        try:
            self._store = S3Store(
                config=_config(address, environment),
                client_options=_client_options(address),
                retry_config={"max_retries": _TRIES, "retry_timeout": _TRYING},
                prefix=address.prefix or None,
            )
        except (BaseError, OSError) as error:
            raise _unusable(address.bucket, _in_short(error)) from error

    def put(self, content: bytes) -> str:
        """Keep ``content`` and return its SHA-256 in hex."""
        import obstore

        sha256 = hashlib.sha256(content).hexdigest()
        if not self.has(sha256):
            sealed = self._cipher.seal(sha256, content)
            try:
                obstore.put(self._store, blob_path(sha256), sealed, chunk_size=_PART, max_concurrency=_PARTS_AT_ONCE)
            except _errors() as error:
                raise _away("put", error) from error
        return sha256

    def get(self, sha256: str) -> bytes:
        """Return the content. Raises BLOB_MISSING, or BLOB_DAMAGED when the object is not what its name says."""
        import obstore

        path = blob_path(sha256)
        try:
            sealed = bytes(obstore.get(self._store, path).bytes())
        except FileNotFoundError as error:
            if _NO_BUCKET in str(error):
                raise _away("get", error) from error
            raise CounterError(Code.BLOB_MISSING, sha256=sha256) from error
        except _errors() as error:
            raise _away("get", error) from error
        return self._cipher.open(sha256, sealed)

    def has(self, sha256: str) -> bool:
        """Whether the content is here."""
        import obstore

        try:
            obstore.head(self._store, blob_path(sha256))
        except FileNotFoundError:
            return False
        except _errors() as error:
            raise _away("has", error) from error
        return True


def read_address(text: str) -> S3Address:
    """Return what an address says. Raises BLOBS_ADDRESS."""
    try:
        parts = urlsplit(text)
        given = dict(parse_qsl(parts.query, keep_blank_values=True, strict_parsing=True)) if parts.query else {}
    except ValueError as error:
        raise _unusable(text, str(error)) from error
    if not text.startswith(SCHEME) or not parts.netloc:
        raise _unusable(text, f"not {SCHEME}BUCKET/PREFIX")
    unknown = sorted(given.keys() - {"endpoint", "region", "ca"})
    if unknown:
        raise _unusable(text, f"{unknown[0]}?")
    if not given.get("endpoint", "https://").startswith(("http://", "https://")):
        raise _unusable(text, "endpoint: neither http:// nor https://")
    if "endpoint" in given and is_plain(given["endpoint"]):
        raise _unusable(text, "endpoint: http:// only to this machine itself")
    return S3Address(parts.netloc, parts.path.strip("/"), **given)


def _config(address: S3Address, environment: Mapping[str, str]) -> "S3Config":
    lacking = [name for name in (_KEY, _SECRET) if not environment.get(name)]
    if lacking:
        raise _unusable(address.bucket, f"{lacking[0]} is not in the environment")
    config: S3Config = {
        "bucket": address.bucket,
        "region": address.region,
        "access_key_id": environment[_KEY],
        "secret_access_key": environment[_SECRET],
    }
    if environment.get(_TOKEN):
        config["session_token"] = environment[_TOKEN]
    if address.endpoint:
        config["endpoint"] = address.endpoint
    return config


def _client_options(address: S3Address) -> "ClientConfig":
    options: ClientConfig = {
        "allow_http": address.endpoint.startswith("http://"),
        "connect_timeout": _CONNECT,
        "timeout": _CALL,
    }
    if address.ca:
        try:
            options["root_certificate"] = Path(address.ca).read_bytes()
        except OSError as error:
            raise _unusable(address.bucket, f"ca: {error.strerror}") from error
    return options


def _errors() -> tuple[type[Exception], ...]:
    from obstore.exceptions import BaseError

    return (BaseError, OSError, ValueError)


def _away(call: str, error: Exception) -> CounterError:
    log.warning("event=blobs_away call=%s detail=%s", call, _in_short(error))
    return CounterError(Code.STORE_AWAY)


def _in_short(error: Exception) -> str:
    """Return the first line, and the innermost reason, of what the library says in fifty lines."""
    first, _, rest = str(error).partition("\n")
    reasons = _QUOTED.findall(rest)
    return f"{first[:300]}: {reasons[-1][:100]}" if reasons else first[:300]


def _unusable(address: str, detail: str) -> CounterError:
    return CounterError(Code.BLOBS_ADDRESS, address=address, detail=detail)
