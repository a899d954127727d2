#!/usr/bin/env python3
"""site_pages.py FOLDER... - the addresses of a site that lead nowhere, one a line; status 1 when there are any.

Addresses in href and src of every page below FOLDER are followed to a file and, behind "#", to an id in it. What
leads out of the site, or elsewhere on the web, is left alone."""
import html.parser
import os
import re
import sys
import urllib.parse
from pathlib import Path


class Page(html.parser.HTMLParser):
    """Text of <main> by language, notes left out; ids and addresses of the page."""
    VOID = {"br", "img", "hr", "meta", "link", "input", "wbr"}

    def __init__(self):
        super().__init__()
        self.stack, self.text, self.ids, self.links = [], {}, set(), []

    def handle_starttag(self, tag, attributes):
        a = dict(attributes)
        if a.get("id"):
            self.ids.add(a["id"])
        for name in ("href", "src"):
            if a.get(name):
                self.links.append(a[name])
        if tag not in self.VOID:
            above = self.stack[-1] if self.stack else (None, (), False, False)
            classes = (a.get("class") or "").split()
            out = above[3] or a.get("role") in ("doc-endnotes", "doc-noteref") or {"label", "missing"} & set(classes) or tag == "nav"
            own = (a["lang"],) if a.get("lang") else ()
            inside = above[2] or tag == "main"  # a foreign word belongs to the text of its side, too
            self.stack.append((tag, above[1] + own if above[2] else own or above[1], inside, out))

    def handle_endtag(self, tag):
        while self.stack and self.stack.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if self.stack and self.stack[-1][2] and not self.stack[-1][3]:
            for language in set(self.stack[-1][1]):
                self.text[language] = self.text.get(language, "") + data


def read_site(folder):
    pages = {}
    for path in folder.rglob("*.html"):
        page = Page()
        page.feed(path.read_text(encoding="utf-8"))
        pages[path.relative_to(folder).as_posix()] = page
    return pages


def dead_links(folder, pages):
    dead = []
    for name, page in pages.items():
        for link in page.links:
            if re.match(r"[a-z]+:", link):
                continue
            path, _, fragment = map(urllib.parse.unquote, link.partition("#"))
            target = (Path(name).parent / path).as_posix() if path else name
            target = os.path.normpath(target)
            if path and target.startswith(".."):
                continue  # another edition
            if path and not (folder / target).exists():
                dead.append("%s: %s" % (name, link))
            elif fragment and target in pages and fragment not in pages[target].ids:
                dead.append("%s: #%s" % (name, fragment))
    return dead


def main():
    dead = []
    for folder in map(Path, sys.argv[1:]):
        pages = read_site(folder)
        dead += dead_links(folder, pages) if pages else [f"{folder}: no page"]
    print("\n".join(dead))
    return 1 if dead else 0


if __name__ == "__main__":
    sys.exit(main())
