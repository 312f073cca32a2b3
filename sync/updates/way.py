"""What a machine's settings say of the way to who publishes; the settings themselves are above this package."""

from typing import Protocol


class WaySecurity(Protocol):
    """The authority that is believed, and the proxy on the way."""

    @property
    def ca_file(self) -> str:
        """A file of certificates (PEM); empty: the system's authorities."""

    @property
    def proxy(self) -> str:
        """Its address, ``system`` for what the system says, empty for none."""


class Way(Protocol):
    """The province, and how it is reached."""

    @property
    def province_url(self) -> str:
        """The address of its server; empty: there is none."""

    @property
    def security(self) -> WaySecurity:
        """Whom to believe."""
