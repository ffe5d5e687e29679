"""Run as a script, with what to say on its input; it ends with 0 where that was taken."""

import json
import logging
import sys


def main() -> int:
    """Nothing of what Apprise writes about its addresses is kept."""
    import apprise

    logging.disable(logging.CRITICAL)
    told = json.load(sys.stdin)
    service = apprise.Apprise.instantiate(told["url"])
    if service is None:
        return 2
    schemes: set[str] = service.schemas()  # type: ignore[no-untyped-call]
    if schemes & set(told["never"]):
        return 2
    sender = apprise.Apprise()
    sender.add(service)  # an address as words could be several
    return 0 if sender.notify(title=told["title"], body=told["body"]) else 1


if __name__ == "__main__":
    sys.exit(main())
