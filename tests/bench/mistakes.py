#!/usr/bin/env python3
"""mistakes.py DIGLOT [VOLUME] - how many mistakes, planted one at a time in the English side of a volume, `check` finds.

Every kind of mistake is planted in each place of the bodies where it can be; an even sample of at most MOST places is
taken. A mistake counts as found when check has findings that it has not for the volume as it is; as placed when one of
them is in the file that was changed. Same volume, same numbers."""
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

MOST = 120
ORIGIN = Path(sys.argv[2] if len(sys.argv) > 2 else Path(__file__).resolve().parents[2] / "content/forum-2024")
TEXT = re.compile(r">([^<]*)<")


def in_text(pattern, source):
    """Matches of a pattern in the running text of the body, as spans of the source."""
    start = source.index("<body>")
    for run in TEXT.finditer(source, start):
        for match in re.finditer(pattern, run[1]):
            yield run.start(1) + match.start(), run.start(1) + match.end()


def digits(source):
    for start, end in in_text(r"(?<![\w.,])\d[\d,.]*\d|(?<![\w.,])\d(?!\w)", source):
        number = source[start:end]
        yield start, end, number[:-1] + str((int(number[-1]) + 1) % 10)


def decimals(source):
    for start, end in in_text(r"(?<![\w.,])\d+\.\d+(?![\w.])", source):
        yield start, end, source[start:end].replace(".", "")


def elements(name):
    def find(source):
        for match in re.finditer(rf"\s*<{name}[ >].*?</{name}>", source[source.index("<body>"):], re.S):
            if match[0].count(f"<{name}") == 1:
                offset = source.index("<body>")
                yield match.start() + offset, match.end() + offset, ""
    return find


def letters(source):
    twins = {"a": "а", "c": "с", "e": "е", "o": "о", "p": "р", "x": "х"}
    for start, end in in_text(r"\b[a-z]{5,}\b", source):
        for i in range(start + 1, end):
            if source[i] in twins:
                yield i, i + 1, twins[source[i]]
                break


def surnames(source):
    register = (ORIGIN / "people.xml").read_text(encoding="utf-8")
    for name in sorted(set(re.findall(r"<surname>([A-Z][a-z]{3,})</surname>", register))):
        for start, end in in_text(rf"\b{name}\b", source):
            yield start, end, name


def persons(source):
    for start, end, _ in surnames(source):
        yield start, end, "Underwood"


def spellings(source):
    for start, end, name in surnames(source):
        yield start, end, name[:2] + name[3:]


KINDS = {"digit": digits, "decimal": decimals, "note": elements("fn"), "list item": elements("list-item"),
         "paragraph": elements("p"), "letter": letters, "person": persons, "spelling": spellings}


def findings(diglot, volume):
    run = subprocess.run([diglot, "check", "--diagnostics", "json", str(volume)], capture_output=True, text=True)
    rows = [json.loads(line) for line in run.stdout.splitlines() if line.startswith("{")]
    return Counter((row["code"], row["file"], row["message"]) for row in rows)


def main():
    diglot = sys.argv[1]
    with tempfile.TemporaryDirectory() as scratch:
        volume = Path(scratch) / "volume"
        shutil.copytree(ORIGIN, volume)
        before = findings(diglot, volume)
        for kind, find in KINDS.items():
            places = [(path, *place) for path in sorted(volume.rglob("*.en.xml"))
                      for place in find(path.read_text(encoding="utf-8"))]
            step = max(1, -(-len(places) // MOST))
            found = placed = 0
            sample = places[::step]
            for path, start, end, other in sample:
                source = path.read_text(encoding="utf-8")
                path.write_text(source[:start] + other + source[end:], encoding="utf-8")
                new = findings(diglot, volume) - before
                path.write_text(source, encoding="utf-8")
                stem = path.name.split(".")[0]
                found += bool(new)
                placed += any(stem in row[1] for row in new)
            print(f"{kind:10} places {len(places):5}  planted {len(sample):4}  found {found:4}  in its text {placed:4}",
                  flush=True)


main()
