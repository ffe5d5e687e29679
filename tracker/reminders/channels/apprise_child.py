"""Run as a script, with what to say on its input; it ends with 0 where that was taken."""

import json
import logging
import sys


def main() -> int:
    """Nothing of what Apprise writes about its addresses is kept."""
    import apprise

    logging.disable(logging.CRITICAL)
    told = json.load(sys.stdin)
    sender = apprise.Apprise()
    if not sender.add(told["url"]):
        return 2
    return 0 if sender.notify(title=told["title"], body=told["body"]) else 1


if __name__ == "__main__":
    sys.exit(main())
