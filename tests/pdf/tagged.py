"""Read a tagged PDF through qpdf: objects, marked contents with their text, the structure tree.

Independent of the writer: fonts are read by their ToUnicode maps, contents by their operators.
"""

import base64
import json
import re
import subprocess


class Pdf:
    def __init__(self, path):
        command = ["qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized", path]
        text = subprocess.run(command, capture_output=True, check=True).stdout
        self.objects = json.loads(text)["qpdf"][1]
        self.trailer = self.objects["trailer"]["value"]
        self.root = self.get(self.trailer["/Root"])
        self._codes = {}

    def get(self, value):
        """The object itself for a reference; a stream gives its dictionary."""
        while isinstance(value, str) and re.fullmatch(r"\d+ \d+ R", value):
            entry = self.objects.get("obj:" + value)
            if entry is None:
                return None
            value = entry["stream"]["dict"] if "stream" in entry else entry["value"]
        return value

    def data(self, reference):
        return base64.b64decode(self.objects["obj:" + reference]["stream"]["data"])

    def pages(self):
        """References of the page objects, in order."""
        result = []

        def walk(reference):
            node = self.get(reference)
            if node.get("/Type") == "/Pages":
                for kid in node["/Kids"]:
                    walk(kid)
            else:
                result.append(reference)

        walk(self.root["/Pages"])
        return result

    def inherited(self, page, key):
        node = self.get(page)
        while node is not None and key not in node:
            node = self.get(node.get("/Parent"))
        return self.get(node[key]) if node else None

    def codes(self, font):
        """Code to text of a font, from its ToUnicode map."""
        if font not in self._codes:
            unicode = self.get(font).get("/ToUnicode")
            self._codes[font] = read_cmap(self.data(unicode)) if unicode else {}
        return self._codes[font]

    def tree_leaves(self, reference, key):
        """The pairs of a name or number tree (key: /Names or /Nums)."""
        node = self.get(reference)
        if node is None:
            return []
        flat = node.get(key, [])
        pairs = [(self.get(flat[i]), flat[i + 1]) for i in range(0, len(flat) - 1, 2)]
        for kid in node.get("/Kids", []):
            pairs += self.tree_leaves(kid, key)
        return pairs


def string(value):
    """A string of qpdf's JSON."""
    if value is None:
        return None
    return value[2:] if value.startswith("u:") else bytes.fromhex(value[2:]).decode("latin-1")


def read_cmap(data):
    codes = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", data, re.S):
        for code, text in re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>", block):
            codes[len(code) // 2, int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", data, re.S):
        for first, last, text in re.findall(rb"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            start = bytes.fromhex(text.decode()).decode("utf-16-be")
            for code in range(int(first, 16), int(last, 16) + 1):
                codes[len(first) // 2, code] = start[:-1] + chr(ord(start[-1]) + code - int(first, 16))
    return codes


def read_codes(codes, string):
    """The text of a string, whose codes have one byte or two (`codes` has them by length and number)."""
    text, at = "", 0
    while at < len(string):
        size = 1 if (1, string[at]) in codes else 2
        text += codes.get((size, int.from_bytes(string[at : at + size], "big")), "\uFFFD")
        at += size
    return text


TOKEN = re.compile(
    rb"\s*(?:(?P<number>[-+]?(?:\d+\.?\d*|\.\d+))|(?P<name>/[^\s/<>\[\]()]*)|(?P<open><<|\[)|(?P<close>>>|\])"
    rb"|<(?P<hex>[0-9A-Fa-f\s]*)>|(?P<paren>\()|(?P<word>[A-Za-z'\"*]+\d?\*?))"
)
ESCAPES = {ord("n"): 10, ord("r"): 13, ord("t"): 9, ord("b"): 8, ord("f"): 12}


def read_string(data, at):
    """A literal string whose parenthesis stands before `at`: its bytes, and where it ends."""
    out, depth = bytearray(), 1
    while True:
        c = data[at]
        at += 1
        if c == 0x5C:
            c = data[at]
            at += 1
            if 0x30 <= c <= 0x37:
                digits = re.match(rb"[0-7]{1,3}", data[at - 1 : at + 2]).group()
                out.append(int(digits, 8) & 255)
                at += len(digits) - 1
            else:
                out.append(ESCAPES.get(c, c))
            continue
        depth += (c == 0x28) - (c == 0x29)
        if not depth:
            return bytes(out), at
        out.append(c)


def operators(data):
    """The operators of a content stream with their operands."""
    stack, operands, at = [], [], 0
    while True:
        token = TOKEN.match(data, at)
        if not token:
            if data[at:].strip():
                raise ValueError("content stream: %r" % data[at : at + 40])
            return
        at = token.end()
        kind = token.lastgroup
        value = token.group(kind)
        if kind == "number":
            operands.append(float(value))
        elif kind == "name":
            operands.append(value.decode())
        elif kind == "hex":
            operands.append(bytes.fromhex(value.decode()))
        elif kind == "paren":
            value, at = read_string(data, at)
            operands.append(value)
        elif kind == "open":
            stack.append((value, operands))
            operands = []
        elif kind == "close":
            opened, outer = stack.pop()
            if opened == b"<<":
                operands = dict(zip(operands[::2], operands[1::2]))
            operands = outer + [operands]
        elif value in (b"true", b"false", b"null"):
            operands.append(value == b"true")
        else:
            yield value.decode(), operands
            operands = []


PAINTING = set("f F f* B B* b b* S s sh Do Tj TJ ' \" BI EI".split())


class Content:
    """One marked content of a page, or an artifact: its tag, MCID or None, text, colours it paints with."""

    def __init__(self, tag, mcid, actual):
        self.tag, self.mcid, self.actual = tag, mcid, actual
        self.text, self.colors, self.paints = "", set(), 0


def page_contents(pdf, page):
    """The marked contents of a page in drawing order; what is painted outside of all has the tag None."""
    fonts = pdf.get(pdf.inherited(page, "/Resources").get("/Font", {}))
    data = pdf.data(pdf.get(page)["/Contents"])
    loose = Content(None, None, None)
    contents, nest, color, font, in_text, opened_in = [loose], [], ("g", 0.0), None, False, []
    for name, operands in operators(data):
        here = nest[-1] if nest else loose
        if name in ("BMC", "BDC"):
            properties = operands[1] if name == "BDC" else {}
            content = Content(operands[0][1:], properties.get("/MCID"), properties.get("/ActualText"))
            opened_in.append(in_text)
            nest.append(content)
            contents.append(content)
        elif name == "EMC":
            closed = nest.pop()
            if opened_in.pop() != in_text:
                raise ValueError("a marked content straddles a text object")
            if closed.actual is not None:
                closed.text = closed.actual.decode("utf-16")
            if closed.tag == "Span" and closed.mcid is None and nest:
                nest[-1].text += closed.text
        elif name in ("BT", "ET"):
            if in_text == (name == "BT"):
                raise ValueError("text objects do not nest")
            in_text = name == "BT"
        elif name in ("g", "rg", "k"):
            color = (name,) + tuple(operands)
        elif name == "Tf":
            font = fonts[operands[0]]
        elif name == "TJ":
            codes = pdf.codes(font)
            for part in operands[0]:
                if isinstance(part, bytes):
                    here.text += read_codes(codes, part)
        if name in PAINTING:
            here.paints += 1
            here.colors.add(color)
    if nest:
        raise ValueError("a marked content is not closed")
    return contents


class Element:
    def __init__(self, pdf, reference, parent):
        entry = pdf.get(reference)
        self.reference, self.entry, self.parent = reference, entry, parent
        self.tag = entry["/S"][1:]
        self.kids = []  # Element, ("content", page, mcid) or ("annotation", reference)
        kids = entry.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            value = pdf.get(kid)
            if isinstance(value, int):
                self.kids.append(("content", entry["/Pg"], value))
            elif value.get("/Type") == "/MCR":
                self.kids.append(("content", value.get("/Pg", entry.get("/Pg")), value["/MCID"]))
            elif value.get("/Type") == "/OBJR":
                self.kids.append(("annotation", value["/Obj"]))
            else:
                self.kids.append(Element(pdf, kid, self))

    def walk(self):
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()

    def elements(self):
        return [kid for kid in self.kids if isinstance(kid, Element)]

    def language(self):
        element = self
        while element is not None:
            if "/Lang" in element.entry:
                return string(element.entry["/Lang"])
            element = element.parent
        return None

    def is_term(self):
        item = self.parent
        return self.tag == "Lbl" and item.tag == "LI" and not item.parent.attribute("/ListNumbering")

    def attribute(self, name):
        attributes = self.entry.get("/A", [])
        for group in attributes if isinstance(attributes, list) else [attributes]:
            if name in group:
                return group[name]
        return None


class Document:
    """A file with its contents by (page, MCID) and its structure tree."""

    def __init__(self, path):
        self.pdf = Pdf(path)
        self.pages = self.pdf.pages()
        self.contents = {page: page_contents(self.pdf, page) for page in self.pages}
        self.marked = {
            (page, content.mcid): content
            for page in self.pages
            for content in self.contents[page]
            if content.mcid is not None
        }
        self.root = self.pdf.get(self.pdf.root["/StructTreeRoot"])
        self.tree = Element(self.pdf, self.root["/K"], None)

    def text(self, element, leave_out=()):
        """The text of an element in the order of reading, without the subtrees of some tags.

        The term of a definition is a label that holds text; labels of numbered and marked lists do not.
        """
        result = []
        for kid in element.kids:
            if isinstance(kid, Element):
                if kid.tag not in leave_out or kid.is_term():
                    result.append(self.text(kid, leave_out))
            elif kid[0] == "content" and (kid[1], kid[2]) in self.marked:
                result.append(self.marked[kid[1], kid[2]].text)
        joint = "" if element.tag in ("P", "H1", "H2", "H3", "H4", "H5", "H6", "Span", "Link", "Code") else "\n"
        return joint.join(result)
