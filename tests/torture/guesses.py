"""A thousand passwords guessed."""

import re
from collections import Counter

from tests.cli.served import Client, Server, onward_with_password
from tests.torture.fault import Fault, Work, must

EMAIL, PASSWORD = "mia@example.org", "seven green lanterns at dusk"
MOST = 10


def sign_in(port: int, password: str, forwarded: str = "") -> int:
    """The status of one try, from a browser that knows nothing yet."""
    client = Client(port, {"X-Forwarded-For": forwarded} if forwarded else {})
    cookie, page = client.first_page("/login")
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)
    must(token is not None, "no form")
    client.headers["Cookie"] = cookie
    return client.post("/login", email=EMAIL, password=password, csrf_token=token[1])[0]


def guess(work: Work) -> str:
    """From one address, which forges another each time."""
    prepared, tries = work.prepared(), work.times(1000, 40)
    added = onward_with_password(prepared.instance, EMAIL, PASSWORD)
    must(added.returncode == 0, added.stderr)
    with Server.running(prepared.instance) as server:
        answers = Counter(
            sign_in(server.port, f"guess {number}", f"203.0.113.{number % 250}")
            for number in range(tries)
        )
    seen = f"{tries} guesses: {answers[422]} looked at, {answers[429]} refused unseen"
    must(answers[422] <= MOST and answers[422] + answers[429] == tries, seen)
    return f"{seen}; X-Forwarded-For, forged each time, changed nothing"


FAULT = Fault(
    "18",
    "1,000 guesses at a password",
    "10 looked at in 15 minutes, whatever X-Forwarded-For says",
    guess,
)
