#!/bin/sh
# notes.sh FUZZ-BUILD [FIRST [N]] - N (10,000) made-up volumes in all layouts: how long their notes are, over how many
# pages they run, how many stand on another page than their mark or nowhere. Fails if there is any.
set -eu

fuzzer=$1
first=${2:-0}
count=${3:-10000}
log=$(mktemp)
trap 'rm -f "$log"' EXIT

status=0
"$fuzzer" "$first" "$count" >"$log" || status=$?
grep -E '^# ([0-9]+ documents|notes by|pages by|slowest|[0-9]+ pages)|ok 1' "$log"
if ! grep -q ' 0 displaced, 0 lost$' "$log"; then
    echo "notes are displaced or lost"
    status=1
fi
exit "$status"
