"""Where this machine stands in its network."""

import ipaddress
import socket

LOOPBACK = "127.0.0.1"
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
    """Whether a host is this very machine."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


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


NAT64 = ipaddress.ip_network("64:ff9b::/96")
"""Addresses of IPv4 in another dress, which a gateway would reach for us."""


def is_public(address: str) -> bool:
    """Whether an address lies outside of any home, office or machine: everybody may reach it."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        if found.scope_id or found.teredo:
            return False
        if found in NAT64:
            found = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        elif inside := found.ipv4_mapped or found.sixtofour:
            found = inside
        elif found not in ipaddress.ip_network("2000::/3"):
            return False
    return found.is_global and not found.is_multicast and not found.is_reserved
