# size.py FILE... - the width and height of PNG pictures.
import struct
import sys

for name in sys.argv[1:]:
    with open(name, "rb") as file:
        print(name.split("/")[-1].split(".")[0], *struct.unpack(">II", file.read(24)[16:]))
