#!/bin/sh
# diff-valid.sh DIGLOT CASES CHECK - the pages of `diglot diff -o` for the folders old and new of each golden case
# CASES/diff-*, a volume or a single text each, in both languages of messages, and one without a difference, judged by
# CHECK FOLDER. TAP.
diglot=$1 cases=$2 check=$3
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT

side() { # FOLDER
    if [ -e "$1/volume.xml" ]; then echo "$1"; else echo "$1"/*.xml; fi
}

for case in "$cases"/diff-*; do
    old=$(side "$case/old") new=$(side "$case/new")
    for tongue in en ru; do
        "$diglot" diff --messages "$tongue" -o "$scratch/pages/${case##*/}.$tongue.html" "$old" "$new" ||
            echo "Bail out! ${case##*/}: status $?"
    done
    "$diglot" diff -o "$scratch/pages/${case##*/}.same.html" "$old" "$old" || echo "Bail out! status $?"
done
"$check" "$scratch/pages"
