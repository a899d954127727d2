#!/usr/bin/env python3
"""conservation.py DIGLOT FILE.pdf VOLUME - no text lost, none twice, all in order (TAP).

For each item and language the text of its blocks, as `diglot dump pairs --json` has it from the source, must stand
in order and once in the item's part of the structure tree. Letters and digits are compared: typographic rules may
change spaces, quotes and dashes. What the compiler adds (labels, words such as "Abstract", the opening) may stand
between the blocks; notes and their marks are left out on both sides.
"""

import collections
import json
import subprocess
import sys
import unicodedata

from tagged import Document

GENERATED = ("Lbl", "Note", "Reference", "Figure")


def bare(text):
    """Letters and digits only; soft hyphens and the compatibility forms of characters do not count."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in text if c.isalnum())


def source_blocks(diglot, volume):
    """Texts of blocks by item and side, in order."""
    command = [diglot, "dump", "pairs", "--json", volume]
    items = {}
    for line in subprocess.run(command, capture_output=True, check=False).stdout.decode().splitlines():
        pair = json.loads(line)
        sides = items.setdefault(pair["item"], ([], []))
        for side, name in enumerate(("left", "right")):
            sides[side].extend(block["text"] for block in pair[name] if bare(block["text"]))
    return items


def item_sections(document):
    """Section elements by item and language."""
    sections = {}
    for element in document.tree.walk():
        if element.tag == "Art" and "/ID" in element.entry:
            href = element.entry["/ID"][2:].removeprefix("item-")
            for kid in element.elements():
                sections.setdefault(href, []).append((kid.language(), kid))
    return sections


def check_side(text, blocks):
    """Findings of one item in one language."""
    at, start = 0, None
    for number, block in enumerate(blocks):
        wanted = bare(block)
        found = text.find(wanted, at)
        if found < 0:
            place = text.find(wanted)
            yield "block %d %s: %s" % (number + 1, "out of order" if place >= 0 else "lost", block[:100])
            continue
        at = found + len(wanted)
        start = found if start is None else start
    # From the first block to the last, long ones occur as often as in the source; short ones may be part of others.
    text = text[start:at]
    joined = "\0".join(bare(block) for block in blocks)
    for wanted, _ in collections.Counter(bare(b) for b in blocks if len(bare(b)) >= 60).items():
        if text.count(wanted) != joined.count(wanted):
            yield "%d times instead of %d: %s" % (text.count(wanted), joined.count(wanted), wanted[:80])


def main():
    diglot, path, volume = sys.argv[1:4]
    document = Document(path)
    sections, number, checked = item_sections(document), 0, 0
    items = source_blocks(diglot, volume)
    for href, sides in items.items():
        number += 1
        texts = [bare(document.text(element, GENERATED)) for _, element in sections.get(href, [])]
        findings = []
        for blocks in sides:
            if not blocks:
                continue
            checked += len(blocks)
            # The section of that language is the one in which most of the blocks stand.
            best = max(texts, key=lambda text: sum(bare(block) in text for block in blocks), default="")
            findings += check_side(best, blocks)
        print("%s %d - %s" % ("not ok" if findings else "ok", number, href))
        for finding in findings[:5]:
            print("#   %s" % finding)
    number += 1
    print("%s %d - %d blocks compared" % ("ok" if checked or not items else "not ok", number, checked))
    print("1..%d" % number)


if __name__ == "__main__":
    main()
