"""What Python packages do with files before they leave.

    safety.py openpyxl|xray FILE
    safety.py redact FILE OUTPUT TERM...

Prints the seconds of processor time of the work alone and the most memory held.
"""

import json
import resource
import sys
import time


def openpyxl(path):
    import openpyxl
    book = openpyxl.load_workbook(path)
    return sum(1 for sheet in book for row in sheet.iter_rows() for cell in row if cell.value)


def xray(path):
    import asyncio
    import xray
    return len(asyncio.run(xray.inspect(path)))


def redact(path, output, *terms):
    import fitz
    document = fitz.open(path)
    found = 0
    for page in document:
        for words in terms:
            for box in page.search_for(words):
                page.add_redact_annot(box, fill=(0, 0, 0))
                found += 1
        page.apply_redactions()
    document.save(output, garbage=4, deflate=True)
    return found


PEERS = {"openpyxl": openpyxl, "xray": xray, "redact": redact}


def main(name, *arguments):
    start = time.process_time()
    found = PEERS[name](*arguments)
    print(json.dumps({
        "seconds": time.process_time() - start,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
        "found": found,
    }))


if __name__ == "__main__":
    main(*sys.argv[1:])
