#!/usr/bin/env python3
"""score-pairs.py GOLD.tsv PAIRS.jsonl [--least PERCENT] - how well found pairs of blocks match the true ones.

GOLD.tsv is gold.py's; PAIRS.jsonl what `diglot dump pairs --json` prints. A pair counts as found when it has exactly
the true blocks on both sides. Prints recall, precision and the share of blocks whose partners are all right, per text
and in all; status 1 when recall or precision of all is below --least."""
import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path


def read_gold(path):
    pairs = defaultdict(set)
    for row in path.read_text(encoding="utf-8").splitlines():
        item, *sides = row.split("\t")
        pairs[item].add(tuple(frozenset(int(line) for line in side.split("+") if line != "-") for side in sides))
    return pairs


def read_found(path):
    pairs = defaultdict(set)
    for row in path.read_text(encoding="utf-8").splitlines():
        pair = json.loads(row)
        pairs[pair["item"]].add(tuple(frozenset(block["line"] for block in pair[side]) for side in ("left", "right")))
    return pairs


def count(gold, found):
    right = gold & found

    def blocks(pairs):
        return sum(len(side) for pair in pairs for side in pair)

    return Counter(right=len(right), gold=len(gold), found=len(found), blocks_right=blocks(right), blocks=blocks(gold))


def row(name, counts):
    recall, precision, blocks = (100 * counts[a] / max(1, counts[b])
                                 for a, b in (("right", "gold"), ("right", "found"), ("blocks_right", "blocks")))
    print(f"{name:40} {counts['gold']:6} {counts['found']:6} {recall:7.1f} {precision:10.1f} {blocks:8.1f}")
    return min(recall, precision)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("gold", type=Path)
    arguments.add_argument("found", type=Path)
    arguments.add_argument("--least", type=float, default=0, metavar="PERCENT")
    options = arguments.parse_args()
    gold, found = read_gold(options.gold), read_found(options.found)
    total = Counter()
    print(f"{'text':40} {'true':>6} {'found':>6} {'recall':>7} {'precision':>10} {'blocks':>8}")
    for item in sorted(gold):
        counts = count(gold[item], found.get(item, set()))
        row(item, counts)
        total += counts
    if row("all", total) < options.least:
        raise SystemExit(f"below {options.least} %")


if __name__ == "__main__":
    main()
