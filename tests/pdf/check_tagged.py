#!/usr/bin/env python3
"""check_tagged.py FILE.pdf ... - rules of tagged, archivable PDF that the screen PDF keeps (TAP).

Each rule is a function that yields findings. With --can-fail each rule is tried on the first file after one thing
in it has been broken, and must find it.
"""

import base64
import struct
import sys

from tagged import Document, Element, string

RULES = []


def rule(title, spoil=None):
    """`spoil` breaks a document so that the rule has something to find; None when there is nothing to break."""

    def keep(function):
        RULES.append((title, function, spoil))
        return function

    return keep


def elements(document, *tags):
    return [element for element in document.tree.walk() if not tags or element.tag in tags]


def first(document, *tags):
    found = elements(document, *tags)
    return found[0] if found else None


def annotations(document):
    for page in document.pages:
        for reference in document.pdf.get(page).get("/Annots", []):
            yield page, reference, document.pdf.get(reference)


def unset(dictionary, key):
    return dictionary.pop(key, None) is not None


# ---- the file ----


@rule("the catalog says that the file is tagged, its language, and shows the title",
      lambda d: unset(d.pdf.root, "/Lang"))
def catalog(document):
    root = document.pdf.root
    if not document.pdf.get(root.get("/MarkInfo", {})).get("/Marked"):
        yield "not marked"
    if not string(root.get("/Lang")):
        yield "no language"
    if not document.pdf.get(root.get("/ViewerPreferences", {})).get("/DisplayDocTitle"):
        yield "the title is not shown"
    if "/Metadata" not in root:
        yield "no metadata"
    if not root.get("/OutputIntents"):
        yield "no output intent"


@rule("the trailer has an ID", lambda d: unset(d.pdf.trailer, "/ID"))
def trailer(document):
    if "/ID" not in document.pdf.trailer:
        yield "no ID"


@rule("fonts are embedded subsets with ToUnicode and a map to glyphs",
      lambda d: unset(next(f for f in fonts_of(d) if f.get("/Subtype") == "/CIDFontType2"), "/CIDToGIDMap"))
def fonts(document):
    for font in fonts_of(document):
        if font.get("/Subtype") == "/Type0" and "/ToUnicode" not in font:
            yield font.get("/BaseFont", "") + " has no ToUnicode"
        if font.get("/Subtype") == "/CIDFontType2" and "/CIDToGIDMap" not in font:
            yield font.get("/BaseFont", "") + " has no CIDToGIDMap"
        if "/FontDescriptor" in font:
            descriptor = document.pdf.get(font["/FontDescriptor"])
            if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor):
                yield font.get("/BaseFont", "") + " is not embedded"
            if font.get("/BaseFont", "")[7:8] != "+":
                yield font.get("/BaseFont", "") + " has no subset tag"


def fonts_of(document):
    for entry in document.pdf.objects.values():
        value = entry.get("value")
        if isinstance(value, dict) and value.get("/Type") == "/Font":
            yield value


def fixed(data, at):
    return struct.unpack(">i", data[at : at + 4])[0] / 65536


@rule("the profile of the output intent is sound and its colours add up to white",
      lambda d: spoil_profile(d))
def profile(document):
    for reference in document.pdf.root.get("/OutputIntents", []):
        data = document.pdf.data(document.pdf.get(reference)["/DestOutputProfile"])
        if len(data) != struct.unpack(">I", data[:4])[0] or data[36:40] != b"acsp" or data[16:20] != b"RGB ":
            yield "wrong header"
        tags = {}
        for i in range(struct.unpack(">I", data[128:132])[0]):
            name, offset, size = struct.unpack(">4sII", data[132 + 12 * i : 144 + 12 * i])
            tags[name] = offset
            if offset % 4 or offset + size > len(data):
                yield "%s lies outside" % name
        if not {b"desc", b"cprt", b"wtpt", b"rTRC", b"gTRC", b"bTRC"} <= set(tags):
            yield "tags are missing"
        for i, white in enumerate((0.9642, 1, 0.8249)):
            light = sum(fixed(data, tags[name] + 8 + 4 * i) for name in (b"rXYZ", b"gXYZ", b"bXYZ"))
            if abs(light - white) > 0.0005:
                yield "component %d of white is %f" % (i, light)


def spoil_profile(document):
    intent = document.pdf.get(document.pdf.root["/OutputIntents"][0])
    stream = document.pdf.objects["obj:" + intent["/DestOutputProfile"]]["stream"]
    data = bytearray(base64.b64decode(stream["data"]))
    data[data.rindex(b"XYZ ") + 9] ^= 0x40
    stream["data"] = base64.b64encode(data).decode()
    return True


# ---- contents and the tree ----


@rule("everything painted is a marked content or an artifact",
      lambda d: setattr(d.contents[d.pages[0]][0], "paints", 1) or True)
def all_marked(document):
    for page in document.pages:
        for content in document.contents[page]:
            if content.paints and content.tag is None:
                yield "%s paints outside of marked contents" % page


@rule("each marked content belongs to exactly one element, which names its tag",
      lambda d: bool(d.marked) and (d.marked.__setitem__(("0 0 R", 0), next(iter(d.marked.values()))) or True))
def contents_owned(document):
    owned = {}
    for element in elements(document):
        for kid in element.kids:
            if isinstance(kid, Element) or kid[0] != "content":
                continue
            key = (kid[1], kid[2])
            if key in owned:
                yield "%s %s has two owners" % key
            owned[key] = element
            if key not in document.marked:
                yield "%s %s is not on the page" % key
            elif document.marked[key].tag not in (element.tag, element.tag.rstrip("123456")):
                yield "%s %s is a %s in the page and a %s in the tree" % (
                    key + (document.marked[key].tag, element.tag))
    for key in document.marked:
        if key not in owned:
            yield "%s %s has no owner" % key


@rule("the parent tree leads from contents and annotations back to their elements",
      lambda d: unset(d.root, "/ParentTree"))
def parent_tree(document):
    pairs = document.pdf.tree_leaves(document.root.get("/ParentTree"), "/Nums")
    parents = dict(pairs)
    if list(parents) != sorted(parents) or len(parents) != len(pairs):
        yield "keys do not ascend"
    if document.root.get("/ParentTreeNextKey") != len(parents):
        yield "wrong next key"
    kids = {}
    for element in elements(document):
        for kid in element.kids:
            if not isinstance(kid, Element):
                kids[kid[1:]] = element.reference
    for page in document.pages:
        key = document.pdf.get(page).get("/StructParents")
        owners = document.pdf.get(parents.get(key))
        for content in document.contents[page]:
            if content.mcid is None:
                continue
            mcid = int(content.mcid)
            if owners is None or mcid >= len(owners) or owners[mcid] != kids.get((page, mcid)):
                yield "%s %d leads elsewhere" % (page, mcid)
    for page, reference, annotation in annotations(document):
        if parents.get(annotation.get("/StructParent")) != kids.get((reference,)):
            yield "annotation %s leads elsewhere" % reference


@rule("text is shown with characters that have a meaning",
      lambda d: bool(d.marked) and (setattr(next(iter(d.marked.values())), "text", "\uFFFD") or True))
def characters(document):
    for key, content in document.marked.items():
        if "\uFFFD" in content.text or "\0" in content.text:
            yield "%s %s: %r" % (key + (content.text[:60],))


@rule("black text is black ink alone: colours are gray unless they are meant to be coloured",
      lambda d: bool(d.marked) and (next(iter(d.marked.values())).colors.add(("rg", 0.0, 0.0, 0.0)) or True))
def black(document):
    for page in document.pages:
        for content in document.contents[page]:
            for color in content.colors:
                if color[0] == "rg" and len(set(color[1:])) == 1 or color[0] == "k":
                    yield "%s %s paints with %s" % (page, content.tag, color)


@rule("headings start at level 1 and skip none on the way down",
      lambda d: first(d, "H1") and (setattr(first(d, "H1"), "tag", "H3") or True))
def headings(document):
    level = 0
    for element in elements(document, "H1", "H2", "H3", "H4", "H5", "H6"):
        own = int(element.tag[1])
        if own > level + 1:
            yield "H%d follows H%d: %s" % (own, level, document.text(element)[:60])
        level = own


PARENTS = {
    "LI": ("L",), "LBody": ("LI",), "TR": ("Table", "THead", "TBody"), "TH": ("TR",), "TD": ("TR",),
    "THead": ("Table",), "TBody": ("Table",), "TOCI": ("TOC",),
}
KIDS = {
    "L": {"LI", "L", "Caption"}, "LI": {"Lbl", "LBody"}, "Table": {"Caption", "THead", "TBody", "TR"},
    "THead": {"TR"}, "TBody": {"TR"}, "TR": {"TH", "TD"}, "TOC": {"TOCI", "TOC", "Caption"},
}


@rule("lists, tables and contents lists are built of what they may hold",
      lambda d: first(d, "LI", "TR", "TOCI") and (setattr(first(d, "LI", "TR", "TOCI"), "tag", "TD") or True))
def nesting(document):
    for element in elements(document):
        parent = element.parent.tag if element.parent else None
        if element.tag in PARENTS and parent not in PARENTS[element.tag]:
            yield "%s stands in %s" % (element.tag, parent)
        for kid in element.kids:
            tag = kid.tag if isinstance(kid, Element) else kid[0]
            if element.tag in KIDS and tag not in KIDS[element.tag]:
                yield "%s holds %s" % (element.tag, tag)
        if element.tag == "Table" and [k.tag for k in element.elements()].count("Caption") > 1:
            yield "two captions"


@rule("rows of a table have the same number of columns",
      lambda d: first(d, "TR") and (first(d, "TR").kids.append(first(d, "TR").kids[0]) or True))
def columns(document):
    for table in elements(document, "Table"):
        rows = [row for row in table.walk() if row.tag == "TR"]
        widths, hanging = [], {}
        for number, row in enumerate(rows):
            width = hanging.pop(number, 0)
            for cell in row.elements():
                span = cell.attribute("/ColSpan") or 1
                width += span
                for below in range(1, cell.attribute("/RowSpan") or 1):
                    hanging[number + below] = hanging.get(number + below, 0) + span
            widths.append(width)
        if len(set(widths)) > 1:
            yield "%s: %s" % (document.text(table)[:40].strip(), widths)


@rule("header cells have a scope",
      lambda d: first(d, "TH") and unset(first(d, "TH").entry, "/A"))
def scopes(document):
    for cell in elements(document, "TH"):
        if cell.attribute("/Scope") not in ("/Column", "/Row", "/Both"):
            yield "no scope: " + document.text(cell)[:40]


@rule("figures and formulas have a description",
      lambda d: first(d, "Figure", "Formula") and unset(first(d, "Figure", "Formula").entry, "/Alt"))
def descriptions(document):
    for element in elements(document, "Figure", "Formula"):
        if not (string(element.entry.get("/Alt")) or "").strip():
            yield "%s without a description" % element.tag
        if element.tag == "Figure" and not element.attribute("/BBox"):
            yield "a figure without a box"


@rule("notes have IDs, each once, in the tree of IDs",
      lambda d: first(d, "Note") and unset(first(d, "Note").entry, "/ID"))
def notes(document):
    named = dict(document.pdf.tree_leaves(document.root.get("/IDTree"), "/Names"))
    if list(named) != sorted(named, key=lambda name: string(name).encode()):
        yield "names do not ascend"
    seen = set()
    for element in elements(document):
        name = element.entry.get("/ID")
        if element.tag == "Note" and not name:
            yield "a note without an ID"
        if name and (name in seen or named.get(name) != element.reference):
            yield "%s is not the name of this element alone" % string(name)
        seen.add(name)


@rule("links are printed, described, and stand in Link elements",
      lambda d: next(annotations(d), None) and unset(next(annotations(d))[2], "/Contents"))
def links(document):
    held = {kid[1]: element for element in elements(document) for kid in element.kids
            if not isinstance(kid, Element) and kid[0] == "annotation"}
    destinations = {name for name, _ in document.pdf.tree_leaves(
        document.pdf.get(document.pdf.root.get("/Names", {})).get("/Dests"), "/Names")}
    for page, reference, annotation in annotations(document):
        if annotation.get("/F") != 4 or not string(annotation.get("/Contents")):
            yield "annotation %s has no /F 4 or no /Contents" % reference
        if reference not in held or held[reference].tag != "Link":
            yield "annotation %s stands in no Link" % reference
        if "/Dest" in annotation and annotation["/Dest"] not in destinations:
            yield "%s leads nowhere" % annotation["/Dest"]


@rule("pages are read in the order of structure", lambda d: unset(d.pdf.get(d.pages[0]), "/Tabs"))
def tabs(document):
    for page in document.pages:
        if document.pdf.get(page).get("/Tabs") != "/S":
            yield page


@rule("text has a language", lambda d: unset(d.pdf.root, "/Lang") and all(
    unset(e.entry, "/Lang") or True for e in elements(d)))
def languages(document):
    default = string(document.pdf.root.get("/Lang"))
    for element in elements(document):
        if not (element.language() or default):
            yield element.tag
            return


def can_fail(path):
    number = 0
    for title, function, spoil in RULES:
        document = Document(path)
        before = len(list(function(document)))
        if not (spoil and spoil(document)):
            continue
        number += 1
        found = len(list(function(document))) > before
        print("%s %d - can fail: %s" % ("ok" if found else "not ok", number, title))
    return number


def main():
    paths = [path for path in sys.argv[1:] if path != "--can-fail"]
    number = can_fail(paths[0]) if "--can-fail" in sys.argv else 0
    for path in paths:
        document = Document(path)
        for title, function, _ in RULES:
            number += 1
            found = list(function(document))
            print("%s %d - %s: %s" % ("not ok" if found else "ok", number, path.rsplit("/", 1)[-1], title))
            for finding in found[:10]:
                print("#   %s" % finding)
    print("1..%d" % number)


if __name__ == "__main__":
    main()
