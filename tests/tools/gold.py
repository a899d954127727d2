#!/usr/bin/env python3
"""gold.py FOLDER [--disturb SHARE] [--seed S] - a volume of texts whose true pairs of blocks are known, without ids.

  bilinguator--X   line n of the Russian file says what line n of the English one says; <delimiter> parts paragraphs
  devref--, debfaq--   pages made from one source by gettext: block n of one says what block n of the other says

FOLDER/gold.tsv holds one pair a line: item, lines of the Russian file, lines of the English file (+ joins, - none).
With --disturb that share of the pairs of paragraphs is run into the pair before it on one side, and a tenth of that
share loses one side: what real translations do. Same seed, same bytes. Status 77: no corpora."""
import argparse
import random
import re
from html.parser import HTMLParser
from pathlib import Path

import jats

LANGUAGES = ("ru", "en")
HEADING = re.compile(r"<h1>(.*?)</h1>")
TITLES = {"ru": "Тексты с известными парами", "en": "Texts whose pairs are known"}


class Pair:
    """Paragraphs that say the same, per side, or one heading of `level` per side."""

    def __init__(self, russian, english, level=0, name="p"):
        self.texts, self.level, self.name = (list(russian), list(english)), level, name


def read_bilinguator(stem):
    """Titles, authors and pairs of one text in two files of lines."""
    sides = [jats.corpus("parallel-ru-en", f"{stem}_{language}.txt").read_text(encoding="utf-8").splitlines()
             for language in LANGUAGES]
    pairs, titles = [], None
    for russian, english in zip(sides[0][1:], sides[1][1:], strict=True):
        headings = [HEADING.match(line) for line in (russian, english)]
        if all(headings):
            texts = [re.sub(r"<[^>]*>", "", heading[1]).strip() for heading in headings]
            if titles is None:
                titles = texts
            else:
                pairs.append(Pair([texts[0]], [texts[1]], level=1))
        paragraphs = [[part.strip() for part in HEADING.sub("", line).split("<delimiter>")
                       if part.strip() and not part.startswith("<img")] for line in (russian, english)]
        if any(paragraphs):
            pairs.append(Pair(*paragraphs))
    authors = [side[0].replace("<delimiter>", " ").strip() for side in sides]
    return titles, authors, pairs


class Page(HTMLParser):
    """The blocks of a page of Sphinx or DocBook: (element, text), lists run together with the paragraphs."""
    BLOCKS = {"p", "li", "pre", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6"}
    VOID = {"img", "br", "hr", "meta", "link", "input"}

    def __init__(self, text):
        super().__init__()
        self.blocks, self.block, self.words = [], None, []
        self.depth = self.body_depth = self.skip_depth = 0
        self.feed(text)
        self.close()

    def flush(self):
        text = "".join(self.words)
        text = text.strip("\n") if self.block == "pre" else " ".join(text.split())
        if self.block and text:
            self.blocks.append((self.block, text))
        self.block, self.words = None, []

    def handle_starttag(self, tag, attributes):
        if tag in self.VOID:
            return
        self.depth += 1
        classes = (dict(attributes).get("class") or "").split()
        if not self.body_depth and {"body", "chapter"} & set(classes):
            self.body_depth = self.depth
        if not self.skip_depth and (tag == "aside" or {"headerlink", "footnote-reference", "toc"} & set(classes)):
            self.skip_depth = self.depth
        if self.body_depth and not self.skip_depth and tag in self.BLOCKS:
            self.flush()
            self.block = "p" if tag in ("li", "dt", "dd") else tag

    def handle_endtag(self, tag):
        if tag in self.VOID:
            return
        if tag in self.BLOCKS:
            self.flush()
        if self.depth == self.skip_depth:
            self.skip_depth = 0
        if self.depth == self.body_depth:
            self.body_depth = 0
        self.depth -= 1

    def handle_data(self, data):
        if self.block and not self.skip_depth:
            self.words.append(data)


def read_pages(stem):
    pages = [Page(jats.corpus("parallel-ru-en", f"{stem}.{language}.html").read_text(encoding="utf-8")).blocks
             for language in LANGUAGES]
    if [name for name, _ in pages[0]] != [name for name, _ in pages[1]]:
        raise SystemExit(f"{stem}: the blocks of the two pages differ")
    titles = [page[0][1] for page in pages]
    pairs = []
    for (name, russian), (_, english) in zip(pages[0][1:], pages[1][1:]):
        if name.startswith("h"):
            pairs.append(Pair([russian], [english], level=int(name[1]) - 1))
        else:
            pairs.append(Pair([russian], [english], name="preformat" if name == "pre" else "p"))
    return titles, ["", ""], pairs


def disturbed(draw, pairs, share):
    """The pairs after the work of a free translator."""
    result = []
    for pair in pairs:
        before = result[-1] if result else None
        plain = not pair.level and pair.name == "p"
        if plain and before and not before.level and before.name == "p" and draw.random() < share:
            side = draw.randrange(2)
            if before.texts[side] and pair.texts[side]:
                before.texts[side][-1] += " " + pair.texts[side][0]
                before.texts[side].extend(pair.texts[side][1:])
                before.texts[1 - side].extend(pair.texts[1 - side])
                continue
        if plain and draw.random() < share / 10:
            pair.texts[draw.randrange(2)].clear()
        result.append(pair)
    return result


def write_item(folder, href, titles, authors, pairs):
    """Both files; the lines of gold.tsv."""
    articles = [jats.Article(*fields) for fields in zip(LANGUAGES, titles, authors)]
    rows = []
    for pair in pairs:
        places = []
        for article, texts in zip(articles, pair.texts):
            if pair.level:
                lines = [article.heading(pair.level, texts[0])]
            else:
                lines = [article.element(pair.name, text) for text in texts]
            places.append("+".join(map(str, lines)) or "-")
        rows.append("\t".join([href, *places]))
    for language, article in zip(LANGUAGES, articles):
        article.write(folder / f"{href}.{language}.xml")
    return rows


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--disturb", type=float, default=0, metavar="SHARE")
    arguments.add_argument("--seed", type=int, default=1993)
    options = arguments.parse_args()
    draw = random.Random(options.seed)
    corpus = jats.corpus("parallel-ru-en")
    stems = sorted(path.name.removesuffix("_ru.txt") for path in corpus.glob("bilinguator--*_ru.txt"))
    pages = sorted(path.name.removesuffix(".ru.html") for path in corpus.glob("de*--*.ru.html"))
    rows, hrefs = [], []
    for stem in stems + pages:
        titles, authors, pairs = (read_bilinguator if stem in stems else read_pages)(stem)
        if options.disturb:
            pairs = disturbed(draw, pairs, options.disturb)
        hrefs.append(stem)
        rows += write_item(options.folder, stem, titles, authors, pairs)
    jats.write_volume(options.folder, "gold", TITLES, hrefs)
    (options.folder / "gold.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(hrefs)} texts, {len(rows)} pairs")


if __name__ == "__main__":
    main()
