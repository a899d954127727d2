#!/usr/bin/env python3
"""lines.py NAME=DUMP [...] - what the lines of justified columns are like, from what `diglot dump lines` prints.

Left column Russian, right column English, as the generated volume has them. Of lines that are justified:
  lines      all of the column, last lines of paragraphs too
  loose%     mean word space over 0.7 em (the compiler's own flag)
  wide%      mean word space over twice the natural one
  tight      word space under two thirds of the natural one (never)
  hyph%      lines that end in an inserted hyphen; ladder: how many times four or more in succession
  hang1..3   lines that end in a Russian preposition, conjunction, «не» or «ни» of so many letters
  runts      last lines of paragraphs of fewer than four letters, or that are only the end of a divided word"""
import re
import sys

# Lines further apart, in points, belong to different blocks: text and notes.
NEXT_LINE = 16
LINE = re.compile(r"(\d+) (left|right) (\S+),(\S+) (\S+) (\d+) (\S+) (.*)")
SHORT = {
    1: set("а в и к о с у".split()),
    2: set("во до за из ко на не ни но об от по со то".split()),
    3: set("без близ для изо меж над обо ото под при про что как".split()),
}


def lines_of(path):
    """(page, y, ratio, flags, text) of both columns, in the order of the dump."""
    columns = {"left": [], "right": []}
    with open(path, encoding="utf-8") as dump:
        for line in dump:
            if match := LINE.match(line):
                page, column, _, y, _, ratio, flags, text = match.groups()
                columns[column].append((int(page), float(y), int(ratio), set(flags.split(",")), text.strip()))
    return columns


def hanging(text):
    word = re.search(r"(?:^|[\s\u00a0(«„—])(\w+)$", text)
    return next((n for n in SHORT if word and word[1].lower() in SHORT[n]), 0)


def is_runt(text, above):
    letters = sum(c.isalpha() for c in text)
    rest_of_word = "hyphenated" in above and " " not in text and "\u00a0" not in text
    return rest_of_word or letters < 4


def measure(lines):
    found = {"lines": len(lines), "loose": 0, "wide": 0, "tight": 0, "hyph": 0, "ladder": 0,
             1: 0, 2: 0, 3: 0, "runts": 0}
    run, above, place = 0, set(), (0, 0.0)
    for page, y, ratio, flags, text in lines:
        if page == place[0] and y - place[1] > NEXT_LINE:
            run = 0
        run, place = run + 1 if "hyphenated" in flags else 0, (page, y)
        found["hyph"] += run > 0
        found["ladder"] += run == 4
        if "justified" in flags:
            found["loose"] += "loose" in flags
            found["wide"] += ratio > 2000
            found["tight"] += ratio < 666
            if "hyphenated" not in flags and hanging(text):
                found[hanging(text)] += 1
        elif "justified" in above:
            found["runts"] += is_runt(text, above)
        above = flags
    return found


def main():
    print("%-22s %6s %6s %6s %5s %6s %6s %6s %6s %6s %6s" % (
        "column", "lines", "loose%", "wide%", "tight", "hyph%", "ladder", "hang1", "hang2", "hang3", "runts"))
    for argument in sys.argv[1:]:
        name, path = argument.split("=", 1)
        for column, lines in lines_of(path).items():
            found = measure(lines)
            share = 100 / max(found["lines"], 1)
            print("%-22s %6d %6.2f %6.2f %5d %6.1f %6d %6d %6d %6d %6d" % (
                name + " " + column, found["lines"], found["loose"] * share, found["wide"] * share, found["tight"],
                found["hyph"] * share, found["ladder"], found[1], found[2], found[3], found["runts"]))


if __name__ == "__main__":
    main()
