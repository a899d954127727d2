#!/usr/bin/env python3
"""square.py FILE.ttf [--variable] - write Diglot Square, a TrueType font for tests.

Every glyph is 1024 of 1024 units wide, so a text's width in ems is its number of characters. No kerning, no
ligatures, no hints; same bytes on every run. The variable font, Diglot Variable, has an axis of weight on which squares
grow taller, and names the instances Regular (400) and Bold (700). Written from the OpenType specification 1.9, chapters by table."""
import struct
import sys

UPEM = 1024
ASCENT, DESCENT = 768, -256
CAP_HEIGHT, X_HEIGHT, LOW_HEIGHT = 768, 512, 256
SIDE = 64  # blank left and right of a drawn square
FAMILY = "Diglot Square"
VERSION = "Version 1.000"

SPACES = [0x20, 0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000]
DRAWN = [
    *range(0x21, 0x7F), *range(0xA1, 0x100),     # ASCII, Latin-1 with guillemets and the soft hyphen
    0x131, 0x141, 0x142, 0x152, 0x153, 0x160, 0x161, 0x17D, 0x17E,
    *range(0x400, 0x460), 0x490, 0x491,          # Cyrillic
    *range(0x2010, 0x2028), *range(0x2030, 0x205F),  # dashes, quotes, ellipsis, per mille, primes
    0x2070, *range(0x2074, 0x208F),              # superior and inferior figures
    0x20AC, 0x20BD, 0x2113, 0x2116, 0x2122,      # euro, rouble, litre, numero, trade mark
    0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x221E, 0x2248, 0x2260, 0x2264, 0x2265, 0x25A0, 0x25A1, 0x25CF,
]
CHARACTERS = sorted(SPACES + DRAWN)


def height_of(character):
    """Upper edge of the square: letters differ from capitals, and both from points."""
    letter = chr(character)
    if letter.isalpha() and letter.lower() == letter:
        return X_HEIGHT
    if letter.isalnum():
        return CAP_HEIGHT
    return LOW_HEIGHT


def outline(height):
    """A filled square standing on the baseline: glyf, simple glyph description."""
    left, right = SIDE, UPEM - SIDE
    points = [(left, 0), (left, height), (right, height), (right, 0)]
    data = struct.pack(">hhhhh", 1, left, 0, right, height)
    data += struct.pack(">HH", len(points) - 1, 0)  # last point of the contour, no instructions
    data += bytes([1]) * len(points)                # on the curve, coordinates as words
    for axis in (0, 1):
        before = 0
        for point in points:
            data += struct.pack(">h", point[axis] - before)
            before = point[axis]
    return data + b"\0" * (-len(data) % 4)


def glyphs():
    """Outlines by glyph number: .notdef, then one glyph for each of CHARACTERS."""
    return [outline(CAP_HEIGHT)] + [b"" if c in SPACES else outline(height_of(c)) for c in CHARACTERS]


def cmap():
    """One format 4 subtable for the Basic Multilingual Plane; a segment for each run of characters."""
    runs = []
    for glyph, character in enumerate(CHARACTERS, 1):
        if runs and character == runs[-1][1] + 1:
            runs[-1][1] = character
        else:
            runs.append([character, character, glyph])
    runs.append([0xFFFF, 0xFFFF, 0x10000])  # the segment that closes the table maps to glyph 0
    n = len(runs)
    power = 1 << (n.bit_length() - 1)
    body = struct.pack(">HHHH", 2 * n, 2 * power, power.bit_length() - 1, 2 * (n - power))
    body += struct.pack(f">{n}H", *(end for _, end, _ in runs)) + b"\0\0"
    body += struct.pack(f">{n}H", *(start for start, _, _ in runs))
    body += struct.pack(f">{n}H", *((glyph - start) & 0xFFFF for start, _, glyph in runs))
    body += struct.pack(f">{n}H", *[0] * n)
    body = struct.pack(">HHH", 4, len(body) + 6, 0) + body
    return struct.pack(">HHHHI", 0, 1, 3, 1, 12) + body


def name(family, more):
    postscript = family.replace(" ", "") + "-Regular"
    texts = {1: family, 2: "Regular", 3: f"{VERSION};{postscript}", 4: f"{family} Regular", 5: VERSION, 6: postscript, **more}
    records, storage = b"", b""
    for number, text in texts.items():
        coded = text.encode("utf-16-be")
        records += struct.pack(">HHHHHH", 3, 1, 0x409, number, len(coded), len(storage))
        storage += coded
    return struct.pack(">HHH", 0, len(texts), 6 + len(records)) + records + storage


def os2():
    """Version 4. Embedding is allowed; line height comes from the typographic metrics."""
    use_typographic_metrics, regular = 1 << 7, 1 << 6
    data = struct.pack(">HhHHH", 4, UPEM, 400, 5, 0)
    data += struct.pack(">10h", 512, 512, 0, 0, 512, 512, 0, 256, 51, 256)  # sub- and superscripts, strikeout
    data += struct.pack(">h10s", 0, bytes(10))
    data += struct.pack(">4I", 0x00000203, 0, 0, 0)  # Basic Latin, Latin-1, Cyrillic
    data += b"DGLT" + struct.pack(">HHH", use_typographic_metrics | regular, CHARACTERS[0], CHARACTERS[-1])
    data += struct.pack(">hhhHH", ASCENT, DESCENT, 0, ASCENT, -DESCENT)
    data += struct.pack(">II", 0x00000005, 0)        # code pages 1252 and 1251
    return data + struct.pack(">hhHHH", X_HEIGHT, CAP_HEIGHT, 0, 0x20, 0)


AXIS_NAME, BOLD_NAME = 256, 257
LIGHTEST, BOLD = 400, 700
GROWTH = 128  # of the upper edge, from the lightest to bold


def fvar():
    """One axis, from the lightest to bold, and an instance at each end."""
    data = struct.pack(">HHHHHHHH", 1, 0, 16, 2, 1, 20, 2, 8)
    data += b"wght" + struct.pack(">iiiHH", LIGHTEST << 16, LIGHTEST << 16, BOLD << 16, 0, AXIS_NAME)
    return data + struct.pack(">HHi", 2, 0, LIGHTEST << 16) + struct.pack(">HHi", BOLD_NAME, 0, BOLD << 16)


def gvar(shapes):
    """Of each drawn glyph: at the end of the axis its two upper points are higher. Phantom points stay."""
    no_x = bytes([0x80 | 7])                                                   # eight zeros
    up_y = bytes([0x80]) + bytes([0x40 | 1]) + struct.pack(">hh", GROWTH, GROWTH) + bytes([0x80 | 4])
    deltas = bytes([0]) + no_x + up_y                                          # of all points
    variation = struct.pack(">HH", 1, 10) + struct.pack(">HHh", len(deltas), 0x8000 | 0x2000, 0x4000) + deltas
    variation += b"\0" * (len(variation) % 2)
    offsets, body = [0], b""
    for shape in shapes:
        body += variation if shape else b""
        offsets.append(len(body))
    n = len(shapes)
    start = 20 + 4 * (n + 1)
    return struct.pack(">HHHHIHHI", 1, 0, 1, 0, start, n, 1, start) + struct.pack(f">{n + 1}I", *offsets) + body


def tables(variable):
    shapes = glyphs()
    offsets = [0]
    for shape in shapes:
        offsets.append(offsets[-1] + len(shape))
    n = len(shapes)
    box = (SIDE, 0, UPEM - SIDE, CAP_HEIGHT)
    axes = {b"fvar": fvar(), b"gvar": gvar(shapes)} if variable else {}
    return dict(sorted({
        **axes,
        b"OS/2": os2(),
        b"cmap": cmap(),
        b"glyf": b"".join(shapes),
        b"head": struct.pack(">IIIIHHqq4hHHhhh", 0x10000, 0x10000, 0, 0x5F0F3CF5, 3, UPEM, 0, 0, *box, 0, 8, 2, 1, 0),
        b"hhea": struct.pack(">IhhhHhhhhhh4hhH", 0x10000, ASCENT, DESCENT, 0, UPEM, SIDE, SIDE, UPEM - SIDE, 1, 0, 0,
                             0, 0, 0, 0, 0, n),
        b"hmtx": b"".join(struct.pack(">Hh", UPEM, SIDE if shape else 0) for shape in shapes),
        b"loca": struct.pack(f">{n + 1}I", *offsets),
        b"maxp": struct.pack(">IHHHHHHHHHHHHHH", 0x10000, n, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
        b"name": name("Diglot Variable", {AXIS_NAME: "Weight", BOLD_NAME: "Bold"}) if variable else name(FAMILY, {}),
        b"post": struct.pack(">IIhhIIIII", 0x30000, 0, -128, 51, 1, 0, 0, 0, 0),  # fixed pitch, no glyph names
    }.items()))


def checksum(data):
    data += b"\0" * (-len(data) % 4)
    return sum(struct.unpack(f">{len(data) // 4}I", data)) & 0xFFFFFFFF


def font(variable):
    parts = tables(variable)
    n = len(parts)
    power = 1 << (n.bit_length() - 1)
    header = struct.pack(">IHHHH", 0x10000, n, 16 * power, power.bit_length() - 1, 16 * (n - power))
    offset = len(header) + 16 * n
    body = b""
    for tag, data in parts.items():
        header += struct.pack(">4sIII", tag, checksum(data), offset + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    whole = bytearray(header + body)
    head = header.index(b"head")
    adjustment = struct.unpack(">I", header[head + 8:head + 12])[0] + 8
    whole[adjustment:adjustment + 4] = struct.pack(">I", (0xB1B0AFBA - checksum(bytes(whole))) & 0xFFFFFFFF)
    return bytes(whole)


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3) or sys.argv[2:] not in ([], ["--variable"]):
        sys.exit(__doc__)
    with open(sys.argv[1], "wb") as file:
        file.write(font(len(sys.argv) == 3))
