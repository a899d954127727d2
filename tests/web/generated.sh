#!/bin/sh
# generated.sh DIGLOT [bench] - the site of the generated volume of 100 papers: generated.js says what is judged.
set -u

diglot=$1
shift
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
python3 -B "$here/../bench/gen.py" 100 "$scratch" >/dev/null
"$here/with-site.sh" "$diglot" "$scratch/diglot" "$here/browser.sh" generated.js "$@"
