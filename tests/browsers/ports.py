"""Where something that we start may listen."""

import socket


def free_port() -> int:
    """One that nobody has now."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        number: int = held.getsockname()[1]
        return number
