"""Writes the named characters of HTML, which hold the ISO and MathML sets of the JATS DTDs, as a C table.

The names come from Python's html.entities; Meson runs on Python, so it is there wherever this is built.
"""

import html.entities
import sys

names = {
    name[:-1]: text for name, text in html.entities.html5.items() if name.endswith(";")
}
with open(sys.argv[1], "w", encoding="ascii") as table:
    for name in sorted(names):
        text = "".join(f"\\{byte:03o}" for byte in names[name].encode())
        table.write(f'{{"{name}", "{text}"}},\n')
