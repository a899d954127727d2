#!/usr/bin/env python3
"""unused.py DIGLOT VOLUME STYLE - lines left unused in VOLUME by the page program and by lesser ones, side by side.

STYLE is a style folder; each rival is that style with some of the program's parts switched off. Unused are the lines
blank beside the shorter side of a pair and whole lines free at the feet of both columns, last pages left out.
Fails if the whole program leaves more than 35 % of what the plainest leaves."""
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

BLANK = 6_000_000  # the cost of a blank line: src/page/page-internal.h
MOST = 35
OFF = {
    "ratio": "-dg-column-ratio: 0.5",
    "counts": "-dg-variants: none",
    "step": "-dg-in-step: none",
    "program": "-dg-optimize: none",
}
RIVALS = [
    ("the whole program", []),
    ("natural line counts", ["counts"]),
    ("pairs parted at rows", ["step"]),
    ("columns 50:50", ["ratio"]),
    ("greedy", ["program"]),
    ("greedy, natural counts, at rows", ["program", "counts", "step"]),
    ("all of it off", list(OFF)),
]


def pages_of(diglot, volume, style, off):
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch, "style")
        shutil.copytree(style, folder)
        with open(folder / "print.css", "a", encoding="utf-8") as sheet:
            sheet.write("@page { %s }\n" % "; ".join(OFF[part] for part in off))
        output = subprocess.run([diglot, "dump", "pages", "--json", "--style", str(folder) + "/", volume],
                                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout
    return [json.loads(line) for line in output.splitlines()]


def main():
    diglot, volume, style = sys.argv[1:]
    print(f"{'':34}{'pages':>7}{'beside':>9}{'at feet':>9}{'unused':>9}{'of the last':>13}")
    rows = []
    for name, off in RIVALS:
        pages = pages_of(diglot, volume, style, off)
        beside = sum(page["terms"]["blank"] for page in pages) / BLANK
        feet = 2 * sum(max(0, int(min(page["free"]))) for page in pages if not page["last"])
        rows.append((name, sum(page["pages"] for page in pages), beside, feet))
    most = rows[-1][2] + rows[-1][3]
    for name, pages, beside, feet in rows:
        print(f"{name:34}{pages:7}{beside:9.0f}{feet:9.0f}{beside + feet:9.0f}{100 * (beside + feet) / most:11.0f} %")
    share = 100 * (rows[0][2] + rows[0][3]) / most
    if share > MOST:
        sys.exit(f"the whole program leaves {share:.0f} % of what the plainest leaves, more than {MOST} %")


if __name__ == "__main__":
    main()
