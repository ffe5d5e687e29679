"""Which addresses are out on the open web, and which names may be looked up at all."""

import ipaddress
import socket

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

NOT_OUTSIDE = tuple(
    ipaddress.ip_network(each)
    for each in (
        *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16"),
        *("172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24"),
        *("192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15"),
        *("198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
        *("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20"),
    )
)
"""Private, shared, local, for tests, multicast, reserved; Teredo, 6to4 and the like, which can
carry an address of the inside within them. Of IPv6 only 2000::/3 is given out, so that mapped
addresses, NAT64 (64:ff9b::/96), local and multicast ones are none of it."""
GIVEN_OUT = ipaddress.IPv6Network("2000::/3")
OURS = 48
"""Bits of an IPv6 address that a home or an office has for itself."""
LOCAL_ENDINGS = ("localhost", "local", "internal", "intranet", "lan", "home", "corp", "private",
                 "home.arpa", "localdomain", "onion", "test", "invalid")  # fmt: skip


def is_outside(said: str) -> bool:
    """Whether an address is one of the open web; whatever can't be read is not."""
    try:
        address = ipaddress.ip_address(said)
    except ValueError:
        return False
    six = isinstance(address, ipaddress.IPv6Address)
    if six and ("%" in said or address not in GIVEN_OUT):
        return False
    if any(address in network for network in NOT_OUTSIDE if network.version == address.version):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def is_inside(host: str) -> bool:
    """Whether a host is a number, and one that is not out on the web."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return not is_outside(host)


def is_ours(said: str) -> bool:
    """Whether a public address is this machine's own, or of the network that it stands in.

    The way there is looked up in the machine's own table: nothing is sent.
    """
    address = ipaddress.ip_address(said)
    kind = socket.AF_INET6 if address.version == 6 else socket.AF_INET
    try:
        with socket.socket(kind, socket.SOCK_DGRAM) as way:
            way.connect((said, 443))
            mine = ipaddress.ip_address(way.getsockname()[0].partition("%")[0])
    except (OSError, ValueError):
        return False
    if mine == address:
        return True
    network = ipaddress.ip_network(f"{mine}/{OURS}", strict=False) if mine.version == 6 else None
    return network is not None and mine in GIVEN_OUT and address in network


def may_be_reached(said: str) -> bool:
    """What guards every connection: out on the web, and not the network that we stand in."""
    return is_outside(said) and not is_ours(said)


def is_local_name(host: str) -> bool:
    """Whether a name is one that only a network's own inside knows; it is not looked up."""
    plain = host.rstrip(".").lower()
    if ":" in plain:
        return False
    return "." not in plain or plain.endswith(tuple(f".{each}" for each in LOCAL_ENDINGS))
