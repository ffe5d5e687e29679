"""The program's own server broken in every way that a machine can show: `bin/torture`."""
