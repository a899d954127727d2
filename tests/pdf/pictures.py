#!/usr/bin/env python3
"""pictures.py DIGLOT [PAGES] - pages of the PDF look like the proofs that Cairo draws of the same display list (TAP).

Two writers that share no code must agree. Each of the first PAGES (50) pages of the sample volume is drawn by Poppler from
the screen PDF, and compared with the picture of the proof edition in squares of 8 pixels at 110 dpi (1.8 mm), by the
light that falls on each. Poppler sets glyphs on whole pixels and Cairo where they belong, so that single squares differ
by the strokes at their edges.

Tolerance: 15 per mille of the light on the mean of a page (11 were measured), 20 per cent (14) of it in any one square.
"""

import os
import struct
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DPI, SIDE, MEAN, WORST = 110, 8, 0.015, 0.20


def predict(kind, left, up, corner):
    """The filters of the PNG specification, 9.2."""
    if kind == 3:
        return (left + up) // 2
    guess = left + up - corner
    a, b, c = abs(guess - left), abs(guess - up), abs(guess - corner)
    return left if a <= b and a <= c else up if b <= c else corner


def unfiltered(kind, row, above, size):
    if kind == 0:
        return row
    if kind == 2:
        return bytearray((x + y) & 255 for x, y in zip(row, above))
    out = bytearray(len(row))
    for i, value in enumerate(row):
        left = out[i - size] if i >= size else 0
        corner = above[i - size] if i >= size else 0
        out[i] = (value + (left if kind == 1 else predict(kind, left, above[i], corner))) & 255
    return out


def rows_of_png(path):
    """Width and rows of light, 0 to 255, of an 8-bit gray or RGB PNG."""
    data, at, packed = path.read_bytes(), 8, b""
    while at < len(data):
        length, name = struct.unpack(">I4s", data[at : at + 8])
        if name == b"IHDR":
            width, height, _, color = struct.unpack(">IIBB", data[at + 8 : at + 18])
        if name == b"IDAT":
            packed += data[at + 8 : at + 8 + length]
        at += 12 + length
    raw, size = zlib.decompress(packed), 3 if color == 2 else 1
    stride, above, rows = width * size + 1, bytearray(width * size), []
    for y in range(height):
        above = unfiltered(raw[y * stride], raw[y * stride + 1 : (y + 1) * stride], above, size)
        rows.append(above if size == 1 else gray(above))
    return width, rows


def gray(row):
    """ITU-R BT.601, as Poppler makes gray."""
    return bytearray((299 * r + 587 * g + 114 * b) // 1000 for r, g, b in zip(row[::3], row[1::3], row[2::3]))


def rows_of_pgm(path):
    data = path.read_bytes()
    magic, width, height, most = data[:64].split(None, 4)[:4]
    assert magic == b"P5" and most == b"255"
    width, height = int(width), int(height)
    pixels = data[-width * height :]
    return width, [pixels[y * width : (y + 1) * width] for y in range(height)]


def squares(width, height, rows):
    """Light of each square, in rows of squares."""
    result = []
    for y in range(0, height - SIDE + 1, SIDE):
        sums = [sum(column) for column in zip(*rows[y : y + SIDE])]
        result.append([sum(sums[x : x + SIDE]) / (255 * SIDE * SIDE) for x in range(0, width - SIDE + 1, SIDE)])
    return result


def difference(own, other):
    """Mean and worst difference of light between two pictures."""
    width, height = min(own[0], other[0]), min(len(own[1]), len(other[1]))
    first, second = squares(width, height, own[1]), squares(width, height, other[1])
    off = [abs(a - b) for one, two in zip(first, second) for a, b in zip(one, two)]
    return sum(off) / len(off), max(off)


def shifted(picture, by):
    """The same picture moved to the right: what the test must notice."""
    width, rows = picture
    return width, [b"\xff" * by + bytes(row[: width - by]) for row in rows]


def main():
    diglot, pages = os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 50
    with tempfile.TemporaryDirectory(prefix="diglot-") as folder:
        environment = dict(os.environ, DIGLOT_DATA=str(ROOT))
        command = [diglot, "build", str(ROOT / "content/forum-2024"), "-o", folder + "/out", "-q", "--edition", "screen,proof"]
        subprocess.run(command, env=environment, capture_output=True, check=False)
        pdf = next(Path(folder, "out/screen").glob("*.pdf"))
        subprocess.run(["pdftoppm", "-gray", "-r", str(DPI), "-l", str(pages), str(pdf), folder + "/p"], check=True)
        others = sorted(Path(folder).glob("p-*.pgm"))
        print("1..%d" % (len(others) + 1))
        noticed = False
        for number, path in enumerate(others, 1):
            own, other = rows_of_png(Path(folder, "out/proof/page-%04d.png" % number)), rows_of_pgm(path)
            mean, worst = difference(own, other)
            good = mean <= MEAN and worst <= WORST
            print("%sok %d - page %d: mean %.1f per mille, worst %.0f per cent" % ("" if good else "not ", number, number, 1000 * mean, 100 * worst))
            noticed = noticed or difference(own, shifted(other, 3))[1] > WORST
        print("%sok %d - a page that is moved by 3 pixels is noticed" % ("" if noticed else "not ", len(others) + 1))


if __name__ == "__main__":
    main()
