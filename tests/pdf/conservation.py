#!/usr/bin/env python3
"""conservation.py DIGLOT FILE.pdf VOLUME - no text lost, none twice, all in order (TAP).

For each item and language the text of its blocks, as `diglot dump pairs --json` has it from the source, must stand
in order and once in the item's part of the structure tree. Letters and digits are compared: typographic rules may
change spaces, quotes and dashes. What the compiler adds (labels, words such as "Abstract", the opening) may stand
between the blocks; notes and their marks are left out on both sides. Of tables that are set as one for both
languages, every word of either must stand in the table, and none that neither has but their labels.
"""

import html
import json
import os
import re
import subprocess
import sys
import unicodedata
from collections import Counter

from tagged import Document

GENERATED = ("Lbl", "Note", "Reference", "Figure")
LABEL_WORDS = 2  # "Таблица 1", "Table 1"


def bare(text):
    """Letters and digits only; soft hyphens and the compatibility forms of characters do not count."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in text if c.isalnum())


def pattern(text):
    """The same as an expression: where a source leaves nothing before a bracket or stop, a page number is filled in."""
    return re.compile(r"\d*?".join(bare(part) for part in re.split(r"\s(?=[).,;])", text)))


def source_text(volume, name):
    """All character data of a source file, front matter included."""
    folder = volume if os.path.isdir(volume) else os.path.dirname(volume)
    path = os.path.join(folder, name)
    if not os.path.exists(path):
        return ""
    with open(path, encoding="utf-8", errors="replace") as file:
        return bare(html.unescape(re.sub(r"<[^>]*>", "", file.read())))


def source_blocks(diglot, volume):
    """Texts of blocks by item and side, in order, with the name of their file."""
    command = [diglot, "dump", "pairs", "--json", volume]
    items = {}
    for line in subprocess.run(command, capture_output=True, check=False).stdout.decode().splitlines():
        pair = json.loads(line)
        sides = items.setdefault(pair["item"], ([], []))
        for side, name in enumerate(("left", "right")):
            sides[side].extend((block["text"], block["file"], block["kind"])
                               for block in pair[name] if bare(block["text"]))
    return items


def item_sections(document):
    """Section elements with their language by item; under None the document."""
    sections = {None: document}
    for element in document.tree.walk():
        if element.tag == "Art" and "/ID" in element.entry:
            href = element.entry["/ID"][2:].removeprefix("item-")
            for kid in element.elements():
                sections.setdefault(href, []).append((kid.language(), kid))
    return sections


def words(text):
    """Words without digits: of figures one form stands for both languages."""
    text = unicodedata.normalize("NFKC", text.replace("\u00ad", "")).casefold()
    return Counter(re.findall(r"[^\W\d_]+", text))


def take_merged(document, elements, sides, texts):
    """Takes tables that stand whole in no section out of `sides`; findings where they are not in a table of both."""
    found = [words(document.text(element, GENERATED)) for section in elements for element in section.walk()
             if element.tag == "Div" and any(kid.tag == "Table" for kid in element.elements())]
    lost = [[block for block in side if block[2] == "table" and not any(bare(block[0]) in text for text in texts)]
            for side in sides]
    for side, own in zip(sides, lost):
        side[:] = [block for block in side if block not in own]
    if len(lost[0]) != len(lost[-1]):
        yield "tables lost: %d and %d" % (len(lost[0]), len(lost[-1]))
    for left, right in zip(*lost):
        own, other = words(left[0]), words(right[0])
        if not any(own <= table and other <= table and (table - own - other).total() <= LABEL_WORDS
                   for table in found):
            yield "table in neither language nor in both: %s" % left[0][:100]


def check_side(text, blocks, whole):
    """Findings of one item in one language; `whole` is all that its source says."""
    at = 0
    for number, block in enumerate(blocks):
        wanted = pattern(block)
        found = wanted.search(text, at)
        if not found:
            yield "block %d %s: %s" % (number + 1, "out of order" if wanted.search(text) else "lost", block[:100])
            continue
        at = found.end()
    # Long blocks occur as often as in the source: in the body, and perhaps once more in the abstract.
    joined = "\0".join(bare(block) for block in blocks)
    for block in sorted({block for block in blocks if len(bare(block)) >= 60}):
        found, least, own = (len(pattern(block).findall(where)) for where in (text, joined, whole))
        if not least <= found <= max(own, least):
            yield "%d times instead of %d to %d: %s" % (found, least, max(own, least), block[:80])


def compare(diglot, path, volume):
    """(item, findings) for each item of a volume and its PDF, and how many blocks were compared."""
    sections, results, compared = item_sections(Document(path)), [], 0
    document = sections.pop(None)
    for href, sides in source_blocks(diglot, volume).items():
        texts = [bare(document.text(element, GENERATED)) for _, element in sections.get(href, [])]
        findings = list(take_merged(document, [element for _, element in sections.get(href, [])], sides, texts))
        for side in sides:
            if not side:
                continue
            blocks = [block[0] for block in side]
            compared += len(blocks)
            # The section of that language is the one in which most of the blocks stand.
            best = max(texts, key=lambda text: sum(bare(block) in text for block in blocks), default="")
            findings += check_side(best, blocks, source_text(volume, side[0][1]))
        results.append((href, findings))
    return results, compared


def can_fail():
    """Whether lost, disordered and doubled text is found."""
    blocks = ["Первый абзац, довольно длинный, чтобы его повторение было заметно среди прочих слов.", "Second one."]
    text = bare(" ".join(blocks))
    spoilt = [bare(blocks[0]), bare(" ".join(reversed(blocks))), text + text]
    return not list(check_side(text, blocks, text)) and all(list(check_side(bad, blocks, text)) for bad in spoilt)


def main():
    results, compared = compare(*sys.argv[1:4])
    print("%s 1 - lost, disordered and doubled text is found" % ("ok" if can_fail() else "not ok"))
    for number, (href, findings) in enumerate(results, 2):
        print("%s %d - %s" % ("not ok" if findings else "ok", number, href))
        for finding in findings[:5]:
            print("#   %s" % finding)
    print("# %d blocks compared" % compared)
    print("1..%d" % (len(results) + 1))


if __name__ == "__main__":
    main()
