"""Files before they leave: looking into a large workbook, into PDF files, and redacting with a proof."""

import json
import os
import subprocess
import time
import zipfile

from . import places
from .archive import MEGA
from .engine import call, peer
from .figures import interleaved, spread, table

ROWS = int(os.environ.get("STEELYARD_WORKBOOK_ROWS", "250000"))
PAGES = 200


def safety(folder, quick):
    rows, pages, rounds = (20_000, 20, 2) if quick else (ROWS, PAGES, 3)
    workbook = big_workbook(folder / "big.xlsx", rows)
    report = big_report(folder / "report.pdf", pages)
    plan = folder / "plan.json"
    plan.write_text(json.dumps({
        "schema": "redaction-plan/1",
        "marks": [{"find": "GateOS 9.16", "code": "s31(1)(a)"},
                  {"find": "Castle Road", "code": "s31(1)(a)"}],
    }))
    notes = []

    def against(name, module, *arguments):
        if places.has(module):
            return {name: lambda: call(*peer("safety.py", *arguments))}
        notes.append(f"`{module}` is not installed here; it was left out.")
        return {}

    own = "`steelyard inspect`"
    books = interleaved(rounds, {
        own: lambda: run("inspect", "--format", "jsonl", workbook),
        **against("openpyxl, every cell read", "openpyxl", "openpyxl", workbook),
        **against("mat2, its list of metadata", "libmat2", "mat2", workbook),
    })
    looks = interleaved(rounds, {
        own: lambda: run("inspect", "--format", "jsonl", report),
        **against("x-ray, bad redactions alone", "xray", "xray", report),
    })
    proved = "`steelyard redact`, with proof"
    redactions = interleaved(rounds, {
        proved: lambda: run(
            "redact", report, "--plan", plan, "-o", folder / "out.pdf", "--force"),
        **against("PyMuPDF, without proof", "fitz", "redact", report, folder / "peer.pdf"),
    })
    cells = rows * 8
    return [
        f"A workbook of {cells:,} cells ({workbook.stat().st_size / MEGA:,.1f} MB packed) and a PDF of "
        f"{pages} pages of text, made here. Processor time of the whole process and of the confined one "
        "that it starts, start-up included; of the peers that of the work alone.",
        "",
        *table(seconds(books), "seconds for the workbook", own, more_is_better=False), "",
        *table(
            {name: [turn["memory"] / MEGA for turn in turns] for name, turns in books.items()},
            "most resident MB", own, more_is_better=False), "",
        *table(
            {name: [pages / turn["seconds"] for turn in turns] for name, turns in looks.items()},
            "pages a second looked into", own), "",
        *table(
            {name: [pages / turn["seconds"] for turn in turns]
             for name, turns in redactions.items()},
            "pages a second redacted", proved), "",
        *[f"- {note}" for note in notes],
        "",
    ]


def seconds(taken):
    return {name: [turn["seconds"] for turn in turns] for name, turns in taken.items()}


def run(*arguments):
    """One run of the product: the processor time and memory of it and of what it starts."""
    before = times()
    began = time.perf_counter()
    process = subprocess.Popen(
        [str(places.PRODUCT), *map(str, arguments)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, 1):
        raise RuntimeError(f"{arguments[0]} ended with {code}")
    # The product waits for the process that it confines, so the system counts that one with it.
    return {
        "seconds": times() - before, "elapsed": time.perf_counter() - began,
        "memory": usage.ru_maxrss * 1024,
    }


def times():
    spent = os.times()
    return spent.children_user + spent.children_system


def big_workbook(path, rows):
    """Eight columns of numbers and words, as a finance system gives them; one sheet is hidden."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", (
            f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
            f'<Override PartName="/xl/s1.xml" ContentType="{kind}.worksheet+xml"/>'
            f'<Override PartName="/xl/s2.xml" ContentType="{kind}.worksheet+xml"/></Types>'))
        archive.writestr("_rels/.rels", (
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
            f'Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>'))
        archive.writestr("xl/workbook.xml", (
            f'<workbook xmlns="{main}" xmlns:r="{relations}"><sheets>'
            '<sheet name="Spending" sheetId="1" r:id="r1"/>'
            '<sheet name="Sources" sheetId="2" state="hidden" r:id="r2"/></sheets></workbook>'))
        archive.writestr("xl/_rels/workbook.xml.rels", (
            f'<Relationships xmlns="{package}/relationships">'
            f'<Relationship Id="r1" Type="{relations}/worksheet" Target="s1.xml"/>'
            f'<Relationship Id="r2" Type="{relations}/worksheet" Target="s2.xml"/></Relationships>'))
        archive.writestr("xl/s2.xml", (
            f'<worksheet xmlns="{main}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>'
            "Alex Thornbury</t></is></c></row></sheetData></worksheet>"))
        with archive.open("xl/s1.xml", "w", force_zip64=True) as sheet:
            sheet.write(f'<worksheet xmlns="{main}"><sheetData>'.encode())
            for row in range(1, rows + 1):
                numbers = "".join(
                    f'<c r="{column}{row}"><v>{(row * 7919 + at * 104729) % 1000003}</v></c>'
                    for at, column in enumerate("ABCDEF"))
                words = "".join(
                    f'<c r="{column}{row}" t="inlineStr"><is><t>Unit {row * at % 977}</t></is></c>'
                    for at, column in ((3, "G"), (5, "H")))
                sheet.write(f'<row r="{row}">{numbers}{words}</row>'.encode())
            sheet.write(b"</sheetData></worksheet>")
    return path


def big_report(path, pages):
    """Pages of forty lines, a version and an address among them."""
    objects = ["", ""]
    kids = []
    for number in range(pages):
        lines = [
            f"{number}.{line} The gateway runs GateOS 9.16 at Castle Road since the review."
            if line % 12 == 0 else f"{number}.{line} What was spent in the year was within the budget."
            for line in range(40)
        ]
        text = "BT /F1 10 Tf 50 790 Td 18 TL " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
        objects.append(f"<< /Length {len(text)} >>\nstream\n{text}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>")
        kids.append(f"{len(objects)} 0 R")
    objects[0] = "<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {pages} >>"
    out, places_of = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places_of.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places_of)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    path.write_bytes(out)
    return path
