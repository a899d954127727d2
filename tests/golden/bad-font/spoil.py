#!/usr/bin/env python3
"""spoil.py FONT rights|damage|head - forbids to embed a font, leaves it no glyphs, or gives its head no version."""
import struct, sys
path, how = sys.argv[1:]
font = bytearray(open(path, "rb").read())
for entry in range(12, 12 + 16 * struct.unpack_from(">H", font, 4)[0], 16):
    tag, offset = bytes(font[entry:entry + 4]), struct.unpack_from(">L", font, entry + 8)[0]
    if how == "rights" and tag == b"OS/2":
        struct.pack_into(">H", font, offset + 8, 2)
    if how == "head" and tag == b"head":
        struct.pack_into(">H", font, offset, 0)
    if how == "damage" and tag == b"maxp":
        struct.pack_into(">H", font, offset + 4, 0)
open(path, "wb").write(font)
