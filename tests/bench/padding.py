#!/usr/bin/env python3
"""padding.py FILE.pdf [...]   (needs pdftotext)

Estimates from the words of a PDF set in two columns what levelling the columns costs and whether it worked:
  pages    body pages looked at: those where both columns hold text
  pad%     height inked in one column only / twice the height inked in either. Lines are grown upwards to the
           commonest leading L; a stretch inked in one column only counts when it is longer than L/2. What is
           blank in both columns at once (space between paragraphs, above a heading) is never padding.
           Only lines of the commonest size of type are seen: headings, abstracts and tables set larger or smaller
           are not. `padding` of report.json counts every line that stands in a column, by its baseline, and is
           a little more: 3.2 % where this says 3.0 of the generated volume of 100 items (3.1 with all sizes).
  ragged   mean lines blank in both columns at the foot of pages that are not the last of an item
  level%   first lines of paragraphs (told by their indent) with a first line of the other column on the
           same baseline, +- 1.5 pt
  hyph%    lines that end in a hyphen, left and right column
  loose%   lines whose mean word space is over 7 pt (0.7 em at 10 pt), left and right column
  clubs    paragraphs with only their first line at the foot of a column
  widows   paragraphs with only their last line at the head of a column
"""
import re
import statistics
import subprocess
import sys
from collections import Counter, namedtuple
from html import unescape

PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">')
WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
# All in points from the upper left corner; a line's y is the lower edge of its words.
Word = namedtuple("Word", "left top right bottom text")
Line = namedtuple("Line", "y left words")
# columns: the lines of the left and of the right one; foot: where notes begin, or the page's height.
Page = namedtuple("Page", "height columns opening foot")
HYPHENS = "-\u2010\u00ad"
DASHES = "\u2014\u2013"
SENTENCE_ENDS = ".!?;:)\u00bb\u2026" + "0123456789"
LOOSE_SPACE = 7.0


def read_words(pdf):
    """Per page (width, height, words)."""
    output = subprocess.run(["pdftotext", "-bbox-layout", pdf, "-"], stdout=subprocess.PIPE, check=True).stdout
    pages = []
    for line in output.decode("utf-8", "replace").splitlines():
        if page := PAGE.search(line):
            pages.append((float(page[1]), float(page[2]), []))
        elif pages and (word := WORD.search(line)):
            pages[-1][2].append(Word(*(float(word[i]) for i in range(1, 5)), unescape(word[5])))
    return pages


def lines_of(words):
    """The words of one column, gathered into lines from the top."""
    lines = []
    for word in sorted(words, key=lambda w: (w.bottom, w.left)):
        for y, line in reversed(lines[-4:]):
            if abs(y - word.bottom) < 2.2:
                line.append(word)
                break
        else:
            lines.append((word.bottom, [word]))
    return [Line(y, min(line).left, sorted(line)) for y, line in lines]


def split_columns(width, height, words, size):
    """The Page with its running text, whose words are `size` high; smaller type at the foot is notes."""
    foot = min([w.top for w in words
                if w.bottom - w.top < 0.86 * size and w.top > height * 0.3 and len(w.text) > 2] or [height])
    body = [w for w in words if abs(w.bottom - w.top - size) <= 0.09 * size
            and 0.07 * height < w.top < min(height * 0.925, foot)]
    opening = any(w.bottom - w.top > 1.18 * size and w.top < height * 0.3 for w in words)

    def crossing(x):
        return sum(1 for w in body if w.left < x + 3 and w.right > x - 3), abs(x - width / 2)

    gutter = min(range(int(width * 0.42), int(width * 0.58)), key=crossing)
    spanning = {round(w.bottom) for w in body if w.left < gutter - 0.5 and w.right > gutter + 0.5}
    body = [w for w in body if round(w.bottom) not in spanning]
    left = lines_of([w for w in body if w.right <= gutter + 0.5])
    right = lines_of([w for w in body if w.left >= gutter - 0.5])
    return Page(height, (left, right), opening, foot)


def merged(stretches, leading):
    """Stretches (top, bottom) of ink in order, those that nearly touch joined."""
    joined = []
    for top, bottom in stretches:
        if joined and top <= joined[-1][1] + 0.35 * leading:
            joined[-1][1] = max(joined[-1][1], bottom)
        else:
            joined.append([top, bottom])
    return joined


def only_in(one, other, leading):
    """Height inked in `one` and not in `other`, in stretches over half a leading."""
    total = 0
    for top, bottom in one:
        for start, end in other:
            if end <= top or start >= bottom:
                continue
            if start - top > leading / 2:
                total += start - top
            top = max(top, end)
            if top >= bottom:
                break
        if bottom - top > leading / 2:
            total += bottom - top
    return total


def first_lines(column):
    """y of the lines that begin a paragraph: indented, and not hanging under a dash of a list."""
    margin = Counter(round(line.left) for line in column).most_common(1)[0][0]
    starts, in_item = [], False
    for line in column:
        if line.words[0].text[:1] in DASHES:
            in_item = True
            continue
        indented = 8 < line.left - margin < 16
        if indented and not in_item:
            starts.append(line.y)
        elif not indented:
            in_item = False
    return starts


def is_widow(column, starts):
    return (len(column) > 2 and column[0].y not in starts and column[1].y in starts
            and column[0].words[-1].text[-1:] in SENTENCE_ENDS)


def share(count, of):
    return 100 * count / of if of else 0


class Measure:
    """The sums over a file."""

    def __init__(self):
        self.pages = self.clubs = self.widows = self.starts = self.level = 0
        self.padding = self.height = 0.0
        self.blank_feet = []
        self.lines, self.spaced, self.hyphenated, self.loose = [0, 0], [0, 0], [0, 0], [0, 0]

    def add(self, page, leading, is_last, lowest, deepest):
        self.pages += 1
        ink = [merged(sorted((line.y - leading, line.y) for line in column), leading) for column in page.columns]
        self.padding += only_in(ink[0], ink[1], leading) + only_in(ink[1], ink[0], leading)
        self.height += 2 * sum(b - t for t, b in merged(sorted(map(tuple, ink[0] + ink[1])), leading))
        if not is_last:
            limit = min(deepest, page.foot - 0.7 * leading) if page.foot < page.height else deepest
            self.blank_feet.append(max(0, limit - lowest) / leading)
        starts = [first_lines(column) for column in page.columns]
        for side, column in enumerate(page.columns):
            self.add_lines(side, column)
            self.clubs += bool(starts[side] and not is_last and abs(column[-1].y - starts[side][-1]) < 0.1)
            self.widows += is_widow(column, starts[side])
            for y in starts[side]:
                self.starts += 1
                self.level += any(abs(y - other) < 1.5 for other in starts[1 - side])

    def add_lines(self, side, column):
        for line in column:
            end = line.words[-1].text
            self.lines[side] += 1
            self.hyphenated[side] += end[-1:] in HYPHENS and len(end) > 1
            spaces = [b.left - a.right for a, b in zip(line.words, line.words[1:])]
            if spaces:
                self.spaced[side] += 1
                self.loose[side] += statistics.mean(spaces) > LOOSE_SPACE

    def row(self, name):
        return "%-22s %5d %6.1f %7.1f %7.1f %6.1f %6.1f %8.1f %8.1f %5d %6d" % (
            name, self.pages, share(self.padding, self.height),
            statistics.mean(self.blank_feet) if self.blank_feet else 0, share(self.level, self.starts),
            *(share(self.hyphenated[side], self.lines[side]) for side in (0, 1)),
            *(share(self.loose[side], self.spaced[side]) for side in (0, 1)), self.clubs, self.widows)


HEAD = "%-22s %5s %6s %7s %7s %6s %6s %8s %8s %5s %6s" % (
    "file", "pages", "pad%", "ragged", "level%", "hyphL", "hyphR", "looseL", "looseR", "clubs", "widows")


def measure(pdf):
    pages = read_words(pdf)
    heights = Counter(round(w.bottom - w.top, 1) for _, _, words in pages for w in words)
    size = heights.most_common(1)[0][0]
    pages = [split_columns(*page, size) for page in pages]
    gaps = Counter(round(b.y - a.y, 1) for page in pages for column in page.columns for a, b in zip(column, column[1:]))
    leading = gaps.most_common(1)[0][0]
    bottoms = [max([line.y for column in page.columns for line in column] or [0]) for page in pages]
    deepest = sorted(bottoms)[int(len(bottoms) * 0.98)]
    result = Measure()
    for number, page in enumerate(pages):
        if min(len(column) for column in page.columns) < 3:
            continue
        following = pages[number + 1] if number + 1 < len(pages) else None
        is_last = following is None or following.opening or len(following.columns[0]) < 3
        result.add(page, leading, is_last, bottoms[number], deepest)
    return result.row(pdf.split("/")[-1])


if __name__ == "__main__":
    print(HEAD)
    for file in sys.argv[1:]:
        print(measure(file))
