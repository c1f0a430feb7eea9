"""Files that are made to be measured: a workbook as a finance system gives them, and a report in PDF."""

import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
COLUMNS = "ABCDEFGH"
WORDS = 5_000

PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{KIND}.sheet.main+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{KIND}.sharedStrings+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{KIND}.worksheet+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet2.xml" ContentType="{KIND}.worksheet+xml"/>'
        "</Types>"),
    "_rels/.rels": (
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'),
    "xl/workbook.xml": (
        f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>'
        '<sheet name="Spending" sheetId="1" r:id="rId1"/>'
        '<sheet name="Sources" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>'),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{RELATIONS}/worksheet" Target="worksheets/sheet2.xml"/>'
        f'<Relationship Id="rId3" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>'
        "</Relationships>"),
    "xl/worksheets/sheet2.xml": (
        f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row>'
        "</sheetData></worksheet>"),
    "xl/sharedStrings.xml": (
        f'<sst xmlns="{MAIN}" uniqueCount="{WORDS}"><si><t>Alex Thornbury</t></si>'
        + "".join(f"<si><t>Unit {number}</t></si>" for number in range(1, WORDS)) + "</sst>"),
}


def workbook(path, rows):
    """Eight columns of numbers and words, `rows` rows of them; a second sheet is hidden."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in PARTS.items():
            archive.writestr(name, text)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(f'<worksheet xmlns="{MAIN}"><sheetData>'.encode())
            for row in range(1, rows + 1):
                numbers = "".join(
                    f'<c r="{column}{row}"><v>{(row * 7919 + at * 104729) % 1000003}</v></c>'
                    for at, column in enumerate(COLUMNS[:6]))
                words = "".join(
                    f'<c r="{column}{row}" t="s"><v>{1 + row * at % (WORDS - 1)}</v></c>'
                    for at, column in ((3, "G"), (5, "H")))
                sheet.write(f'<row r="{row}">{numbers}{words}</row>'.encode())
            sheet.write(b"</sheetData></worksheet>")
    return path


def report(path, pages):
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
