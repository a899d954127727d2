#!/usr/bin/env python3
"""corpora.py DIGLOT GROUP  - material that nobody here wrote builds, or fails with an error that has a place. TAP.

GROUP is bilingual, mono, docx, parallel or hostile: folders of ../shared/corpora ($DIGLOT_SHARED names ../shared).
Of what was built: the PDF passes qpdf --check, every internal address of the site leads somewhere, and for each
language the letters and digits of its blocks stand in order and once in <main> of the parallel page.
"""
import json, os, re, subprocess, sys, tarfile, tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SHARED = Path(os.environ.get("DIGLOT_SHARED", ROOT.parent / "shared"))
CORPORA = SHARED / "corpora"
diglot, group = os.path.abspath(sys.argv[1]), sys.argv[2]
ENVIRONMENT = dict(os.environ, DIGLOT_DATA=str(ROOT), LC_ALL="C.UTF-8", LANG="C.UTF-8")
sys.path.insert(0, str(HERE.parent / "tools"))
from site_pages import dead_links, read_site


def letters(text):
    return "".join(c for c in text.casefold().replace("ё", "е") if c.isalnum())


def dead_or_lost(source, out):
    pages = read_site(out / "web")
    faults = dead_links(out / "web", pages)
    dump = run("dump", "pairs", "--json", source)
    report = json.loads((out / "report.json").read_text(encoding="utf-8"))
    blocks = {}
    for line in dump.stdout.decode("utf-8").splitlines():
        pair = json.loads(line)
        for side, language in zip(("left", "right"), report["languages"]):
            blocks.setdefault((pair["item"], language), []).extend(pair[side])
    for (item, language), list_ in blocks.items():
        name = re.sub(r"[^A-Za-z0-9]+", "-", item).strip("-").lower()
        page = next((p for n, p in pages.items() if re.sub(r"[^A-Za-z0-9]+", "-", n[:-5]).strip("-").lower() == name), None)
        if page is None:
            faults.append("no parallel page for " + item)
            continue
        text, at = letters(page.text.get(language, "")), 0
        for block in list_:
            wanted = letters(block["text"])
            found = text.find(wanted, at)
            if found < 0:
                faults.append("%s line %s: lost or out of order in %s: %.60s" % (block["file"], block["line"], language, block["text"]))
                break
            at = found + len(wanted)
    return faults


def run(*arguments):
    return subprocess.run([diglot, *map(str, arguments)], capture_output=True, env=ENVIRONMENT, timeout=300)


def build(source, must_build):
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch, "out")
        done = run("build", "--diagnostics", "json", "--edition", "screen,web", "-o", out, source)
        errors = done.stderr.decode("utf-8", "replace")
        if done.returncode not in (0, 1, 3) or "Sanitizer" in errors or "runtime error" in errors:
            return ["status %d" % done.returncode] + errors.splitlines()[:25]
        messages = [json.loads(l) for l in done.stdout.decode("utf-8").splitlines() if l.startswith("{")]
        located = [m for m in messages if m["severity"] == "error" and (m["line"] or m["code"].startswith(("file.", "volume.")))]
        if done.returncode and not located:
            return ["status %d without an error that has a place" % done.returncode] + errors.splitlines()[:5]
        pdf = next(iter((out / "screen").glob("*.pdf")), None)
        if done.returncode and not pdf:
            return ["not built: " + located[0]["message"]] if must_build else []
        if not pdf:
            return ["status 0, and no PDF"]
        checked = subprocess.run(["qpdf", "--check", str(pdf)], capture_output=True)
        faults = checked.stderr.decode().splitlines() if checked.returncode else []
        return faults + dead_or_lost(source, out)


def tool(*arguments):
    subprocess.run([sys.executable, *map(str, arguments)], check=True, capture_output=True, env=ENVIRONMENT)


def unpack(archive, scratch):
    folder = scratch / archive.name.split(".")[0]
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data") if hasattr(tarfile, "data_filter") else tar.extractall(folder)
    return [p for p in sorted(folder.rglob("*")) if p.is_file() and p.suffix in (".xml", ".ent", ".sgml", "")]


def sources(scratch):
    """(name, thunk that gives the path, whether it must be built)"""
    if group in ("bilingual", "mono"):
        for path in sorted((CORPORA / ("jats-" + group)).iterdir()):
            yield path.name, path, group == "bilingual"
    elif group == "docx":
        for path in sorted((CORPORA / "docx").glob("*.docx")):
            out = scratch / path.stem
            try:
                tool(HERE.parent / "tools/docx.py", out, path)
            except subprocess.CalledProcessError:
                continue  # pandoc itself refuses the broken packages
            yield path.name, out, True
    elif group == "parallel":
        tool(HERE.parent / "tools/udhr.py", scratch / "udhr")
        yield "udhr", scratch / "udhr", True
    elif group == "hostile":
        paths = [p for p in sorted((CORPORA / "xml-hostile").rglob("*")) if p.suffix == ".xml"]
        for archive in sorted((CORPORA / "xml-hostile").glob("*.tar.gz")):
            paths += unpack(archive, scratch)[:150]
        for path in paths:
            yield path.name, path, False


def main():
    if not CORPORA.is_dir():
        print("1..0 # SKIP ../shared/corpora is not here (a public clone): NOTHING of the corpora was tried")
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        todo = list(sources(Path(scratch)))
        print("1..%d" % len(todo), flush=True)
        failed = 0
        with ThreadPoolExecutor(2) as pool:
            results = pool.map(lambda t: build(t[1], t[2]), todo)
            for number, ((name, _, _), faults) in enumerate(zip(todo, results), 1):
                failed += bool(faults)
                print("%sok %d - %s" % ("not " if faults else "", number, name), flush=True)
                for line in faults[:12]:
                    print("# " + line, flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
