"""Due dates as Python packages work them out: a million of them, or as many as fit in seconds.

    due_dates.py numpy|holidays|workalendar COUNT HOLIDAYS.json
    due_dates.py compare DUE.bin HOLIDAYS.json

A due date is the 20th working day after the day of receipt, where a holiday in any part of the United
Kingdom is no working day. HOLIDAYS.json is the product's own list; only numpy needs it, since the
other two packages bring holidays of their own.
"""

import datetime
import json
import sys
import time

LENGTH = 20
FIRST = datetime.date(2006, 1, 1)
LAST = datetime.date(2027, 12, 31)
CYCLE = (LAST - FIRST).days + 1
ONE = datetime.timedelta(days=1)
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def received(count):
    """The days of receipt: every day from 2006 to 2027, over and over."""
    return [FIRST + datetime.timedelta(days=index % CYCLE) for index in range(count)]


class Numpy:
    """One vectorised call for all dates at once; it gives the dates and no working."""

    def __init__(self, holidays):
        import numpy

        self.numpy = numpy
        self.calendar = numpy.busdaycalendar(holidays=numpy.array(holidays, "datetime64[D]"))

    def prepare(self, count):
        steps = self.numpy.arange(count) % CYCLE
        return self.numpy.datetime64(FIRST) + steps

    def work(self, days):
        # Backward: from a weekend the count begins with the next working day as day 1.
        return self.numpy.busday_offset(days, LENGTH, roll="backward", busdaycal=self.calendar)


class Holidays:
    """A loop over the days, with the dates of the package `holidays`, that keeps the working."""

    def __init__(self, _):
        import holidays

        years = range(FIRST.year - 1, LAST.year + 2)
        self.names = {}
        for part in ("ENG", "SCT", "NIR"):
            for day, name in holidays.country_holidays("GB", subdiv=part, years=years).items():
                self.names.setdefault(day, name)

    def prepare(self, count):
        return received(count)

    def work(self, days):
        return [self.reading(day)[-1][0] for day in days]

    def reading(self, start):
        """Every day to the due date: its number, or why it is not counted."""
        names = self.names
        working, number, day = [], 0, start
        while number < LENGTH:
            day += ONE
            weekday = day.weekday()
            if weekday >= 5:
                working.append((day, WEEKDAYS[weekday]))
            elif day in names:
                working.append((day, names[day]))
            else:
                number += 1
                working.append((day, number))
        return working


class Workalendar:
    """`add_working_days` of the package `workalendar`, with the holidays of all parts; no working."""

    def __init__(self, _):
        from workalendar.europe import Scotland, UnitedKingdom, UnitedKingdomNorthernIreland

        class AnyPart(UnitedKingdom):
            def get_calendar_holidays(self, year):
                days = super().get_calendar_holidays(year)
                for part in (Scotland(), UnitedKingdomNorthernIreland()):
                    days += part.get_calendar_holidays(year)
                return days

        self.calendar = AnyPart()

    def prepare(self, count):
        return received(count)

    def work(self, days):
        add = self.calendar.add_working_days
        return [add(day, LENGTH) for day in days]


PEERS = {"numpy": Numpy, "holidays": Holidays, "workalendar": Workalendar}


def main(name, *rest):
    if name == "compare":
        result = compare(*rest)
    else:
        count, holidays = int(rest[0]), json.load(open(rest[1]))
        peer = PEERS[name](holidays)
        days = peer.prepare(count)
        peer.work(days[:CYCLE])
        start = time.process_time()
        peer.work(days)
        result = {"count": count, "seconds": time.process_time() - start}
    print(json.dumps(result))


def compare(path, holidays):
    """On how many dates each peer says something else than the product, and the first of them."""
    import array

    due = array.array("i", open(path, "rb").read())
    holidays = json.load(open(holidays))
    epoch = datetime.date(1970, 1, 1)
    result = {}
    for name, make in PEERS.items():
        try:
            peer = make(holidays)
        except ImportError:
            continue
        count = len(due) if name == "numpy" else min(len(due), CYCLE)
        theirs = peer.work(peer.prepare(count))
        if name == "numpy":
            theirs = theirs.astype("datetime64[D]").astype(int).tolist()
        else:
            theirs = [(day - epoch).days for day in theirs]
        unlike = [index for index in range(count) if theirs[index] != due[index]]
        result[name] = {"compared": count, "unlike": len(unlike)}
        if unlike:
            first = unlike[0]
            result[name]["first"] = {
                "received": str(FIRST + datetime.timedelta(days=first % CYCLE)),
                "theirs": str(epoch + datetime.timedelta(days=theirs[first])),
                "steelyard": str(epoch + datetime.timedelta(days=due[first])),
            }
    return result


if __name__ == "__main__":
    main(*sys.argv[1:])
