#!/bin/sh
# volume-100.sh DIGLOT - what the screen PDF of the generated volume of 100 papers costs, and what its pages are like.
# Fails over 3 CPU seconds or 300 MB. Meant for a release build; run by `make bench`.
set -eu

diglot=$1
here=$(dirname "$0")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

python3 -B "$here/gen.py" 100 "$scratch"
status=0
python3 -B "$here/measure.py" 3 300 \
    "$diglot" build "$scratch/diglot" -o "$scratch/out" --edition screen -q || status=$?
pdf=$scratch/out/screen/bench-100.pdf
if [ -f "$pdf" ]; then
    echo "pages $(pdfinfo "$pdf" | awk '/^Pages:/ { print $2 }'), $(wc -c <"$pdf") bytes"
    python3 -B "$here/padding.py" "$pdf"
    echo "of all lines in columns, as report.json counts (see padding.py): $(grep -o '"padding": [0-9.]*' "$scratch/out/report.json")"
else
    echo "no screen PDF was written"
    status=1
fi
exit "$status"
