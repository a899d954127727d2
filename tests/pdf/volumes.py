#!/usr/bin/env python3
"""volumes.py DIGLOT - PDFs of whole volumes: sound, by the rules, with all of their text; for presses in black (TAP).

Two checkers read each screen PDF: diglot's own, and check_tagged.py, which was written apart from writer and checker,
so that an error which these share is still found. veraPDF and Ghostscript are asked where they are installed. The
volumes: the sample of this repository (by diglot's checker in each style and layout), a generated one, and every two-language article of ../shared/corpora
($DIGLOT_SHARED) where that is.
"""

import os
import shutil
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


def build(diglot, volume, folder, options=()):
    """The PDFs of a volume, of which the first is the screen's; errors in the content are no fault of the build."""
    environment = dict(os.environ, DIGLOT_DATA=str(ROOT))
    command = [diglot, "build", str(volume), "-o", folder, "--edition", "print,screen", "-q", *options]
    status = subprocess.run(command, capture_output=True, env=environment, check=False).returncode
    found = sorted(Path(folder).glob("*/*.pdf"), key=lambda path: (path.parent.name != "screen", path.name))
    return [str(path) for path in found] if status in (0, 1) and len(found) == 3 else []


def broken_rules(diglot, path):
    """What diglot's own checker finds, and that it knew what to look for."""
    done = subprocess.run([diglot, "check", path, "--messages", "en"], capture_output=True, check=False)
    if not done.stdout.startswith(b"checked as PDF/X-4" if "/print/" in path else b"checked as PDF/A-2a PDF/UA-1"):
        yield "it claims something else: %r" % done.stdout[:60]
    if done.returncode:
        yield done.stderr.decode()


def vera(path):
    """What veraPDF finds in a screen PDF."""
    for flavour in ("2a", "ua1"):
        command = ["verapdf", "--format", "text", "-f", flavour, path]
        done = subprocess.run(command, capture_output=True, check=False)
        if not done.stdout.startswith(b"PASS"):
            yield "%s: %s" % (flavour, done.stdout.decode()[:300])


def other_inks(path):
    """Pages of a print PDF that show ink on another plate than black."""
    command = ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dPDFSTOPONERROR", "-sDEVICE=inkcov", "-o", "-", path]
    done = subprocess.run(command, capture_output=True, check=False)
    lines = done.stdout.decode().splitlines()
    if done.returncode or not lines:
        yield done.stderr.decode()[:200] or "no page"
    for number, line in enumerate(lines, 1):
        if any(float(ink) for ink in line.split()[:3]):
            yield "page %d: %s" % (number, line)


def check_one(diglot, path):
    name = "/".join(Path(path).parts[-2:])
    report(list(broken_rules(diglot, path)), "%s keeps all rules that it claims to keep" % name)
    if "/print/" in path and shutil.which("gs"):
        report(list(other_inks(path)), "%s is printed in black alone" % name)
    elif "/screen/" in path and shutil.which("verapdf"):
        report(list(vera(path)), "%s passes veraPDF" % name)


def check_designs(diglot):
    """The sample volume in each style and layout, and in four inks: rules that the others have no occasion to break."""
    designs = [["--style", style.parent.name, "--layout", layout] for style in sorted(ROOT.glob("styles/*/print.css"))
               for layout in ("columns", "facing", "sequence")]
    with tempfile.TemporaryDirectory(prefix="diglot-") as folder:
        inked = Path(folder, "inked")
        shutil.copytree(ROOT / "content" / "forum-2024", inked)
        (inked / "style").mkdir(exist_ok=True)
        (inked / "style" / "print.css").write_text("@page { -dg-ink: cmyk; -dg-record: card }\n")
        for volume, options in [(inked, [])] + [(ROOT / "content" / "forum-2024", design) for design in designs]:
            paths = build(diglot, volume, folder + "/out", options)
            findings = [finding for path in paths for finding in broken_rules(diglot, path)]
            report(findings if paths else ["no PDF"],
                   "%s keeps all rules" % (" ".join(options[1::2]) or "in four inks, with a card, it"))


def check(diglot, volume):
    with tempfile.TemporaryDirectory(prefix="diglot-") as folder:
        name, paths = Path(volume).stem, build(diglot, volume, folder + "/out")
        report([] if paths else ["no PDF"], "%s is built" % name)
        if not paths:
            return
        for path in paths:
            check_one(diglot, path)
        path = paths[0]
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
    for program, loss in (("verapdf", "screen PDFs"), ("gs", "the inks of print PDFs")):
        if not shutil.which(program):
            print("# !!! %s is not installed: NOBODY BUT US checks %s" % (program.upper(), loss))
    report([] if conservation.can_fail() else ["nothing found"], "lost, disordered and doubled text is found")
    check(diglot, ROOT / "content" / "forum-2024")
    check_designs(diglot)
    with tempfile.TemporaryDirectory(prefix="diglot-") as folder:
        subprocess.run([sys.executable, "-B", str(ROOT / "tests/bench/gen.py"), "6", folder],
                       stdout=subprocess.DEVNULL, check=True)
        check(diglot, Path(folder, "diglot"))
    articles = sorted((SHARED / "corpora" / "jats-bilingual").glob("*.xml"))
    for article in articles:
        check(diglot, article)
    if not articles:
        print("# ../shared/corpora is not here (a public clone): only the sample volume was tried")
    print("1..%d" % number)


if __name__ == "__main__":
    main()
