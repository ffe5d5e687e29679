"""Where this machine stands in its network."""

import ipaddress
import re
import socket

LOOPBACK = "127.0.0.1"
SHORT_LOOPBACK = re.compile(r"127(\.\d{1,10}){0,2}")
"""127.1 is 127.0.0.1 for a browser."""
ELSEWHERE = ("192.0.2.1", 9)
"""An address kept for documentation; nothing is sent to it."""


def lan_address() -> str:
    """The IPv4 address at which other devices reach this machine; loopback where it has none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(ELSEWHERE)
            return str(probe.getsockname()[0])
        except OSError:
            return LOOPBACK


def is_loopback(host: str) -> bool:
    """Whether a host is this very machine, in any of the ways that browsers take."""
    host = host.removesuffix(".")
    if host in ("localhost", "localhost.localdomain") or host.endswith(".localhost"):
        return True
    try:
        found = ipaddress.ip_address(host)
    except ValueError:
        return bool(SHORT_LOOPBACK.fullmatch(host))
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped:
        found = found.ipv4_mapped
    return found.is_loopback


def is_private(host: str) -> bool:
    """Whether a host is an IP address of a home or office network."""
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return False


def network_of(address: str) -> str:
    """What to count guesses by: the address, or for IPv6 the network that one line is given."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address[:100]
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped:
            return str(found.ipv4_mapped)
        return str(ipaddress.ip_network((int(found) >> 64 << 64, 64)))
    return str(found)
