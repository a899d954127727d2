#!/bin/sh
# same-bytes.sh DIGLOT VOLUME - the same volume gives the same bytes: two runs, and -j1 against -j2. TAP.
diglot=$1 volume=$2
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
for run in first:1 second:1 third:2; do
    "$diglot" build -q -j "${run#*:}" -o "$scratch/${run%:*}" "$volume" >/dev/null 2>&1 || echo "# status $?"
done
echo 1..3
number=0
for other in second third; do
    number=$((number + 1))
    if diff -r "$scratch/first" "$scratch/$other" >"$scratch/diff" 2>&1; then
        echo "ok $number - the $other build equals the first"
    else
        echo "not ok $number - the $other build equals the first"
        sed 's/^/# /' "$scratch/diff" | head -5
    fi
done
if [ -s "$scratch/first/report.json" ]; then echo "ok 3 - there is a report"; else echo "not ok 3 - there is a report"; fi
