"""Start-up, commands as processes, and memory."""

import itertools
import json
import shutil
import subprocess
import time

from . import places
from .engine import call, peer
from .figures import interleaved, table
from .page import OWN, PEER, both
from .servers import Django, Steelyard, free_port, pages


def start_up(folder, quick):
    rounds = 3 if quick else 20
    with both(folder) as servers:
        path = servers[OWN][1]
    number = itertools.count()

    def empty():
        fresh = folder / f"empty-{next(number)}"
        fresh.mkdir()
        with Steelyard(fresh, demonstration=False) as server:
            taken = server.announced
        shutil.rmtree(fresh)
        return taken * 1000

    def existing():
        with Steelyard(folder) as server:
            return server.announced * 1000

    def answered():
        with Steelyard(folder, port=free_port()) as server:
            return server.answered(path) * 1000

    def django():
        with Django(folder) as server:
            return server.answered(path) * 1000

    printed = {"Empty store": empty, "Existing store": existing}
    first = {OWN: answered, PEER: django}
    return [
        "Until `serve` prints its address:",
        "",
        *table(interleaved(rounds, printed), "ms"),
        "",
        "Until the first answer (a redirection to the sign-in page), both with a store that is there:",
        "",
        *table(interleaved(rounds, first), "ms", OWN, more_is_better=False),
        "",
    ]


def due_command(folder, quick):
    received = "2026-05-22"
    holidays = folder / "due-holidays.json"
    holidays.write_text(json.dumps(call(places.ENGINE, "holidays")))
    contenders = {f"`steelyard due --received {received}`": [places.PRODUCT, "due", "--received", received]}
    for name, module in (
        ("Python script with numpy, no working", "numpy"),
        ("Python script with holidays, with the working", "holidays"),
    ):
        if places.has(module):
            contenders[name] = peer("due.py", module, received, holidays)
    turns = {
        name: (lambda command=command: elapsed(command)) for name, command in contenders.items()
    }
    for turn in turns.values():
        turn()
    figures = interleaved(3 if quick else 30, turns)
    return [
        "From the start of the process to its end, after one run each that does not count.",
        "",
        *table(figures, "ms", next(iter(contenders)), more_is_better=False),
        "",
    ]


def elapsed(command):
    began = time.perf_counter()
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - began) * 1000


def memory(folder, quick):
    rounds, count = (1, 50) if quick else (3, 1_000)
    number = itertools.count()
    taken = {"after start": [], f"after {count:,} case pages": []}
    for _ in range(rounds):
        fresh = folder / f"memory-{next(number)}"
        fresh.mkdir()
        with both(fresh) as servers:
            for when in taken:
                if when != "after start":
                    for server, path, cookie in servers.values():
                        pages(server.port, path, cookie, count)
                time.sleep(0.5)
                taken[when].append(
                    {name: server.memory() for name, (server, _, _) in servers.items()}
                )
    lines = [
        "Of gunicorn, the sum of its three processes. Resident memory counts shared pages once for "
        "each process; proportional memory divides them among all processes of the machine that have them, "
        "so another server of either kind makes it less. Both servers have answered one case page or "
        "one redirection when \"after start\" is taken.",
        "",
    ]
    for column, unit in enumerate(("resident MB", "proportional MB")):
        for when, readings in taken.items():
            figures = {
                f"{name}, {when}": [reading[name][column] for reading in readings]
                for name in (OWN, PEER)
            }
            lines += [*table(figures, unit, f"{OWN}, {when}", more_is_better=False), ""]
    return lines
