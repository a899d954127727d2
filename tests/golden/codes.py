#!/usr/bin/env python3
"""codes.py  - every published name of include/diglot/diag-codes.h occurs in some expected output. Prints TAP."""
import re, sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
table = (HERE.parent.parent / "include/diglot/diag-codes.h").read_text(encoding="utf-8")
codes = sorted(set(re.findall(r'DG_MESSAGE\(\s*\w+\s*,\s*"([^"]+)"', table)))
seen = "\n".join(p.read_text(encoding="utf-8") for p in HERE.parent.rglob("*.out"))
print("1..%d" % len(codes))
failed = 0
for number, code in enumerate(codes, 1):
    good = "[%s]" % code in seen or '"code":"%s"' % code in seen
    failed += not good
    print("%sok %d - %s" % ("" if good else "not ", number, code))
sys.exit(1 if failed else 0)
