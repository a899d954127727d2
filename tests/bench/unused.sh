#!/bin/sh
# unused.sh DIGLOT - what each part of the page program is worth: unused lines of the generated volume of 100 papers.
set -eu

here=$(dirname "$0")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

python3 -B "$here/gen.py" 100 "$scratch"
python3 -B "$here/unused.py" "$1" "$scratch/diglot" "$here/peers"
