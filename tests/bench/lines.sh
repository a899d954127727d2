#!/bin/sh
# lines.sh DIGLOT [RU.txt EN.txt] - what pages and lines are like in the setting of tests/bench/peers: of the generated
# volume of 100 papers, and of two real texts whose lines correspond (left out where they are missing). The generated
# volume twice: pairs level (made), and each column running on by itself (free: tests/bench/peers-free).
set -eu

diglot=$1
here=$(dirname "$0")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# NAME VOLUME STYLE
measure() {
    "$diglot" build "$scratch/$2" --style "$here/$3" --edition screen -o "$scratch/out-$1" -q
    mv "$scratch/out-$1"/screen/*.pdf "$scratch/$1.pdf"
    "$diglot" dump pages --json "$scratch/$2" --style "$here/$3" >"$scratch/$1.pages" 2>/dev/null
    "$diglot" dump lines "$scratch/$2" --style "$here/$3" >"$scratch/$1.lines"
    python3 -B "$here/padding.py" "$scratch/$1.pdf"
    awk '/"flow":"(talks\/|text")/ { folios++ } END { print "folios of the items", folios }' "$scratch/$1.pages"
    python3 -B "$here/lines.py" "$1=$scratch/$1.lines"
}

python3 -B "$here/gen.py" 100 "$scratch" >/dev/null
measure made diglot peers
measure free diglot peers-free
python3 -B "$here/partners.py" "made=$scratch/made.lines,$scratch/made.pages" "free=$scratch/free.lines,$scratch/free.pages"
if [ $# -ge 3 ] && [ -f "$2" ] && [ -f "$3" ]; then
    python3 -B "$here/real.py" "$2" "$3" "$scratch/real"
    measure real real peers
else
    echo "no real texts: only the generated volume is measured"
fi
