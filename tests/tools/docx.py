#!/usr/bin/env python3
"""docx.py FOLDER FILE.docx [TRANSLATION.docx] - Word files as a volume of one item, through pandoc.

One file becomes HREF.xml, as pandoc writes it; two become HREF.ru.xml and HREF.en.xml or whatever their languages
are. The language is told from the script: Cyrillic letters or not. Status 77: no pandoc."""
import re
import shutil
import subprocess
import sys
from pathlib import Path

import jats

TITLES = {"ru": "Документы", "en": "Documents"}


def convert(source, folder, href):
    """JATS text and language of one file; its pictures go to FOLDER/figures/HREF."""
    command = ["pandoc", "--from=docx", "--to=jats_publishing", "--standalone", f"--extract-media=figures/{href}",
               str(source.resolve())]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8")
    if run.returncode != 0:
        sys.exit(f"{source}: pandoc: {run.stderr.strip()}")
    letters = re.sub(r"<[^>]*>|\W|\d", "", run.stdout)
    cyrillic = len(re.findall(r"[\u0400-\u052f]", letters))
    return run.stdout, "ru" if cyrillic * 2 > len(letters) else "en"


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    if not shutil.which("pandoc"):
        jats.skip("pandoc is not installed")
    folder, sources = Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]]
    folder.mkdir(parents=True, exist_ok=True)
    href = re.sub(r"[^A-Za-z0-9_-]+", "-", sources[0].stem)
    texts = [convert(source, folder, href) for source in sources]
    languages = [language for _, language in texts]
    if len(set(languages)) < len(languages):
        sys.exit(f"both files are in {languages[0]}")
    for text, language in texts:
        name = f"{href}.xml" if len(texts) == 1 else f"{href}.{language}.xml"
        (folder / name).write_text(text, encoding="utf-8")
    jats.write_volume(folder, "docx", {language: TITLES[language] for language in languages}, [href])


if __name__ == "__main__":
    main()
