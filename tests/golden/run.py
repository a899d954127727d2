#!/usr/bin/env python3
"""run.py DIGLOT [--update] [CASE...]  - run the commands of every case and compare what they print.

A case is a folder beside this file. Its file `commands` has one line for each expected output:
    NAME.out <blank> arguments of diglot     (run in the case's folder, copied to a scratch folder)
The output file holds stdout, then stderr behind a line `--- stderr`, then `--- status N`. Prints TAP.
{out} in the arguments is an empty folder to write to; a line that starts with `sh ` runs a shell command instead.
"""
import difflib, os, shutil, subprocess, sys, tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
update = "--update" in sys.argv
names = [a for a in sys.argv[2:] if a != "--update"]
diglot = os.path.abspath(sys.argv[1])
environment = dict(os.environ, DIGLOT_DATA=str(HERE.parent.parent), LC_ALL="C.UTF-8", LANG="C.UTF-8")
environment["PATH"] = os.path.dirname(diglot) + ":" + environment["PATH"]


def run(line, folder, out):
    line = line.replace("{out}", str(out))
    command = ["sh", "-c", line[3:]] if line.startswith("sh ") else [diglot, *line.split()]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, timeout=120)
    text = done.stdout.decode("utf-8", "replace")
    if b"Sanitizer" in done.stderr or b"runtime error" in done.stderr:
        raise RuntimeError(line + "\n" + done.stderr.decode("utf-8", "replace"))
    if done.stderr:
        text += "--- stderr\n" + done.stderr.decode("utf-8", "replace")
    return text.replace(str(out), "OUT").replace(str(folder), "CASE") + "--- status %d\n" % done.returncode


def check(case):
    faults = []
    with tempfile.TemporaryDirectory() as scratch:
        folder, out = Path(scratch, "case"), Path(scratch, "out")
        shutil.copytree(case, folder, symlinks=True)
        for line in (case / "commands").read_text(encoding="utf-8").splitlines():
            if not line.strip() or line.startswith("#"):
                continue
            name, command = line.split(None, 1)
            found, expected = run(command, folder, out), case / name
            if update:
                expected.write_text(found, encoding="utf-8")
                continue
            wanted = expected.read_text(encoding="utf-8") if expected.exists() else ""
            if found != wanted:
                faults += difflib.unified_diff(wanted.splitlines(), found.splitlines(), name, "found", lineterm="")
    return faults


def main():
    cases = sorted(p.parent for p in HERE.glob("*/commands") if not names or p.parent.name in names)
    print("1..%d" % len(cases), flush=True)
    failed = 0
    for number, case in enumerate(cases, 1):
        try:
            faults = check(case)
        except Exception as fault:  # a case that cannot run is a failed case
            faults = str(fault).splitlines()
        failed += bool(faults)
        print("%sok %d - %s" % ("not " if faults else "", number, case.name), flush=True)
        for line in faults[:60]:
            print("# " + line, flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
