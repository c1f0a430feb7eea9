"""The case page of both servers under load."""

import contextlib
import datetime
import re
import subprocess

from .engine import papers
from .figures import interleaved, table
from .servers import HOST, Django, Steelyard, answer

CONNECTIONS, THREADS = 16, 2
EXAMPLE = "suppliers-decided-well"
OWN, PEER = "Steelyard", "Django and gunicorn"
KEEPING = f"{PEER}, keeping what was read"


@contextlib.contextmanager
def both(folder):
    """Both servers, each with the address of the worked case and a session."""
    with Steelyard(folder) as steelyard:
        cookie = steelyard.sign_in()
        path = steelyard.case(cookie)
        _, page = answer(steelyard.port, "GET", path, None, {"Cookie": cookie})
        received = datetime.date.today() - datetime.timedelta(days=14)
        session = Django.fill(
            folder, *papers(folder, EXAMPLE), path.rsplit("/", 1)[1], received.isoformat()
        )
        with Django(folder) as django:
            django.answered(path)
            yield {OWN: (steelyard, path, cookie), PEER: (django, path, session)}


def case_page(folder, quick):
    seconds, rounds = (1, 2) if quick else (8, 5)
    with both(folder) as servers, Django(folder, keeps=True) as keeping:
        _, path, session = servers[PEER]
        keeping.answered(path)
        servers[KEEPING] = (keeping, path, session)
        sizes = {name: size(*server) for name, server in servers.items()}
        turns = {
            name: (lambda server=server: load(seconds, *server)) for name, server in servers.items()
        }
        for server in servers.values():
            load(1, *server)
        runs = interleaved(rounds, turns)
    lines = [
        "`GET /cases/REF` with a session cookie, on the worked case of the demonstration, against the "
        "same page from a minimal Django application (SQLite, sessions and authentication, one "
        "template; two gunicorn workers with eight threads each). `wrk`, "
        f"{THREADS} threads, {CONNECTIONS} connections, {seconds} s a turn, on the same two cores as "
        "the server; a second before that does not count.",
        "",
        "Steelyard keeps the case and what scrutiny found in it in memory, asks the database for every "
        "page whether the case has moved on, and works both out again when it has (what that costs is "
        "under Scrutiny). Django reads its rows for every page, findings that are stored among them; or, "
        "\"keeping what was read\", does so only when the case has moved on, as Steelyard does.",
        "",
        *[f"- The page of {name} has {bytes:,} bytes." for name, bytes in sizes.items()],
        "",
    ]
    for unit, key, more in (
        ("requests a second", "rate", True),
        ("latency p50, ms", "p50", False),
        ("latency p99, ms", "p99", False),
    ):
        figures = {name: [run[key] for run in taken] for name, taken in runs.items()}
        lines += [*table(figures, unit, OWN, more), ""]
    return lines


def size(server, path, cookie):
    reply, body = answer(server.port, "GET", path, None, {"Cookie": cookie})
    if reply.status != 200:
        raise RuntimeError(f"{path} was answered with status {reply.status}")
    return len(body)


def load(seconds, server, path, cookie):
    """One turn of wrk."""
    done = subprocess.run(
        ["wrk", f"-t{THREADS}", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency", "--timeout", "10s",
         "-H", f"Cookie: {cookie}", f"http://{HOST}:{server.port}{path}"],
        capture_output=True, text=True, check=True,
    )
    text = done.stdout
    if "Non-2xx" in text or "Socket errors" in text:
        raise RuntimeError(f"wrk met errors:\n{text}")
    return {
        "rate": float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1]),
        "p50": millis(re.search(r"^ +50% +(\S+)", text, re.M)[1]),
        "p99": millis(re.search(r"^ +99% +(\S+)", text, re.M)[1]),
    }


def millis(text):
    number, unit = re.fullmatch(r"([\d.]+)(us|ms|s|m)", text).groups()
    return float(number) * {"us": 0.001, "ms": 1, "s": 1000, "m": 60_000}[unit]
