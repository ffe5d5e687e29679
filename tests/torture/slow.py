"""Hundreds of visitors who send slowly, from the first byte on."""

import re
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.cli.served import ROOT, Client, Server
from tests.torture.fault import Fault, Work, must
from tests.torture.timing import at, milliseconds, p95

MANY = 200
HEADERS = b"GET /today HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "
BODY = (
    b"POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100000\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\n\r\nemail="
)


@contextmanager
def slow_visitors(port: int, beginning: bytes, many: int = MANY) -> Iterator[list[socket.socket]]:
    """Connections that have sent a beginning, and send a byte a second from then on."""
    over = threading.Event()
    with ExitStack() as stack:
        clients = [
            stack.enter_context(socket.create_connection(("127.0.0.1", port), 30))
            for _ in range(many)
        ]

        def trickle() -> None:
            left = dict.fromkeys(clients, beginning)
            while not over.wait(0 if beginning in left.values() else 1):
                for client, part in left.items():
                    try:
                        client.sendall(part)
                    except OSError:  # hung up on
                        part = b""
                    left[client] = b"x" if part else b""

        thread = threading.Thread(target=trickle)
        thread.start()
        try:
            yield clients
        finally:
            over.set()
            thread.join()


def pages(client: Client, seconds: float) -> list[tuple[float, int]]:
    """A page every fifth of a second, for so long."""
    answers = []
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        began = time.perf_counter()
        try:
            status = client.get("/today")[0]
        except OSError:
            status = 0
        answers.append((time.perf_counter() - began, status))
        time.sleep(0.2)
    return answers


def told(answers: list[tuple[float, int]], memory: float) -> str:
    """What came of it; raises Fell where a page did not come, or late."""
    half = at([seconds for seconds, _ in answers], 0.5)
    good = sum(status == 200 for _, status in answers)
    seen = (
        f"{good} of {len(answers)} pages, p50 {milliseconds(half)}, "
        f"p95 {milliseconds(p95(answers))}, server {memory:.0f} MB"
    )
    must(good == len(answers) and p95(answers) < 0.1, seen)
    return seen


def resident(process: int) -> float:
    """MB of memory that a process holds."""
    status = Path(f"/proc/{process}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) / 1000


def bare(work: Work, beginning: bytes) -> str:
    """Straight to the server."""
    prepared = work.prepared()
    with Server.running(prepared.instance) as server:
        client = prepared.client(server)
        client.get("/today")
        with slow_visitors(server.port, beginning):
            answers = pages(client, work.times(30, 4))
            memory = resident(server.process.pid)
    return told(answers, memory)


def behind(work: Work, beginning: bytes, proxy: str) -> str:
    """Through the configuration that is shipped."""
    if shutil.which(proxy) is None:
        return f"not tried: {proxy} is not installed"
    prepared = work.prepared()
    with Server.running(prepared.instance, ONWARD_TRUSTED_PROXIES="1") as server:
        prepared.client(server).get("/today")
        with PROXIES[proxy](server.port) as port:
            client = Client(port, prepared.headers)
            wait_for(client)
            with slow_visitors(port, beginning):
                answers = pages(client, work.times(30, 4))
                memory = resident(server.process.pid)
    return told(answers, memory)


def wait_for(client: Client) -> None:
    """Until a proxy answers."""
    until = time.monotonic() + 60
    while True:
        try:
            if client.get("/healthz")[0] == 200:
                return
        except OSError:
            must(time.monotonic() < until, "the proxy did not start")
        time.sleep(0.05)


def free_port() -> int:
    """One that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


@contextmanager
def started(command: list[str], port: int) -> Iterator[int]:
    """A proxy in a process of its own."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield port
    finally:
        process.terminate()
        process.wait(30)


def version_of_caddy() -> tuple[int, ...]:
    """Such as (2, 6, 2)."""
    said = subprocess.run(["caddy", "version"], capture_output=True, text=True, check=True).stdout
    return tuple(int(part) for part in re.findall(r"\d+", said)[:3])


@contextmanager
def caddy(ours: int) -> Iterator[int]:
    """deploy/Caddyfile, but for addresses and certificates."""
    port = free_port()
    text = (ROOT / "deploy" / "Caddyfile").read_text()
    text = text.replace("jobs.example.org {", f"http://127.0.0.1:{port} {{")
    text = text.replace("127.0.0.1:8000 {", f"127.0.0.1:{ours} {{")
    if version_of_caddy() < (2, 6, 3):
        text = text.replace("\trequest_buffers 1MB", "\tbuffer_requests\n\t\tmax_buffer_size 1MB")
    text = text.replace("{\n\tservers", "{\n\tadmin off\n\tservers", 1)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "Caddyfile"
        file.write_text(text)
        command = ["caddy", "run", "--adapter", "caddyfile", "--config", str(file)]
        with started(command, port):
            yield port


@contextmanager
def nginx(ours: int) -> Iterator[int]:
    """deploy/nginx.conf, but for addresses and certificates."""
    port = free_port()
    site = (ROOT / "deploy" / "nginx.conf").read_text()
    lines = [line for line in site.splitlines() if "ssl_certificate" not in line]
    site = "\n".join(lines).replace("listen 443 ssl", f"listen 127.0.0.1:{port}")
    site = site.replace("127.0.0.1:8000", f"127.0.0.1:{ours}")
    with tempfile.TemporaryDirectory() as folder:
        whole = (
            f"daemon off; pid {folder}/pid; error_log {folder}/error.log;"
            "worker_rlimit_nofile 4096; events { worker_connections 2000; }"
            f"http {{ access_log off; client_body_temp_path {folder}/body;"
            f"proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/f;"
            f"uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;\n{site}\n}}"
        )
        file = Path(folder) / "nginx.conf"
        file.write_text(whole)
        with started(["nginx", "-p", folder, "-c", str(file)], port):
            yield port


PROXIES = {"caddy": caddy, "nginx": nginx}
GATE = "every page comes, p95 < 100 ms"
FAULTS = [
    Fault("17", f"{MANY} slow bodies", GATE, lambda work: bare(work, BODY)),
    Fault("17", f"{MANY} slow headers", GATE, lambda work: bare(work, HEADERS)),
    *[
        Fault(
            "17",
            f"{MANY} slow {what} through {proxy}",
            GATE,
            lambda work, beginning=beginning, proxy=proxy: behind(work, beginning, proxy),
        )
        for proxy in PROXIES
        for what, beginning in (("bodies", BODY), ("headers", HEADERS))
    ],
]
