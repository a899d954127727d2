"""jats.py - what the makers of test input share: where the corpora lie, JATS texts, volumes.

Blocks are written one a line, so that a block is known by its file and line: `diglot dump pairs --json` says both."""
import os
import sys
from html import escape
from pathlib import Path

SKIPPED = 77  # the status by which Meson knows a skipped test


class Skip(SystemExit):
    """What the input is made from is not there."""

    def __init__(self, reason):
        super().__init__(SKIPPED)
        self.reason = reason


def skip(reason):
    print(f"SKIP: {reason}", file=sys.stderr)
    raise Skip(reason)


def corpus(*names):
    """A path below the shared corpora: $DIGLOT_SHARED, else shared/ beside the source tree."""
    root = Path(__file__).resolve().parents[2]
    shared = Path(os.environ.get("DIGLOT_SHARED", root.parent / "shared"))
    path = shared.joinpath("corpora", *names)
    if not path.exists():
        skip(f"{path} is not there (DIGLOT_SHARED names the folder with corpora/)")
    return path


class Article:
    """A JATS article in growth. Its writers return the line on which the block begins."""

    def __init__(self, language, title, author="", kind="research-article"):
        authors = f"<contrib-group><contrib><string-name>{escape(author)}</string-name></contrib></contrib-group>"
        self.lines = [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<article article-type="{kind}" dtd-version="1.3" xml:lang="{language}">',
            f"<front><article-meta><title-group><article-title>{escape(title)}</article-title></title-group>"
            f"{authors if author else ''}</article-meta></front>",
            "<body>",
        ]
        self.open_sections = []  # their levels

    def add(self, line):
        self.lines.append(line)
        return len(self.lines)

    def element(self, name, text, identifier=None):
        mark = f' id="{escape(identifier)}"' if identifier else ""
        start = self.add(f"<{name}{mark}>{escape(text, quote=False)}</{name}>")
        self.lines[-1:] = self.lines[-1].split("\n")  # the lines of a program are lines of the file
        return start

    def heading(self, level, text, identifier=None):
        """Opens a section; those of this and deeper levels close."""
        while self.open_sections and self.open_sections[-1] >= level:
            self.open_sections.pop()
            self.add("</sec>")
        self.open_sections.append(level)
        self.add("<sec>")
        return self.element("title", text, identifier)

    def paragraph(self, text, identifier=None):
        return self.element("p", text, identifier)

    def write(self, path):
        closing = ["</sec>"] * len(self.open_sections) + ["</body>", "</article>", ""]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(self.lines + closing), encoding="utf-8")


def write_volume(folder, identifier, titles, hrefs):
    """volume.xml with one part. `titles`: the volume's title by language, in the order of its languages."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>',
             f'<volume xmlns="urn:diglot:volume:1" languages="{" ".join(titles)}" style="forum" id="{identifier}">']
    lines += [f'  <title xml:lang="{language}">{escape(title)}</title>' for language, title in titles.items()]
    lines.append('  <part id="texts">')
    lines += [f'    <title xml:lang="{language}">{escape(title)}</title>' for language, title in titles.items()]
    lines += [f'    <item href="{escape(href)}"/>' for href in hrefs]
    lines += ["  </part>", "</volume>", ""]
    (folder / "volume.xml").write_text("\n".join(lines), encoding="utf-8")
