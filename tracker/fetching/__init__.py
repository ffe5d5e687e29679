"""A page fetched from the open web, and never from inside the network that the server stands in."""
