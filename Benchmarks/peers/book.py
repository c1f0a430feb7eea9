"""Parses the statute book's data files with PyYAML, over its C library where that is there.

    book.py SECONDS FOLDER
"""

import json
import pathlib
import sys
import time

import yaml

loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
texts = [path.read_text() for path in sorted(pathlib.Path(sys.argv[2]).rglob("*.yaml"))]
limit = float(sys.argv[1])


def work():
    for text in texts:
        yaml.load(text, loader)


work()
count, start = 0, time.process_time()
while True:
    work()
    count += 1
    taken = time.process_time() - start
    if taken >= limit:
        break
print(json.dumps({"count": count, "seconds": taken, "loader": loader.__name__}))
