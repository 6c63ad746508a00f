"""Reads notes for Anki with Python's csv and prints each as a line of JSON."""

import csv
import html
import json
import sys

LIST = "<ul><li>"


def plain(field):
    return html.unescape(field.replace("<br/>", "\n"))


def entries(field):
    start = field.find(LIST)
    if start < 0:
        return field, []
    end = field.index("</li></ul>", start)
    return field[:start], [plain(e) for e in field[start + len(LIST) : end].split("</li><li>")]


csv.field_size_limit(10_000_000)
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    while True:
        place = file.tell()
        if not file.readline().startswith("#"):
            break
    file.seek(place)
    for number, front, back, tags in csv.reader(file, delimiter="\t"):
        stem, options = entries(front)
        right = entries(back)[1]
        print(
            json.dumps(
                {
                    "id": number,
                    "stem": plain(stem),
                    "options": [("+" if o in right else "-") + o for o in options],
                    "answers": [] if options else right,
                }
            )
        )
