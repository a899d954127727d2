#!/usr/bin/env python3
"""test-tools.py - the tools beside this file do what they say, as a TAP test."""
import contextlib
import filecmp
import io
import json
import re
import shutil
import subprocess
import sys
import tempfile
import traceback
import xml.etree.ElementTree as ElementTree
from pathlib import Path

HERE = Path(__file__).resolve().parent
BENCH = HERE.parent / "bench"
sys.dont_write_bytecode = True
sys.path.insert(0, str(HERE))
import jats  # noqa: E402
import summary  # noqa: E402


def run(tool, *arguments):
    """Output of a tool of this folder; a skipped one skips the check."""
    command = [sys.executable, "-B", tool, *map(str, arguments)]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8")
    if done.returncode == jats.SKIPPED:
        raise jats.Skip(done.stdout.strip().removeprefix("SKIP: "))
    assert done.returncode == 0, f"{Path(tool).name}: status {done.returncode}: {done.stdout}"
    return done.stdout


def summary_of(*entries):
    """The lines and the status that summary.py gives for a log."""
    log = Path(tempfile.mkdtemp()) / "log.json"
    log.write_text("".join(json.dumps(entry) + "\n" for entry in entries), encoding="utf-8")
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        status = summary.main(log)
    shutil.rmtree(log.parent)
    return output.getvalue().splitlines(), status


def entry(stdout, result="OK", name="t", returncode=0):
    return {"name": name, "stdout": stdout, "result": result, "returncode": returncode}


def check_summary_counts_every_check(_):
    lines, status = summary_of(entry("1..3\nok 1 /a\nok 2 /b # SKIP no data\nok 3 /c\n"), entry("hello", name="plain"))
    assert lines == ["SKIPPED: t /b: no data", "3 passed, 0 failed, 1 skipped"], lines
    assert status == 0


def check_summary_counts_failures(_):
    lines, status = summary_of(entry("1..2\nok 1 /a\nnot ok 2 /b\n", "ERROR", returncode=1))
    assert lines == ["FAILED: t /b", "1 passed, 1 failed, 0 skipped"], lines
    assert status == 1


def check_summary_counts_crashes_and_timeouts(_):
    lines, status = summary_of(entry("1..2\nok 1 /a\n", "ERROR", returncode=-11), entry("", "TIMEOUT", "slow", -15))
    assert lines[-1] == "1 passed, 2 failed, 0 skipped", lines
    assert status == 1


def check_summary_counts_skipped_programs(_):
    lines, status = summary_of(entry("1..0 # SKIP no corpora\n", "SKIP"), entry("SKIP: no Java\n", "SKIP", "j", 77),
                               entry("ok 1\n1..1\n", name="u"))
    assert lines == ["SKIPPED: j: SKIP: no Java", "SKIPPED: t: no corpora", "1 passed, 0 failed, 2 skipped"], lines
    assert status == 0


def check_summary_fails_without_tests(_):
    assert summary_of()[1] == 1


def check_gen_is_the_same_on_every_run(folder):
    for name in "ab":
        run(BENCH / "gen.py", 2, folder / name)
    files = sorted(path.relative_to(folder / "a") for path in (folder / "a").rglob("*.*"))
    assert len(files) == 6, files
    assert not filecmp.cmpfiles(folder / "a", folder / "b", files, shallow=False)[1]
    talk = ElementTree.parse(folder / "a/diglot/talks/t0002.en.xml").getroot()
    assert len(talk.findall("body/sec")) == 4
    assert len(talk.findall("body/sec/p")) == 25
    assert len(list(talk.iter("fn"))) == 3


def volume_items(folder):
    space = "{urn:diglot:volume:1}"
    return [item.get("href") for item in ElementTree.parse(folder / "volume.xml").getroot().iter(space + "item")]


def check_udhr(folder):
    run(HERE / "udhr.py", folder, "--ids")
    assert volume_items(folder) == ["udhr"]
    ids = []
    for language in ("ru", "en"):
        root = ElementTree.parse(folder / f"udhr.{language}.xml").getroot()
        assert len(root.findall("body/sec")) == 31  # preamble and 30 articles
        assert len(list(root.iter("list"))) == 13
        ids.append({element.get("id") for element in root.iter() if element.get("id")})
    assert {name for name in ids[0] ^ ids[1]} == {"note-1", "preamble-10"}, ids[0] ^ ids[1]


def check_gold_lines_are_the_blocks(folder):
    run(HERE / "gold.py", folder, "--disturb", "0.2")
    items = volume_items(folder)
    assert len(items) == 11
    named = {}
    for row in (folder / "gold.tsv").read_text(encoding="utf-8").splitlines():
        item, *sides = row.split("\t")
        for language, side in zip(("ru", "en"), sides):
            named.setdefault((item, language), []).extend(int(line) for line in side.split("+") if line != "-")
    for (item, language), lines in named.items():
        text = (folder / f"{item}.{language}.xml").read_text(encoding="utf-8").split("\n")
        blocks = [number for number, line in enumerate(text, 1) if re.match(r"<(p|title|preformat)>", line)]
        assert lines == blocks, (item, language)


def check_score(folder):
    run(HERE / "gold.py", folder)

    def dump(name, change):
        rows = []
        for row in (folder / "gold.tsv").read_text(encoding="utf-8").splitlines():
            item, *sides = row.split("\t")
            sides = [[{"line": int(line) + change} for line in side.split("+") if line != "-"] for side in sides]
            rows.append(json.dumps({"item": item, "left": sides[0], "right": sides[1]}))
        (folder / name).write_text("\n".join(rows) + "\n", encoding="utf-8")
        return run(HERE / "score-pairs.py", folder / "gold.tsv", folder / name).splitlines()[-1].split()

    assert dump("right", 0) == ["all", "716", "716", "100.0", "100.0", "100.0"]
    assert dump("wrong", 1000)[3:] == ["0.0", "0.0", "0.0"]


def check_docx(folder):
    source = jats.corpus("docx")
    run(HERE / "docx.py", folder / "one", source / "pandoc--image.docx")
    assert volume_items(folder / "one") == ["pandoc--image"]
    graphic = next(ElementTree.parse(folder / "one/pandoc--image.xml").getroot().iter("graphic"))
    assert (folder / "one" / graphic.get("{http://www.w3.org/1999/xlink}href")).exists()
    run(HERE / "docx.py", folder / "two", source / "dedoc--tz.docx", source / "pandoc--headers.docx")
    assert sorted(path.name for path in (folder / "two").glob("dedoc*")) == ["dedoc--tz.en.xml", "dedoc--tz.ru.xml"]


def check_corpus_volume(folder):
    output = run(HERE / "corpus-volume.py", jats.corpus("jats-bilingual"), folder)
    items = volume_items(folder)
    assert output.endswith(f"{len(items)} texts in en, pt\n"), output
    assert len(items) + output.count("left out") == len(list(jats.corpus("jats-bilingual").glob("*.xml")))
    assert all((folder / f"{item}.xml").exists() and "." not in item for item in items)


PAGE = """<!DOCTYPE html>
<html lang="ru">
<head><meta charset="utf-8"><title>Форум</title></head>
<body><main><h1>Форум</h1><p lang="en">Forum</p></main></body>
</html>
"""


def check_web_finds_faults_and_only_faults(folder):
    def verdicts(name, text):
        (folder / name).mkdir()
        (folder / name / "index.html").write_text(text, encoding="utf-8")
        done = subprocess.run([HERE / "check-web.sh", folder / name], stdout=subprocess.PIPE, text=True,
                              encoding="utf-8")
        return [line for line in done.stdout.splitlines() if re.match("(not )?ok", line)]

    good = verdicts("good", PAGE)
    skipped = [line.split("# SKIP ")[1] for line in good if "# SKIP" in line]
    assert not any(line.startswith("not") for line in good), good
    bad = verdicts("bad", PAGE.replace("<p ", '<img src="x.png"><p '))
    assert sum(line.startswith("not ok") for line in bad) == 4 - len(skipped), bad
    if skipped:
        raise jats.Skip("; ".join(skipped))


def verdict_of(check):
    folder = Path(tempfile.mkdtemp())
    try:
        check(folder)
        return "ok", "", ""
    except jats.Skip as skip:
        return "ok", f" # SKIP {skip.reason}", ""
    except (Exception, SystemExit):
        return "not ok", "", traceback.format_exc()
    finally:
        shutil.rmtree(folder)


def main():
    checks = [(name, check) for name, check in sorted(globals().items()) if name.startswith("check_")]
    print(f"1..{len(checks)}")
    failed = False
    for number, (name, check) in enumerate(checks, 1):
        verdict, directive, detail = verdict_of(check)
        print(f"{verdict} {number} - {name.removeprefix('check_').replace('_', ' ')}{directive}")
        for line in detail.splitlines():
            print(f"# {line}")
        failed |= verdict != "ok"
    return failed


if __name__ == "__main__":
    sys.exit(main())
