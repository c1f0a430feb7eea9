"""Rounds in which everybody takes a turn, and the tables that come of them."""

import statistics


def interleaved(rounds, contenders):
    """Gives each contender its turn in every round; every other round runs in reverse.

    What slows the machine for a while then slows everybody, and nobody always runs first.
    """
    taken = {name: [] for name in contenders}
    for number in range(rounds):
        order = list(contenders) if number % 2 == 0 else list(reversed(contenders))
        for name in order:
            taken[name].append(contenders[name]())
    return taken


def short(value):
    """Three digits that mean something."""
    if value == 0:
        return "0"
    if abs(value) >= 1000:
        return f"{float(f'{value:.3g}'):,.0f}"
    return f"{float(f'{value:.3g}'):g}"


def spread(values, write=short):
    return " / ".join(write(f(values)) for f in (min, statistics.median, max))


def table(figures, unit, product=None, more_is_better=True):
    """A row for each contender; for a peer, how many times as good the product is, round by round."""
    if product is None:
        lines = [f"| | {unit}: min / median / max |", "|---|---|"]
        return lines + [f"| {name} | {spread(values)} |" for name, values in figures.items()]
    lines = [
        f"| | {unit}: min / median / max | Steelyard is so many times as good |",
        "|---|---|---|",
    ]
    own = figures[product]
    for name, values in figures.items():
        pairs = zip(own, values) if more_is_better else zip(values, own)
        ratio = "" if name == product else spread([above / below for above, below in pairs])
        lines.append(f"| {name} | {spread(values)} | {ratio} |")
    return lines
