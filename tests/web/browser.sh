#!/bin/sh
# browser.sh SCRIPT ARGUMENT... - a web edition in Chromium, as a TAP test: the script beside this one says what is tried.
# playwright-core and axe-core come from build/test-node, where `make test` puts them, or from
# $DIGLOT_NODE/node_modules.
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
script=$1
shift
exec node "$here/$script" "$@"
