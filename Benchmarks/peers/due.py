"""One due date as a program of its own, printed day by day where the peer can say why a day is left out.

    due.py numpy|holidays RECEIVED HOLIDAYS.json
"""

import datetime
import json
import sys

from due_dates import LENGTH, Holidays

name, received, file = sys.argv[1:]
if name == "numpy":
    import numpy

    days = numpy.array(json.load(open(file)), "datetime64[D]")
    print(numpy.busday_offset(received, LENGTH, roll="backward", holidays=days))
else:
    for day, count in Holidays(None).reading(datetime.date.fromisoformat(received)):
        print(day, count)
