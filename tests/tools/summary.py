#!/usr/bin/env python3
"""summary.py TESTLOG.json - count every check of a `meson test` run, not only every program.

Reads Meson's log (one JSON object a line). A program that speaks TAP counts once for each of its checks;
any other program counts once. Prints what failed, what was skipped and why, and closes with the line
"N passed, N failed, N skipped". Status 1 when anything failed or nothing ran."""
import json
import re
import sys

CHECK = re.compile(r"^(?P<indent> *)(?P<verdict>ok|not ok)\b *\d* *(?:- )?(?P<rest>.*)$")
DIRECTIVE = re.compile(r"(?:^|\s)# *(?P<word>SKIP|TODO)\b *(?P<reason>.*)$", re.IGNORECASE)
PLAN_SKIP = re.compile(r"^1\.\.0 *# *SKIP\w* *(?P<reason>.*)$", re.IGNORECASE | re.MULTILINE)
# Meson's words for a program that did what it should.
FINE = ("OK", "EXPECTEDFAIL", "SKIP")


def checks_of(output):
    """The checks in TAP text as (verdict, name, reason). A line that sums up indented ones before it is left out."""
    found, nested = [], []
    for line in output.splitlines():
        match = CHECK.match(line)
        if not match:
            continue
        directive = DIRECTIVE.search(match["rest"])
        name = DIRECTIVE.sub("", match["rest"]).strip()
        verdict = "passed" if match["verdict"] == "ok" else "failed"
        if directive and not (directive["word"].upper() == "TODO" and verdict == "passed"):
            verdict = "skipped"
        check = (verdict, name, directive["reason"] if directive else "")
        if match["indent"]:
            nested.append(check)
        elif nested and (verdict == "passed" or any(c[0] == "failed" for c in nested)):
            found += [(c[0], f"{name}: {c[1]}", c[2]) for c in nested]
            nested = []
        else:
            found += nested + [check]
            nested = []
    return found + nested


def checks_of_program(entry):
    """All checks of one program as (verdict, name, reason)."""
    output, result = entry.get("stdout", ""), entry["result"]
    name = entry["name"].removeprefix("diglot:")
    checks = [(verdict, f"{name} {check}".strip(), reason) for verdict, check, reason in checks_of(output)]
    plan = PLAN_SKIP.search(output)
    if plan:
        checks.append(("skipped", name, plan["reason"]))
    if not checks and result == "SKIP":
        checks.append(("skipped", name, output.strip().splitlines()[-1] if output.strip() else "no reason given"))
    elif not checks and result in FINE:
        checks.append(("passed", name, ""))
    if result not in FINE and not any(verdict == "failed" for verdict, _, _ in checks):
        checks.append(("failed", name, f"{result.lower()}, status {entry['returncode']}"))
    return checks


def main(path):
    try:
        with open(path, encoding="utf-8") as log:
            entries = [json.loads(line) for line in log if line.strip()]
    except OSError as error:
        print(f"summary.py: {error}")
        entries = []
    checks = [check for entry in sorted(entries, key=lambda e: e["name"]) for check in checks_of_program(entry)]
    for wanted in ("skipped", "failed"):
        for verdict, name, reason in checks:
            if verdict == wanted:
                print(f"{wanted.upper()}: {name}{': ' if reason else ''}{reason}")
    count = {verdict: sum(check[0] == verdict for check in checks) for verdict in ("passed", "failed", "skipped")}
    if not checks:
        print("no test ran")
    print("{passed} passed, {failed} failed, {skipped} skipped".format(**count))
    return 1 if count["failed"] or not count["passed"] else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
