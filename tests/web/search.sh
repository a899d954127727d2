#!/bin/sh
# search.sh DIGLOT - the search of the web edition, in a volume of names: search.js says what is tried.
set -u

here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
python3 -B "$here/names.py" "$here/names.tsv" "$scratch"
"$here/with-site.sh" "$1" "$scratch" "$here/browser.sh" search.js
