#!/bin/sh
# lines.sh DIGLOT [RU.txt EN.txt] - what pages and lines are like in the setting of tests/bench/peers: of the generated
# volume of 100 papers, and of two real texts whose lines correspond (left out where they are missing).
set -eu

diglot=$1
here=$(dirname "$0")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

python3 -B "$here/gen.py" 100 "$scratch" >/dev/null
mv "$scratch/diglot" "$scratch/made"
if [ $# -ge 3 ] && [ -f "$2" ] && [ -f "$3" ]; then
    python3 -B "$here/real.py" "$2" "$3" "$scratch/real"
else
    echo "no real texts: only the generated volume is measured"
fi
for volume in made real; do
    [ -d "$scratch/$volume" ] || continue
    "$diglot" build "$scratch/$volume" --style "$here/peers" --edition screen -o "$scratch/out-$volume" -q
    python3 -B "$here/padding.py" "$scratch/out-$volume"/screen/*.pdf
    "$diglot" dump pages --json "$scratch/$volume" --style "$here/peers" 2>/dev/null |
        awk '/"flow":"(talks\/|text")/ { folios++ } END { print "folios of the items", folios }'
    "$diglot" dump lines "$scratch/$volume" --style "$here/peers" >"$scratch/$volume.lines"
    python3 -B "$here/lines.py" "$volume=$scratch/$volume.lines"
done
