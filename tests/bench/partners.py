#!/usr/bin/env python3
"""partners.py NAME=LINES,PAGES [...] - how far apart paragraphs that say the same begin, from what `diglot dump lines`
and `diglot dump pages --json` print.

For texts whose paragraphs correspond one to one, as those of the generated volume do. A paragraph is told by its
indent: its first line begins further right than the second. An item where the columns do not have as many of them each
(one is a single line) is left out. In lines of 12.5 pt, over page breaks as if the pages hung together:
  items      looked at, and of all
  begins     paragraphs that have a partner
  mean       distance of partners' beginnings; most: the greatest; level%: those on one baseline"""
import json
import re
import sys

LEADING, TEXT_HEIGHT = 12.5, 566.9
INDENT = (8, 15)
LINE = re.compile(r"(\d+) (left|right) (\S+),(\S+) ")


def items_of(path):
    """Per page the item whose text stands there."""
    with open(path, encoding="utf-8") as dump:
        pages = [json.loads(line) for line in dump]
    return {page["page"]: page["flow"] for page in pages if page["flow"].startswith("talks/")}


def beginnings(path, items):
    """Per column and item the (page, y) of the first lines of its paragraphs."""
    lines = {"left": [], "right": []}
    with open(path, encoding="utf-8") as dump:
        for match in filter(None, map(LINE.match, dump)):
            lines[match[2]].append((int(match[1]), float(match[3]), float(match[4])))
    found = {column: {item: [] for item in items.values()} for column in lines}
    for column, places in lines.items():
        for (page, x, y), (next_page, next_x, next_y) in zip(places, places[1:]):
            follows = next_page == page + 1 or abs(next_y - y - LEADING) < 0.01
            if page in items and follows and INDENT[0] < x - next_x < INDENT[1]:
                found[column][items[page]].append((page, y))
    return found["left"], found["right"]


def main():
    print("%-22s %9s %7s %6s %6s %7s" % ("partners", "items", "begins", "mean", "most", "level%"))
    for argument in sys.argv[1:]:
        name, paths = argument.split("=", 1)
        lines, pages = paths.split(",")
        left, right = beginnings(lines, items_of(pages))
        whole = [item for item in left if len(left[item]) == len(right[item])]
        apart = [abs((a[0] - b[0]) * TEXT_HEIGHT + a[1] - b[1]) / LEADING
                 for item in whole for a, b in zip(left[item], right[item])]
        print("%-22s %3d of %3d %7d %6.2f %6.1f %7.1f" % (
            name, len(whole), len(left), len(apart), sum(apart) / len(apart), max(apart),
            100 * sum(d < 0.1 for d in apart) / len(apart)))


if __name__ == "__main__":
    main()
