"""Addresses of servers: which lead to this machine itself, and so may go without encryption."""

import ipaddress
from urllib.parse import urlsplit

from counter_app.errors import Code, CounterError


def is_here(host: str) -> bool:
    """Tell whether ``host`` is the loopback: what goes there never leaves the machine."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def is_plain(url: str) -> bool:
    """Tell whether what goes to ``url`` would leave this machine without encryption."""
    try:
        parts = urlsplit(url)
        return parts.scheme.lower() != "https" and not is_here(parts.hostname or "")
    except ValueError:
        return True


def secured(url: str) -> str:
    """Return the address of an office's machine with encryption: older versions wrote and told it without."""
    return f"https://{url.partition('://')[2]}" if url.startswith("http://") and is_plain(url) else url


def bracketed(host: str) -> str:
    """Return an address as it stands in a URL."""
    try:
        return f"[{host}]" if ipaddress.ip_address(host).version == 6 else host
    except ValueError:
        return host


def office_url(host: str, port: int, *, tls: bool = False) -> str:
    """Return where an office's machine answers: encrypted, unless it is this very machine and did not say so."""
    scheme = "https" if tls or not is_here(host) else "http"
    return f"{scheme}://{bracketed(host)}:{port}"


def checked_proxy(proxy: str) -> str:
    """Return the address of an HTTP proxy, or nothing for nothing. Raises PROXY_INVALID."""
    try:
        parts = urlsplit(proxy)
        named = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        named = False
    if proxy and not named:
        raise CounterError(Code.PROXY_INVALID, proxy=proxy.rpartition("@")[2])  # before it may stand a password
    return proxy
