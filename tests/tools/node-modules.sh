#!/bin/sh
# node-modules.sh FOLDER - install the checkers of tests/package-lock.json into FOLDER/node_modules.
# Does nothing when they are there already. Where npm cannot be reached it says so and still ends with
# status 0: the checks that need these packages then skip, each with its reason.
set -u

tests=$(cd "$(dirname "$0")/.." && pwd)
folder=$1
if [ -d "$folder/node_modules" ] && cmp -s "$tests/package-lock.json" "$folder/installed.json"; then
    exit 0
fi

without() { # REASON
    rm -f "$folder/installed.json"
    echo "make test: $1" >&2
    echo "make test: the checks of sites and e-books from outside will be SKIPPED." >&2
    exit 0
}

mkdir -p "$folder"
cp "$tests/package.json" "$tests/package-lock.json" "$tests/.npmrc" "$folder"
command -v npm >/dev/null 2>&1 || without "there is no npm."
node -e 'process.exit(parseInt(process.versions.node) >= 18 ? 0 : 1)' ||
    without "Node $(node --version) is too old, 18 is needed."
echo "Installing the checkers of the web edition into $folder (npm ci)"
(cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund >npm.log 2>&1) ||
    without "npm ci failed: $(grep -m 1 -E 'code|error' "$folder/npm.log")"
cp "$tests/package-lock.json" "$folder/installed.json"
