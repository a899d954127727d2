#!/bin/sh
# line.sh BENCH_LINE DATA_FOLDER - what shaping and line breaking cost on the generated volume of 100 papers (2 million
# characters), in columns of 65 mm. Fails when words, breaks and lines together take over 500 ms of CPU: a release
# build on the machine of the first measures needs half of that.
set -eu

here=$(dirname "$0")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

python3 -B "$here/gen.py" 100 "$scratch" >/dev/null
find "$scratch" -name '*.??.xml' | LC_ALL=C sort | xargs "$1" "$2" 65 >"$scratch/table"
cat "$scratch/table"
awk '/^cold:|^optimum fit/ { for (i = 2; i <= NF; i++) if ($i == "ms") sum += $(i - 1) }
    END { printf "words, breaks and lines: %.0f ms\n", sum; exit sum == 0 || sum > 500 }' "$scratch/table"
