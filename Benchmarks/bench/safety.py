"""Files before they leave: looking into them, redacting with a proof, suggesting what to redact."""

import json
import os
import pathlib
import shutil

from . import places, samples
from .archive import MEGA, Letters
from .engine import call, peer
from .figures import interleaved, spread, table
from .measured import process

# So many rows of eight cells are 25 MB packed.
ROWS = int(os.environ.get("STEELYARD_WORKBOOK_ROWS", "480000"))
PAGES = 200
FILES = "STEELYARD_FILES"
LOOKED_FOR = ("GateOS 9.16", "Castle Road")


def safety(folder, quick):
    rows, pages, rounds = (20_000, 20, 2) if quick else (ROWS, PAGES, 3)
    report = samples.report(folder / "report.pdf", pages)
    return [
        "Processor time is that of the whole process and of the confined ones that it starts, start-up "
        "included; of the peers that are Python packages it is that of the work alone. The files are "
        "made here.",
        "",
        *workbook(samples.workbook(folder / "big.xlsx", rows), rows * 8, rounds),
        *report_looked_into(report, pages, rounds),
        *redaction(report, pages, rounds, folder),
        *suggestions(folder, quick, rounds),
        *many_files(rounds),
    ]


def workbook(book, cells, rounds):
    own = "`steelyard inspect`"
    turns = {own: lambda: run("inspect", "--format", "jsonl", book)}
    notes = against(turns, "openpyxl, every cell read", "openpyxl", "openpyxl", book)
    if shutil.which("mat2"):
        turns["mat2, its list of metadata"] = lambda: process("mat2", "--show", book)
    else:
        notes.append("`mat2` is not installed here; it was left out.")
    taken = interleaved(rounds, turns)
    return [
        f"A workbook of {cells:,} cells, {book.stat().st_size / MEGA:,.1f} MB packed, with a hidden sheet. "
        "mat2 names neither the sheet nor what is in it.",
        "",
        *table(column(taken, "seconds"), "seconds of processor time", own, more_is_better=False), "",
        *table(
            {name: [turn["memory"] / MEGA for turn in turns] for name, turns in taken.items()},
            "most resident MB", own, more_is_better=False), "",
        *notes, "",
    ]


def report_looked_into(report, pages, rounds):
    own = "`steelyard inspect`, every class"
    turns = {own: lambda: run("inspect", "--format", "jsonl", report)}
    notes = against(turns, "x-ray, bad redactions alone", "xray", "xray", report)
    taken = interleaved(rounds, turns)
    return [
        f"A PDF of {pages} pages of text.", "",
        *table(rates(taken, pages), "pages a second of processor time", own), "", *notes, "",
    ]


def redaction(report, pages, rounds, folder):
    plan = folder / "plan.json"
    plan.write_text(json.dumps({
        "schema": "redaction-plan/1",
        "marks": [{"find": words, "code": "s31(1)(a)"} for words in LOOKED_FOR],
    }))
    own = "`steelyard redact`, with its proof and the result looked into"
    turns = {own: lambda: run(
        "redact", report, "--plan", plan, "-o", folder / "out.pdf", "--force")}
    notes = against(
        turns, "PyMuPDF, without a proof", "fitz", "redact", report, folder / "peer.pdf",
        *LOOKED_FOR)
    taken = interleaved(rounds, turns)
    return [
        f"The same, with {len(LOOKED_FOR)} terms taken out, eight places a page.", "",
        *table(rates(taken, pages), "pages a second of processor time", own), "", *notes, "",
    ]


def suggestions(folder, quick, rounds):
    letters = Letters()
    once = letters.archive(folder / "letters-once", letters.size)
    whole = letters.archive(folder / "letters", (2 if quick else 20) * MEGA)
    own = "`steelyard suggest --jobs 1`"
    turns = {own: lambda: run("suggest", "--jobs", "1", "--format", "jsonl", whole.folder)}
    notes = against(
        turns, "Presidio without a model: patterns alone", "presidio_analyzer", "presidio", once.folder,
        script="reading.py")
    taken = interleaved(rounds, turns)
    speed = {
        name: [(whole.bytes if name == own else turn["bytes"]) / MEGA / turn["seconds"]
               for turn in turns]
        for name, turns in taken.items()
    }
    return [
        f"Suggestions of personal data in {letters.origin}: {whole.letters:,} files, "
        f"{whole.bytes / MEGA:,.0f} MB; the peer reads each letter once.", "",
        *table(speed, "MB a second of processor time", own), "", *notes, "",
    ]


def many_files(rounds):
    named = os.environ.get(FILES)
    if not named:
        return [f"- `{FILES}` names no folder of files; files a second were left out.", ""]
    files = sorted(path for path in pathlib.Path(named).rglob("*") if path.is_file())
    cores = os.cpu_count()
    taken = interleaved(rounds, {
        f"`steelyard inspect --jobs {jobs}`": lambda j=jobs: run(
            "inspect", "--format", "jsonl", "--jobs", j, *files)
        for jobs in sorted({1, cores})
    })
    size = sum(path.stat().st_size for path in files)
    elapsed = {
        name: [len(files) / turn["elapsed"] for turn in turns] for name, turns in taken.items()}
    lines = [
        f"{len(files)} files ({size / MEGA:,.1f} MB) of the folder that `{FILES}` named, which is no part "
        "of the repository; each in a confined process of its own.", "",
        *table(elapsed, "files a second elapsed"), "",
    ]
    if cores > 1:
        one, every = taken.values()
        times = [a["elapsed"] / b["elapsed"] for a, b in zip(one, every)]
        lines += [f"- With {cores} jobs it is {spread(times)} times as fast as with one.", ""]
    return lines


def against(turns, name, module, *arguments, script="safety.py"):
    """Adds the peer to the turns, or gives the line that it is missing."""
    if not places.has(module):
        return [f"- `{module}` is not installed here; it was left out."]
    turns[name] = lambda: call(*peer(script, *arguments))
    return []


def column(taken, key):
    return {name: [turn[key] for turn in turns] for name, turns in taken.items()}


def rates(taken, count):
    return {name: [count / turn["seconds"] for turn in turns] for name, turns in taken.items()}


def run(*arguments):
    """One run of the product; what it finds is status 1, what it cannot read is status 2."""
    return process(places.PRODUCT, *arguments)
