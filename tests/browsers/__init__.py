"""The program as it is served, in Debian's Firefox and WebKitGTK: `python -m tests.browsers`."""
