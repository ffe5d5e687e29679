"""`python -m tracker.cli` is the `onward` command."""

from tracker.cli import main

main()
