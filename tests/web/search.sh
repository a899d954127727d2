#!/bin/sh
# search.sh DIGLOT - the search of the web edition in Chromium, as a TAP test: search.js says what is tried.
# Modules as for browser.sh.
set -u

here=$(cd "$(dirname "$0")" && pwd)
DIGLOT_NODE=${DIGLOT_NODE:-$here/../../build/test-node}
export DIGLOT_NODE

for program in node chromium; do
    if ! command -v "$program" >/dev/null; then
        echo "1..0 # SKIP $program is not installed"
        exit 0
    fi
done
if ! [ -d "$DIGLOT_NODE/node_modules/playwright-core" ]; then
    echo "1..0 # SKIP playwright-core is not installed; make test installs it where npm is reached"
    exit 0
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
python3 -B "$here/names.py" "$here/names.tsv" "$scratch/volume"
if ! "$1" build "$scratch/volume" -o "$scratch/out" --edition web -q; then
    echo "Bail out! no web edition was built"
    exit 1
fi
node "$here/search.js" "$scratch/out/web" "$here/names.tsv"
