"""What is counted adds up, whoever counts it."""

import os
import threading

import pytest

from tracker.web.metrics import BOUNDS, NO_ROUTE, RequestCounts


def test_requests_are_counted_by_route_class_and_time() -> None:
    counts = RequestCounts(["/board", "/today", "/board"])
    counts.add("/board", 200, 0.02)
    counts.add("/board", 304, 0.0)
    counts.add("/board", 200, 0.05)
    counts.add("/today", 500, 60.0)
    counts.add("/mia@example.org", 404, 0.2)

    found = counts.read()

    assert found.requests == {
        ("/board", "2xx"): 2,
        ("/board", "3xx"): 1,
        ("/today", "5xx"): 1,
        (NO_ROUTE, "4xx"): 1,
    }
    assert dict(zip((*BOUNDS, None), found.within, strict=True)) == {
        0.01: 1,
        0.025: 2,
        0.05: 3,
        0.1: 3,
        0.25: 4,
        0.5: 4,
        1.0: 4,
        2.5: 4,
        5.0: 4,
        10.0: 4,
        None: 5,
    }
    assert found.seconds == pytest.approx(60.27)


def test_threads_lose_none() -> None:
    counts = RequestCounts(["/board"])

    def count() -> None:
        for _ in range(500):
            counts.add("/board", 200, 0.001)

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert counts.read().requests == {("/board", "2xx"): 2000}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="one process serves there")
def test_processes_lose_none_and_each_tells_what_all_counted() -> None:
    counts = RequestCounts(["/board"])
    children = []
    for _ in range(3):
        child = os.fork()
        if not child:
            for _ in range(500):
                counts.add("/board", 200, 0.001)
            os._exit(0)
        children.append(child)
    counts.add("/board", 500, 0.001)

    assert {os.waitpid(child, 0)[1] for child in children} == {0}
    assert counts.read().requests == {("/board", "2xx"): 1500, ("/board", "5xx"): 1}
