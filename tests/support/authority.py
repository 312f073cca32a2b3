"""A certificate authority of a province, as its own people would run one."""

import datetime as dt
import ipaddress
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from sync.server.tls import TlsFiles

Key = ec.EllipticCurvePrivateKey


class Authority:
    """Its own certificate is in ``ca_file``."""

    def __init__(self, folder: Path, name: str = "An Phúc CA") -> None:
        folder.mkdir(exist_ok=True)
        self._folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = _named(name)
        self.ca_file = folder / "ca.pem"
        made = _begun(self._name, self._name, self._key, (-10, 100))
        made = made.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        self.ca_file.write_bytes(_pem(made.sign(self._key, hashes.SHA256())))

    def issue(self, host: str = "127.0.0.1", *others: str, days: tuple[int, int] = (-1, 30)) -> TlsFiles:
        """Write a server's certificate for ``host``, valid from and until so many days from now, and its key.

        ``others`` are more names and addresses of the same machine.
        """
        key = ec.generate_private_key(ec.SECP256R1())
        made = _begun(_named(host), self._name, key, days)
        known = x509.SubjectAlternativeName([_known(one) for one in (host, *others)])
        made = made.add_extension(known, critical=False)
        files = TlsFiles(self._folder / f"{host}.pem", self._folder / f"{host}.key")
        files.chain.write_bytes(_pem(made.sign(self._key, hashes.SHA256())))
        files.key.write_bytes(_plain(key))
        return files


def together(files: TlsFiles) -> Path:
    """Return one file with both, as ``foreign_server`` takes it."""
    path = files.chain.with_suffix(".both")
    path.write_bytes(files.chain.read_bytes() + files.key.read_bytes())
    return path


def _begun(subject: x509.Name, issuer: x509.Name, key: Key, days: tuple[int, int]) -> x509.CertificateBuilder:
    now = dt.datetime.now(dt.UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + dt.timedelta(days=days[0]))
        .not_valid_after(now + dt.timedelta(days=days[1]))
    )


def _known(host: str) -> x509.GeneralName:
    return x509.IPAddress(ipaddress.ip_address(host)) if host[0].isdecimal() else x509.DNSName(host)


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _pem(made: x509.Certificate) -> bytes:
    return made.public_bytes(serialization.Encoding.PEM)


def _plain(key: Key) -> bytes:
    bare = serialization.NoEncryption()
    return key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, bare)
