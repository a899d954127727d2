#!/usr/bin/env python3
"""corpus-volume.py SOURCE FOLDER [--languages a,b | a] - a folder of JATS files as one volume.

Takes the files whose own language and first translation (a sub-article) are the two named, or, for one language,
those without a translation; default: the commonest. Says which files it leaves out. Files are copied byte for byte;
dots in their names become underlines, as `NAME.ru.xml` means a language. Status 77: no corpora."""
import argparse
import re
import shutil
from collections import Counter
from pathlib import Path

import jats

ARTICLE = re.compile(r"<article\b[^>]*>", re.DOTALL)
TRANSLATION = re.compile(r"<sub-article\b[^>]*article-type=[\"']translation[\"'][^>]*>", re.DOTALL)
LANGUAGE = re.compile(r"xml:lang=[\"']([A-Za-z]+)")


def languages_of(path):
    """Its own language and those of its translations, lower case; nothing for what is not JATS."""
    text = path.read_text(encoding="utf-8", errors="replace")
    tags = ARTICLE.findall(text)[:1] + TRANSLATION.findall(text)
    return tuple(match[1].lower() if (match := LANGUAGE.search(tag)) else "?" for tag in tags)[:2]


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("source", type=Path)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--languages")
    options = arguments.parse_args()
    if not options.source.is_dir():
        jats.skip(f"{options.source} is not there")
    files = {path: languages_of(path) for path in sorted(options.source.glob("*.xml"))}
    kinds = Counter(frozenset(languages) for languages in files.values() if languages and "?" not in languages)
    if not kinds:
        raise SystemExit(f"{options.source}: no JATS file names its language")
    wanted = options.languages.split(",") if options.languages else sorted(kinds.most_common(1)[0][0])

    options.folder.mkdir(parents=True, exist_ok=True)
    hrefs = []
    for path, languages in files.items():
        if set(languages) == set(wanted) and len(languages) == len(wanted):
            hrefs.append(path.stem.replace(".", "_"))
            shutil.copyfile(path, options.folder / f"{hrefs[-1]}.xml")
        else:
            print(f"left out: {path.name} ({', '.join(languages) or 'no JATS'})")
    name = options.source.name
    jats.write_volume(options.folder, name, {language: name for language in wanted}, hrefs)
    print(f"{len(hrefs)} texts in {', '.join(wanted)}")


if __name__ == "__main__":
    main()
