"""How long the server takes to answer, one client at a time; and how many pages for eight."""

import math
import os
import time
from concurrent.futures import Executor
from statistics import median

from tests.bench import jobs
from tests.bench.client import Client, Refused, SignedIn
from tests.bench.report import Figure, Report

BUDGETS = {50: 4.0, 500: 4.0, 2000: 5.0, 10000: 5.0}
CLIENTS = 8


def measure(
    pool: Executor,
    report: Report,
    hello: SignedIn,
    people: dict[int, SignedIn],
    rounds: int,
    times: int,
) -> None:
    """Every job once a round, so that a noisy moment spoils one round of each and no figure."""
    planned = plan(people)
    yard = Figure("Flask's hello on waitress", "ms")
    ratios: dict[str, list[float]] = {figure.name: [] for figure, *_ in planned}
    for _ in range(rounds):
        yard.rounds.append(_ms(pool, jobs.hello, hello, times * 4))
        for figure, job, known in list(planned):
            try:
                figure.rounds.append(_ms(pool, job, known, times))
            except Refused as refused:
                planned.remove((figure, job, known))
                report.skip(figure.name, str(refused))
                continue
            ratios[figure.name].append(figure.rounds[-1] / yard.rounds[-1])
        report.load.append(os.getloadavg()[0])
    report.add(yard)
    for figure, *_ in planned:
        figure.ratio = median(ratios[figure.name])
        report.add(figure)
    growth(report, people)


def client_alone(pool: Executor, report: Report, canned: SignedIn, rounds: int) -> None:
    """What the client itself takes, which is in every figure below."""
    taken = [_ms(pool, jobs.hello, canned, 300) for _ in range(rounds)]
    report.add(Figure("the client itself, canned answer", "ms", taken))


def plan(people: dict[int, SignedIn]) -> list[tuple[Figure, jobs.Job, SignedIn]]:
    """What is timed, on whose data, and how long it may take."""
    usual, largest = people[usual_size(people)], people[max(people)]
    many = f"{max(people):,} cards"
    return [
        *(
            (
                Figure(f"board page, {size:,} cards", "ms", budget=BUDGETS.get(size, 5.0)),
                jobs.board,
                known,
            )
            for size, known in sorted(people.items())
        ),
        (Figure("board page, unchanged (304)", "ms", budget=1.0), jobs.board_unchanged, usual),
        (Figure(f"Today, {many}", "ms", budget=5.0), jobs.today, largest),
        (Figure(f"insights of 90 days, {many}", "ms", budget=60.0), jobs.insights, largest),
        (Figure(f"insights of all, {many}", "ms", budget=60.0), jobs.all_insights, largest),
        (
            Figure(f"an application's page, {many}", "ms", budget=5.0),
            jobs.application_page,
            largest,
        ),
        (Figure(f"next page of a column, {many}", "ms", budget=5.0), jobs.next_page, largest),
        (Figure(f"search as typed, {many}", "ms", budget=5.0), jobs.search, largest),
        (
            Figure(f"coach page, {usual_size(people):,} applications", "ms", budget=20.0),
            jobs.coach_page_afresh,
            usual,
        ),
        (
            Figure(f"coach page again, {usual_size(people):,} applications", "ms", budget=20.0),
            jobs.coach_page,
            usual,
        ),
        *(
            (Figure(f"{verb}, {size:,} cards", "ms", budget=3.0), job, people[size])
            for verb, job in (("move", jobs.move), ("create", jobs.create), ("edit", jobs.edit))
            for size in sorted({usual_size(people), max(people)})
        ),
    ]


def growth(report: Report, people: dict[int, SignedIn]) -> None:
    """The exponent b of time ~ cards^b, from the usual board to the largest."""
    taken = {figure.name: figure for figure in report.figures}
    small, large = usual_size(people), max(people)
    if small == large:
        return
    pairs = zip(
        taken[f"board page, {small:,} cards"].rounds,
        taken[f"board page, {large:,} cards"].rounds,
        strict=True,
    )
    exponents = [math.log(b / a) / math.log(large / small) for a, b in pairs]
    name = f"growth exponent, {small:,} to {large:,} cards"
    report.add(Figure(name, "", exponents, budget=0.1))


def throughput(
    pool: Executor, report: Report, hello: SignedIn, known: SignedIn, rounds: int, seconds: float
) -> None:
    """Pages a second with eight clients at once."""
    yard = [_rate(pool, hello, "/", seconds / 2) for _ in range(rounds)]
    pages = [_rate(pool, known, "/board", seconds) for _ in range(rounds)]
    report.add(Figure(f"Flask's hello, {CLIENTS} clients", "pages/s", yard))
    report.add(Figure(f"board page, {CLIENTS} clients", "pages/s", pages, budget=400.0))


def usual_size(people: dict[int, SignedIn]) -> int:
    """500 cards where there are, else what comes next to it."""
    return min(people, key=lambda size: abs(size - 500))


def signed_in(port: int, email: str, password: str) -> SignedIn:
    """What a browser keeps after signing in."""
    return Client(SignedIn(port)).sign_in(email, password).known


def _ms(pool: Executor, job: jobs.Job, known: SignedIn, times: int) -> float:
    return median(pool.submit(job, known, times).result()) * 1000


def _rate(pool: Executor, known: SignedIn, path: str, seconds: float) -> float:
    begin = time.time() + 0.3
    asked = [pool.submit(jobs.until, known, path, begin, begin + seconds) for _ in range(CLIENTS)]
    return sum(one.result() for one in asked) / seconds
