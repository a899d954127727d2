#!/bin/sh
# check-web.sh FOLDER - a web edition by three checkers from outside, as a TAP test: the Nu HTML checker (HTML and
# CSS), html-validate, and axe-core in Chromium (WCAG 2.2 AA, on a wide and on a narrow window).
# The Nu checker takes no file for a page's own origin: what it says of the policy is left out, a browser judges that.
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
    elif found=$("$@" 2>&1); then
        echo "ok $number - $title"
    else
        echo "not ok $number - $title"
        echo "$found" | head -n 50 | sed 's/^/# /'
        status=1
    fi
}

echo "1..3"
check "Nu HTML checker" "$modules/vnu-jar" java \
    java -Xss2m -jar "$modules/vnu-jar/build/dist/vnu.jar" --skip-non-html --also-check-css \
    --filterpattern ".*violates Content Security Policy.*" --format gnu "$folder"
check "html-validate" "$modules/html-validate" node \
    node "$modules/.bin/html-validate" --config "$here/html-validate.json" --max-warnings 0 "$folder"
check "axe-core" "$modules/axe-core" chromium \
    node "$here/check-axe.js" "$folder"
exit "$status"
