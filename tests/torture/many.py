"""Ten thousand cards beside five hundred: by how much longer each thing takes, on any machine."""

from statistics import median

from tests.bench import instance, jobs
from tests.bench.client import Client, SignedIn
from tests.cli.served import Server
from tests.torture.fault import Fault, Work, must

FEW, MANY = 500, 10_000
ASKED = {
    "board": jobs.board,
    "Today": jobs.today,
    "an application": jobs.application_page,
    "next page of a column": jobs.next_page,
    "search": jobs.search,
    "move": jobs.move,
    "create": jobs.create,
}
MOST = 1.35
"""Twenty times the cards may take so much longer: a growth exponent of 0.1."""
MOST_OF_MORE = 2.0
"""Where more is found among more: on Today and in a search."""


def compare(work: Work) -> str:
    """In turns, so that a busy moment slows both."""
    folder, rounds = work.new_folder(), work.times(9, 3)
    people = instance.make(folder, [FEW, MANY])
    with Server.running(folder) as server:
        few, many = (
            Client(SignedIn(server.port)).sign_in(person.email, person.password).known
            for person in people.values()
        )
        grown = {
            what: median(median(job(many, 20)) / median(job(few, 20)) for _ in range(rounds))
            for what, job in ASKED.items()
        }
    seen = ", ".join(f"{what} × {ratio:.2f}" for what, ratio in grown.items())
    for what, ratio in grown.items():
        must(ratio < (MOST_OF_MORE if what in ("Today", "search") else MOST), seen)
    return seen


FAULT = Fault(
    "16",
    f"{MANY:,} cards beside {FEW}, asked in turns",
    f"less than × {MOST} (a growth exponent of 0.1); Today and a search less than × {MOST_OF_MORE}",
    compare,
)
