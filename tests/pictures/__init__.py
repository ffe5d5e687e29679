"""The pictures of the README and the docs, taken again: `python -m tests.pictures`."""
