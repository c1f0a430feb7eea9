"""Writes a letter that is already drafted: with Jinja2 as HTML or text, with python-docx for Word.

    letters.py SECONDS PAPERS.json txt|html|docx

The peers only lay out blocks that the product derived; the derivation is the product's alone.
"""

import io
import json
import sys
import time

HTML = """<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{{ title }}</title></head><body><main>
<p>{{ decision.authority.name }}<br>{{ decision.authority.address }}<br>{{ decision.authority.email }}</p>
<p>{{ addressee.name }}<br>{{ addressee.address }}</p>
<p>{{ date }}<br>Reference: {{ decision.reference }}</p><p>{{ salutation }}</p><h1>{{ title }}</h1>
{% for part in parts %}<section>{% if part.heading %}<h2>{{ part.heading }}</h2>{% endif %}
{% for block in part.blocks %}{% if block.kind == "paragraph" %}<p>{{ block.text }}</p>
{% elif block.kind == "subheading" %}<h3>{{ block.text }}</h3>
{% elif block.kind == "bullets" %}<ul>{% for point in block.points %}<li>{{ point }}</li>{% endfor %}</ul>
{% else %}<table><thead><tr>{% for cell in block.rows[0] %}<th scope="col">{{ cell }}</th>{% endfor %}
</tr></thead><tbody>{% for row in block.rows[1:] %}<tr>{% for cell in row %}<td>{{ cell }}</td>
{% endfor %}</tr>{% endfor %}</tbody></table>{% endif %}{% endfor %}</section>{% endfor %}
</main></body></html>
"""

TEXT = """{{ decision.authority.name }}
{{ decision.authority.address }}
{{ decision.authority.email }}

{{ addressee.name }}
{{ addressee.address }}

{{ date }}
Reference: {{ decision.reference }}

{{ salutation }}

{{ title }}
{% for part in parts %}{% if part.heading %}
{{ part.heading }}
{% endif %}{% for block in part.blocks %}{% if block.text %}
{{ block.text | wordwrap(78) }}
{% elif block.kind == "bullets" %}{% for point in block.points %}
- {{ point | wordwrap(76) }}{% endfor %}
{% else %}{% for row in block.rows %}
{{ row | join(" | ") | wordwrap(78) }}{% endfor %}
{% endif %}{% endfor %}{% endfor %}"""


def renderer(papers, form):
    papers.setdefault("addressee", {})
    if form == "docx":
        return lambda: docx(papers)
    import jinja2

    environment = jinja2.Environment(autoescape=form == "html")
    template = environment.from_string(HTML if form == "html" else TEXT)
    return lambda: len(template.render(papers).encode())


def docx(papers):
    import docx

    document = docx.Document()
    authority, addressee = papers["decision"]["authority"], papers.get("addressee") or {}
    for lines in (
        [authority["name"], authority["address"], authority["email"]],
        [addressee.get("name", ""), addressee.get("address", "")],
        [papers.get("date", ""), "Reference: " + papers["decision"]["reference"]],
        [papers["salutation"]],
    ):
        document.add_paragraph("\n".join(lines))
    document.add_heading(papers["title"], 0)
    for part in papers["parts"]:
        if part.get("heading"):
            document.add_heading(part["heading"], 1)
        for block in part["blocks"]:
            kind = block["kind"]
            if kind == "paragraph":
                document.add_paragraph(block["text"])
            elif kind == "subheading":
                document.add_heading(block["text"], 2)
            elif kind == "bullets":
                for point in block["points"]:
                    document.add_paragraph(point, style="List Bullet")
            else:
                rows = block["rows"]
                table = document.add_table(rows=len(rows), cols=len(rows[0]))
                for cells, row in zip(table.rows, rows):
                    for cell, text in zip(cells.cells, row):
                        cell.text = text
    stream = io.BytesIO()
    document.save(stream)
    return stream.tell()


def main(limit, papers, form):
    work = renderer(json.load(open(papers)), form)
    product = work()
    count, start = 0, time.process_time()
    while True:
        work()
        count += 1
        taken = time.process_time() - start
        if taken >= float(limit):
            break
    print(json.dumps({"count": count, "seconds": taken, "product": product}))


main(*sys.argv[1:])
