"""The files that the walk releases, made afresh: a workbook with a sheet that hides, and a plan as PDF."""

import io
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def sheet(rows: list[list[str | int]]) -> str:
    def cell(value, row: int, column: int) -> str:
        place = f"{chr(65 + column)}{row}"
        if isinstance(value, int):
            return f'<c r="{place}"><v>{value}</v></c>'
        return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'

    body = "".join(
        f'<row r="{number}">{"".join(cell(v, number, c) for c, v in enumerate(row))}</row>'
        for number, row in enumerate(rows, 1))
    return f'<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData></worksheet>'


def workbook() -> bytes:
    """Spending by year, and a hidden sheet with the names of those who gave information."""
    parts = {
        "[Content_Types].xml": (
            f'<Types xmlns="{PACKAGE}/content-types">'
            f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/>'
            f'<Override PartName="/xl/one.xml" ContentType="{TYPE}.worksheet+xml"/>'
            f'<Override PartName="/xl/two.xml" ContentType="{TYPE}.worksheet+xml"/></Types>'),
        "_rels/.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
            f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'),
        "xl/workbook.xml": (
            f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>'
            f'<sheet name="Spending" sheetId="1" r:id="r1"/>'
            f'<sheet name="Sources" sheetId="2" state="hidden" r:id="r2"/></sheets></workbook>'),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="r1" Type="{RELATIONS}/worksheet" Target="one.xml"/>'
            f'<Relationship Id="r2" Type="{RELATIONS}/worksheet" Target="two.xml"/></Relationships>'),
        "xl/one.xml": sheet([["Year", "Spent"], [2024, 410], [2025, 460]]),
        "xl/two.xml": sheet([["Name", "Number"], ["Alex Thornbury", 4471], ["Kim Ashdown", 2096]]),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return packed.getvalue()


def plan() -> bytes:
    """A page of text about the network, with a version in it."""
    lines = [
        "Network report, October", "The gateway runs GateOS 9.16 at Castle Road.",
        "It was installed by Fennel Networks Ltd.", "The next review is in March.",
    ]
    text = "BT /F1 14 Tf 72 720 Td 22 TL " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(text)} >>\nstream\n{text}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return out
