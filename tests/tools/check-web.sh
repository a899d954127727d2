#!/bin/sh
# check-web.sh FOLDER - web editions by checkers from outside, as a TAP test: the Nu HTML checker (HTML and CSS),
# html-validate, axe-core in Chromium (WCAG 2.2 AA, on a wide and on a narrow window); and their links. A checker that
# says anything at all has found something.
# Of the Nu checker two things are left out: it takes no file for a page's own origin, a browser judges the policy;
# and it guesses one language for a whole page, where ours have two.
# They come from build/test-node, where `make test` puts them, or from $DIGLOT_NODE/node_modules.
set -u

folder=$1
here=$(cd "$(dirname "$0")" && pwd)
DIGLOT_NODE=${DIGLOT_NODE:-$here/../../build/test-node}
export DIGLOT_NODE
modules=$DIGLOT_NODE/node_modules
status=0
number=0

check() { # TITLE NEEDED_FILE NEEDED_PROGRAM COMMAND...
    title=$1 file=$2 program=$3
    shift 3
    number=$((number + 1))
    if ! command -v "$program" >/dev/null; then
        echo "ok $number - $title # SKIP $program is not installed"
    elif ! [ -e "$file" ]; then
        echo "ok $number - $title # SKIP ${file##*/} is not installed; make test installs it where npm is reached"
    elif found=$("$@" 2>&1) && [ -z "$found" ]; then
        echo "ok $number - $title"
    else
        echo "not ok $number - $title"
        echo "$found" | head -n 50 | sed 's/^/# /'
        status=1
    fi
}

echo "1..4"
check "Nu HTML checker" "$modules/vnu-jar" java \
    java -Xss2m -jar "$modules/vnu-jar/build/dist/vnu.jar" --skip-non-html --also-check-css --no-langdetect \
    --filterpattern ".*violates Content Security Policy.*" --format gnu "$folder"
check "html-validate" "$modules/html-validate" node \
    node "$modules/.bin/html-validate" --config "$here/html-validate.json" --max-warnings 0 "$folder"
check "axe-core" "$modules/axe-core" chromium \
    node "$here/check-axe.js" "$folder"
check "links" "$here" python3 \
    python3 -B "$here/site_pages.py" "$folder"
exit "$status"
