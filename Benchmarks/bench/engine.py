"""The engine by library call: due dates, the statute book, scrutiny and letters."""

import json
import subprocess

from . import places
from .figures import interleaved, table

OWN = "Steelyard"


def call(*command):
    """Runs a program that prints one line of JSON."""
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


def rate(*command):
    """A turn: how many a second."""

    def turn():
        timing = call(*command)
        return timing["count"] / timing["seconds"]

    return turn


def peer(script, *arguments):
    return [places.PYTHON, "-W", "ignore", places.PEERS / script, *arguments]


def due_dates(folder, quick):
    count = 100_000 if quick else 1_000_000
    few = 8_035 if quick else 200_000
    holidays = folder / "holidays.json"
    holidays.write_text(json.dumps(call(places.ENGINE, "holidays")))
    contenders = {f"{OWN}, with the working": rate(places.ENGINE, "due", count)}
    notes = []
    for name, module, turns in (
        ("numpy `busday_offset`, vectorised, no working", "numpy", count),
        ("Python loop over the dates of `holidays`, with the working", "holidays", few),
        ("workalendar `add_working_days`, no working", "workalendar", 8_035),
    ):
        if places.has(module):
            contenders[name] = rate(*peer("due_dates.py", module, turns, holidays))
        else:
            notes.append(f"`{module}` is not installed here; it was left out.")
    figures = interleaved(2 if quick else 5, contenders)
    dates = folder / "due.bin"
    call(places.ENGINE, "due", count, dates)
    agreement = call(*peer("due_dates.py", "compare", dates, holidays))
    return [
        f"FOIA due dates for {count:,} requests, received on every day from 2006 to 2027 over and "
        f"over; {few:,} for the loop and 8,035 (each day once) for workalendar, which are slower. One "
        "thread each. Steelyard gives every date with its working, each day numbered or left out with "
        "the reason, and offers no call without; numpy gives the dates alone.",
        "",
        *table(figures, "dates a second", f"{OWN}, with the working"),
        "",
        *[f"- {note}" for note in notes + agreed(agreement)],
        "",
    ]


def agreed(agreement):
    lines = []
    for name, result in agreement.items():
        compared, unlike = result["compared"], result["unlike"]
        if not unlike:
            lines.append(f"{name} gives the same date for all {compared:,}.")
            continue
        first = result["first"]
        lines.append(
            f"{name}, with holidays of its own, gives another date for {unlike:,} of {compared:,} "
            f"days; the first: received {first['received']}, it says {first['theirs']}, Steelyard "
            f"{first['steelyard']}."
        )
    return lines


def statute_book(_, quick):
    seconds, rounds = (0.5, 2) if quick else (2, 7)
    contenders = {f"{OWN}: parse, check every reference": millis(places.ENGINE, "book", seconds)}
    if places.has("yaml"):
        contenders["PyYAML on its C library: parse alone"] = millis(
            *peer("book.py", seconds, places.STATUTE_BOOK)
        )
    figures = interleaved(rounds, contenders)
    return [
        "All data files of the law, from text in memory; `serve` does it once, each command once.",
        "",
        *table(figures, "ms", next(iter(contenders)), more_is_better=False),
        "",
    ]


def millis(*command):
    turn = rate(*command)
    return lambda: 1000 / turn()


def scrutiny(_, quick):
    seconds, rounds = (0.5, 2) if quick else (2, 7)
    contenders = {
        f"`{example.name}`": rate(places.ENGINE, "scrutiny", seconds, example)
        for example in places.EXAMPLES
    }
    figures = interleaved(rounds, contenders)
    return [
        "Every rule held against the decision and its letter, the letter derived anew each time; one "
        "thread. There is no peer: no other program that checks such a decision is known.",
        "",
        *table(figures, "reports a second"),
        "",
    ]


def letters(folder, quick):
    seconds, rounds = (0.3, 2) if quick else (1, 5)
    lines = [
        "Steelyard derives the letter from the decision and writes it. The peers write the same "
        "headings, paragraphs, lists and tables from a letter that is already derived, in a layout "
        "that is simpler; Jinja2's templates are compiled beforehand. One thread.",
        "",
    ]
    for example in places.EXAMPLES:
        papers = folder / f"{example.stem}.json"
        papers.write_text(json.dumps(call(places.ENGINE, "papers", example)))
        for form, name, module in (
            ("txt", "Jinja2", "jinja2"),
            ("html", "Jinja2", "jinja2"),
            ("docx", "python-docx", "docx"),
        ):
            own = f"{OWN}, {form}"
            contenders = {own: rate(places.ENGINE, "letter", seconds, example, form)}
            if places.has(module):
                contenders[f"{name}, {form}, from a derived letter"] = rate(
                    *peer("letters.py", seconds, papers, form)
                )
            rows = table(interleaved(rounds, contenders), "letters a second", own)
            if form == "txt":
                lines += [f"`{example.name}`:", "", *rows]
            else:
                lines += rows[2:]
        lines.append("")
    return lines


def papers(folder, name):
    """A decision with its findings and letter as JSON, and the holidays, for the peers' pages."""
    example = next(path for path in places.EXAMPLES if path.stem == name)
    found = folder / "case.json"
    found.write_text(json.dumps(call(places.ENGINE, "papers", example)))
    holidays = folder / "case-holidays.json"
    holidays.write_text(json.dumps(call(places.ENGINE, "holidays")))
    return found, holidays
