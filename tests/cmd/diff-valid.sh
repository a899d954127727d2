#!/bin/sh
# diff-valid.sh DIGLOT CASES CHECK - the pages of `diglot diff -o` for the folders old and new of each golden case
# CASES/diff-*, in both languages of messages, and one without a difference, judged by CHECK FOLDER. TAP.
diglot=$1 cases=$2 check=$3
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
for case in "$cases"/diff-*; do
    for tongue in en ru; do
        "$diglot" diff --messages "$tongue" -o "$scratch/pages/${case##*/}.$tongue.html" "$case/old" "$case/new" ||
            echo "Bail out! ${case##*/}: status $?"
    done
    "$diglot" diff -o "$scratch/pages/${case##*/}.same.html" "$case/old" "$case/old" || echo "Bail out! status $?"
done
"$check" "$scratch/pages"
