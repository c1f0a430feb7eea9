"""What is written to results.md: what the run was made on, then a part for each section."""

import re

from . import machine, places

INTRODUCTION = """# Results

Written by `Benchmarks/run` in one run, but for sections that say that they are of a run of their own;
`README.md` says how each figure is taken. Peers and product take turns. "So many times as good" compares
the two within each round: above 1 Steelyard is ahead, below 1 the peer is. Each figure is
min / median / max over the rounds.
"""


def conditions(before):
    """What the run was made on, and how busy that was."""
    return "\n".join([
        *machine.lines(),
        f"- Load of the machine (1 min): {before} before the run, {machine.load()} after it",
        "",
    ])


def part(title, text):
    return f"## {title}\n\n{text.strip()}\n"


def whole(measured, conditions):
    """The text of a run, from the titles and texts of its sections."""
    parts = [part(title, text) for title, text in measured.items()]
    return "\n".join([INTRODUCTION, conditions, *parts])


def update(measured, conditions, titles):
    """Replaces in results.md the sections that were measured apart, or puts them where they belong."""
    head, *parts = re.split(r"^## ", places.RESULTS.read_text(), flags=re.M)
    kept = {}
    for old in parts:
        title, text = old.split("\n", 1)
        kept[title] = part(title, text)
    for title, text in measured.items():
        kept[title] = part(title, f"Of a run of its own:\n\n{conditions}\n{text}")
    rest = head.split("\n- Date:", 1)[1]
    ordered = [kept[title] for title in titles if title in kept]
    places.RESULTS.write_text("\n".join([INTRODUCTION, f"- Date:{rest.rstrip()}\n", *ordered]))
