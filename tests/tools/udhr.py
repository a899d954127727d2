#!/usr/bin/env python3
"""udhr.py FOLDER [--ids] - the Universal Declaration of Human Rights in Russian and English as a volume of one item.

Made from the pair udhr_rus.xml, udhr_eng.xml of the corpora. With --ids the blocks of both languages that stand in
the same place of the same article get the same id; without, they have to be aligned. Status 77: no corpora."""
import argparse
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import jats

NAMESPACE = "{http://efele.net/udhr}"
SOURCES = {"ru": "udhr_rus.xml", "en": "udhr_eng.xml"}


def words(element):
    return " ".join("".join(element.itertext()).split())


def add_part(article, part, name, with_ids):
    """The preamble or one article of the Declaration."""
    def identifier(suffix):
        return f"{name}-{suffix}" if with_ids else None

    number = 0
    for child in part:
        kind = child.tag.removeprefix(NAMESPACE)
        if kind == "title":
            article.heading(1, words(child), identifier("title"))
        elif kind == "orderedlist":
            article.add('<list list-type="order">')
            for item in child:
                number += 1
                article.add("<list-item>")
                article.paragraph(words(item), identifier(number))
                article.add("</list-item>")
            article.add("</list>")
        else:
            number += 1
            article.paragraph(words(child), identifier(number))


def convert(source, language, target, with_ids):
    root = ElementTree.parse(source).getroot()
    title = words(root.find(NAMESPACE + "title"))
    article = jats.Article(language, title, kind="announcement")
    for part in root:
        kind = part.tag.removeprefix(NAMESPACE)
        if kind in ("note", "preamble"):
            add_part(article, part, kind, with_ids)
        elif kind == "article":
            add_part(article, part, "article" + part.get("number"), with_ids)
    article.write(target)
    return title


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--ids", action="store_true")
    options = arguments.parse_args()
    sources = jats.corpus("parallel-ru-en")
    titles = {language: convert(sources / file, language, options.folder / f"udhr.{language}.xml", options.ids)
              for language, file in SOURCES.items()}
    jats.write_volume(options.folder, "udhr", titles, ["udhr"])


if __name__ == "__main__":
    main()
