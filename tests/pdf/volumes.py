#!/usr/bin/env python3
"""volumes.py DIGLOT - screen PDFs of whole volumes: sound, tagged by the rules, with all of their text (TAP).

The sample volume of this repository, and every two-language article of ../shared/corpora ($DIGLOT_SHARED) where
that is.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import check_tagged
import conservation
from tagged import Document

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("DIGLOT_SHARED", ROOT.parent / "shared"))
number = 0


def report(findings, title):
    global number
    number += 1
    print("%s %d - %s" % ("not ok" if findings else "ok", number, title), flush=True)
    for finding in findings[:8]:
        print("#   %s" % str(finding)[:200])


def build(diglot, volume, folder):
    """The PDF of a volume, or None; errors in the content are no fault of the build."""
    environment = dict(os.environ, DIGLOT_DATA=str(ROOT))
    command = [diglot, "build", str(volume), "-o", folder, "--edition", "screen", "-q"]
    status = subprocess.run(command, capture_output=True, env=environment, check=False).returncode
    found = list(Path(folder).glob("screen/*.pdf"))
    return str(found[0]) if status in (0, 1) and found else None


def check(diglot, volume):
    with tempfile.TemporaryDirectory(prefix="diglot-") as folder:
        name, path = Path(volume).stem, build(diglot, volume, folder + "/out")
        report([] if path else ["no PDF"], "%s is built" % name)
        if not path:
            return
        checked = subprocess.run(["qpdf", "--check", path], capture_output=True, check=False)
        report([] if checked.returncode == 0 else [checked.stderr.decode()], "%s passes qpdf --check" % name)
        document = Document(path)
        findings = ["%s: %s" % (title, finding) for title, rule, _ in check_tagged.RULES for finding in rule(document)]
        report(findings, "%s keeps the rules of tagged PDF" % name)
        results, compared = conservation.compare(diglot, path, str(volume))
        findings = ["%s: %s" % (href, finding) for href, own in results for finding in own]
        report(findings, "%s has all of its text, in order and once: %d blocks" % (name, compared))


def main():
    diglot = os.path.abspath(sys.argv[1])
    report([] if conservation.can_fail() else ["nothing found"], "lost, disordered and doubled text is found")
    check(diglot, ROOT / "content" / "forum-2024")
    articles = sorted((SHARED / "corpora" / "jats-bilingual").glob("*.xml"))
    for article in articles:
        check(diglot, article)
    if not articles:
        print("# ../shared/corpora is not here (a public clone): only the sample volume was tried")
    print("1..%d" % number)


if __name__ == "__main__":
    main()
