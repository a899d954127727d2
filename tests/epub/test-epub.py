"""test-epub.py DIGLOT VOLUME - what is in the e-books of a volume, as a TAP test: every document is well-formed, every
address leads somewhere, the page list names the folios of the printed edition in order, the book of both
languages has the words of the two others, and two runs give the same bytes."""
import collections
import json
import pathlib
import posixpath
import re
import subprocess
import sys
import tempfile
import urllib.parse
import zipfile
from xml.etree import ElementTree

XHTML = "{http://www.w3.org/1999/xhtml}"
TYPE = "{http://www.idpf.org/2007/ops}type"


def build(diglot, volume, folder):
    subprocess.run([diglot, "build", volume, "-o", folder, "--edition", "screen,epub", "-q"], check=False)
    return sorted(pathlib.Path(folder, "epub").glob("*.epub"))


def documents(book):
    with zipfile.ZipFile(book) as container:
        return {name: container.read(name) for name in container.namelist()}


def trees(files):
    return {name: ElementTree.fromstring(data) for name, data in files.items() if name.endswith((".xhtml", ".opf"))}


def check_container(book):
    with zipfile.ZipFile(book) as container:
        first = container.infolist()[0]
        assert first.filename == "mimetype" and first.compress_type == zipfile.ZIP_STORED and not first.extra
        assert container.read("mimetype") == b"application/epub+zip"
        assert container.testzip() is None


def check_addresses(book):
    parsed = trees(documents(book))
    names = set(documents(book))
    ids = {name: {e.get("id") for e in tree.iter() if e.get("id")} for name, tree in parsed.items()}
    for name, tree in parsed.items():
        for element in tree.iter():
            for address in (element.get("href"), element.get("src")):
                if not address or re.match("[a-z]+:", address):
                    continue
                path, _, fragment = address.partition("#")
                target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
                assert target in names, f"{name}: {address}"
                assert not fragment or urllib.parse.unquote(fragment) in ids[target], f"{name}: {address}"


def check_pages(book, pages):
    nav = trees(documents(book))["EPUB/nav.xhtml"]
    lists = [e for e in nav.iter(XHTML + "nav") if e.get(TYPE) == "page-list"]
    folios = [int("".join(a.itertext())) for e in lists for a in e.iter(XHTML + "a")]
    assert folios == list(range(1, len(folios) + 1)), folios
    assert len(folios) > pages * 3 // 4, f"{len(folios)} of {pages} pages"
    assert len(folios) <= pages, f"{len(folios)} of {pages} pages"


def chapters(book):
    return [tree for name, tree in sorted(trees(documents(book)).items())
            if name.endswith(".xhtml") and name not in ("EPUB/nav.xhtml", "EPUB/title.xhtml")]


def words(elements):
    return collections.Counter(w for e in elements for w in re.findall(r"\w+", " ".join(e.itertext())))


def outermost(tree, side):
    """The elements of that side, whether notes or pairs."""
    found = [e for e in tree if side in (e.get("class") or "").split()]
    return found + [deeper for e in tree if e not in found for deeper in outermost(e, side)]


def check_same_texts(books):
    both = next(b for b in books if b.name.count(".") == 1)
    for language, side in (("ru", "left"), ("en", "right")):
        alone = next(b for b in books if b.name.endswith(f".{language}.epub"))
        of_one = words(tree.find(XHTML + "body") for tree in chapters(alone))
        of_both = words(e for tree in chapters(both) for e in outermost(tree.find(XHTML + "body"), side))
        of_both += words(e for tree in chapters(both) for e in tree.iter(XHTML + "section")
                         if e.get("role") == "doc-endnotes" and e.get("lang") == language)
        apart = (of_one - of_both) + (of_both - of_one)
        assert sum(apart.values()) * 100 <= sum(of_one.values()), apart.most_common(20)


def check_same_bytes(books, again):
    assert [b.read_bytes() for b in books] == [b.read_bytes() for b in again]


def main(diglot, volume):
    with tempfile.TemporaryDirectory() as scratch:
        books = build(diglot, volume, scratch + "/one")
        pages = json.loads(pathlib.Path(scratch, "one/report.json").read_text())["pages"]["screen"]
        again = build(diglot, volume, scratch + "/two")
        checks = [("there is a book of both languages and one of each", lambda: len(books) == 3 or 1 / 0)]
        for book in books:
            checks += [(f"{book.name}: container", lambda b=book: check_container(b)),
                       (f"{book.name}: addresses", lambda b=book: check_addresses(b)),
                       (f"{book.name}: pages", lambda b=book: check_pages(b, pages))]
        checks += [("the books hold the same texts", lambda: check_same_texts(books)),
                   ("two runs give the same bytes", lambda: check_same_bytes(books, again))]
        print(f"1..{len(checks)}")
        for number, (title, check) in enumerate(checks, 1):
            try:
                check()
                print(f"ok {number} - {title}")
            except Exception as fault:  # each fault is a line of the report
                print(f"not ok {number} - {title}\n# {type(fault).__name__}: {str(fault)[:2000]}")


main(sys.argv[1], sys.argv[2])
