#!/usr/bin/env python3
"""real.py RU.txt EN.txt DIR - a volume of one item from two texts whose lines correspond (parallel-ru-en of the corpora).

Lines 1 and 2 are author and title; three lines make a paragraph, for they are sentences; <h1> begins a section."""
import pathlib
import re
import sys
from xml.sax.saxutils import escape

LINES_A_PARAGRAPH = 3


def blocks_of(path):
    """(is heading, text) for every block; both languages have the same ones, for their tags are at the same lines."""
    blocks, gathered = [], []

    def close():
        if gathered:
            blocks.append((False, " ".join(gathered)))
            gathered.clear()

    for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines()[2:]:
        for part in re.split(r"<delimiter>|(<h1>.*?</h1>)", line):
            if not part or not part.strip():
                continue
            if part.startswith("<h1>"):
                close()
                blocks.append((True, part[4:-5]))
                continue
            gathered.append(part.strip())
            if len(gathered) == LINES_A_PARAGRAPH:
                close()
    close()
    return blocks


def article(path, language):
    author, title = pathlib.Path(path).read_text(encoding="utf-8").splitlines()[:2]
    title = re.sub(r"<delimiter>.*|<[^>]*>", "", title)
    body = "\n".join(
        f'<title id="b{n}">{escape(text)}</title>' if heading else f'<p id="b{n}">{escape(text)}</p>'
        for n, (heading, text) in enumerate(blocks_of(path)))
    body = re.sub(r"(<title[^>]*>)", r"</sec><sec>\1", body)
    return (f'<?xml version="1.0" encoding="utf-8"?>\n<article xml:lang="{language}" article-type="research-article">'
            f"<front><article-meta><title-group><article-title>{escape(title)}</article-title></title-group>"
            f'<contrib-group><contrib contrib-type="author"><string-name>{escape(author)}</string-name></contrib>'
            f"</contrib-group></article-meta></front>\n<body><sec>{body}</sec></body></article>\n").replace("<sec></sec>", "")


def main():
    files, folder = {"ru": sys.argv[1], "en": sys.argv[2]}, pathlib.Path(sys.argv[3])
    folder.mkdir(parents=True, exist_ok=True)
    for language, path in files.items():
        (folder / f"text.{language}.xml").write_text(article(path, language), encoding="utf-8")
    (folder / "volume.xml").write_text(
        '<?xml version="1.0" encoding="utf-8"?>\n<volume xmlns="urn:diglot:volume:1" languages="ru en" style="forum" '
        'id="real"><title xml:lang="ru">Перевод</title><title xml:lang="en">Translation</title><item href="text"/></volume>\n',
        encoding="utf-8")


if __name__ == "__main__":
    main()
