"""Whole archives of letters: reading and auditing them as a process, and the memory that takes."""

import os
import subprocess

from . import places
from .archive import MEGA, Letters
from .engine import call, peer
from .figures import interleaved, spread, table
from .measured import process

SIZE = int(os.environ.get("STEELYARD_ARCHIVE_MB", "20")) * MEGA
COMMANDS = ("read", "audit")
PEERS = {
    "spacy": ("spacy", "spaCy without a model: words and sentences"),
    "presidio": ("presidio_analyzer", "Presidio on that: patterns of personal data"),
}


def reading(folder, quick):
    size, rounds = (4 * MEGA, 2) if quick else (SIZE, 3)
    letters = Letters()
    archives = {
        name: letters.archive(folder / name, bytes)
        for name, bytes in (("once", letters.size), ("tenth", size // 10), ("whole", size))
    }
    for command in COMMANDS:
        every_letter_is_read(command, archives["once"])

    whole, cores = archives["whole"], os.cpu_count()
    turns = {}
    for command in COMMANDS:
        for jobs in sorted({1, cores}):
            turns[command, jobs] = lambda c=command, j=jobs: run(c, j, whole)
        turns[command, "tenth"] = lambda c=command: run(c, 1, archives["tenth"])
    notes = []
    for name, (module, _) in PEERS.items():
        if places.has(module):
            turns[name] = lambda n=name: call(*peer("reading.py", n, archives["once"].folder))
        else:
            notes.append(f"`{module}` is not installed here; it was left out.")
    taken = interleaved(rounds, turns)
    return [
        f"`steelyard read` and `steelyard audit` with `--format jsonl` on a folder of {whole.letters:,} "
        f"plain text letters, {whole.bytes / MEGA:,.0f} MB (of a million bytes): {len(letters.texts)} "
        f"{letters.origin}, {letters.size / len(letters.texts):,.0f} bytes in the mean, over and over. "
        "The files are in the system's cache, the output is thrown away, and start-up counts.",
        "",
        "No peer that reads such letters is known. spaCy and Presidio stand for what a pass over text "
        f"usually costs, on a sample: each of the {len(letters.texts)} letters once, "
        f"{letters.size / MEGA:.2f} MB, start-up not counted. **They have no statistical model** (none "
        "is published on PyPI by spaCy): spaCy tags, parses and recognises nothing, and Presidio finds "
        "what patterns find, without names of people, places and bodies and without lemmas. A usual "
        "installation of Presidio does more, and takes longer.",
        "",
        *speed(taken, cores),
        *memory(taken, archives),
        *[f"- {note}" for note in notes],
        "",
    ]


def speed(taken, cores):
    lines = []
    for command in COMMANDS:
        own = f"`steelyard {command} --jobs 1`"
        figures = {own: rates(taken[command, 1], "seconds")}
        for name, (_, title) in PEERS.items():
            if name in taken:
                figures[title] = rates(taken[name], "seconds")
        lines += [*table(figures, "MB a second of processor time", own), ""]
    figures = {
        f"`steelyard {command} --jobs 1`": [
            turn["letters"] / turn["seconds"] for turn in taken[command, 1]
        ]
        for command in COMMANDS
    }
    lines += [*table(figures, "letters a second of processor time"), ""]
    figures = {
        f"`steelyard {command} --jobs {jobs}`": rates(taken[command, jobs], "elapsed")
        for command in COMMANDS
        for jobs in sorted({1, cores})
    }
    lines += [*table(figures, "MB a second elapsed"), ""]
    if cores > 1:
        for command in COMMANDS:
            pairs = zip(taken[command, 1], taken[command, cores])
            times = [one["elapsed"] / every["elapsed"] for one, every in pairs]
            lines.append(f"- `{command}` with {cores} jobs is {spread(times)} times as fast as with one.")
        lines.append("")
    return lines


def rates(turns, seconds):
    return [turn["bytes"] / MEGA / turn[seconds] for turn in turns]


def memory(taken, archives):
    figures = {}
    for command in COMMANDS:
        for key, archive in (("tenth", "tenth"), (1, "whole")):
            name = f"`steelyard {command} --jobs 1`, {archives[archive].bytes / MEGA:,.1f} MB of letters"
            figures[name] = [turn["memory"] / MEGA for turn in taken[command, key]]
    for name, (_, title) in PEERS.items():
        if name in taken:
            figures[f"{title}, {archives['once'].bytes / MEGA:,.1f} MB of letters"] = [
                turn["memory"] / MEGA for turn in taken[name]
            ]
    return [*table(figures, "most resident MB"), ""]


def command_line(command, jobs, archive):
    return [str(places.PRODUCT), command, "--jobs", str(jobs), "--format", "jsonl",
            str(archive.folder)]


def every_letter_is_read(command, archive):
    """Refuses to time letters of which some are not read at all."""
    done = subprocess.run(command_line(command, 1, archive), capture_output=True, text=True)
    results = done.stdout.splitlines()
    unread = sum('"verdict":"unreadable"' in line for line in results)
    if len(results) != archive.letters or unread:
        raise RuntimeError(
            f"{command}: {len(results)} results for {archive.letters} letters, {unread} unreadable\n"
            + done.stderr[-2000:])


def run(command, jobs, archive):
    """One run of the command on an archive."""
    taken = process(*command_line(command, jobs, archive))
    return {"letters": archive.letters, "bytes": archive.bytes, **taken}
